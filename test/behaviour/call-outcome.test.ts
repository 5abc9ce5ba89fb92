import { beforeEach, expect, it } from 'vitest';
import { desks, type Desk } from '../support/caller.ts';
import { supervisorOf } from '../support/sign-in.ts';

const opens = desks();
let desk: Desk;
let cookie = '';

beforeEach(async () => {
  desk = await opens();
  cookie = await supervisorOf(desk);
});

const page = async (url: string) => (await desk.app.http.inject({ url, headers: { cookie } })).body;
/** The outcome of each call that the log shows. */
const outcomes = async (query = '') =>
  [...(await page(`/calls${query}`)).matchAll(/class="c-out"><span class="state \w+">([^<]+)</g)].map(
    ([, word]) => word,
  );

it('whoever hangs up before choosing hung up in the menu', async () => {
  const customer = desk.customer();
  await customer.calls();
  await customer.hangsUp();
  expect(await desk.newest()).toMatchObject({ kind: 'unsorted' });
  expect(await outcomes()).toEqual(['hung up in the menu']);
  expect(await outcomes('?outcome=hung-up')).toEqual(['hung up in the menu']);
  expect(await outcomes('?outcome=registered')).toEqual([]);
});

it('whoever pressed three wrong keys and heard their case was registered, and did not hang up in the menu', async () => {
  const customer = desk.customer();
  await customer.calls();
  for (let times = 0; times < 3; times += 1) await customer.presses('9', 4);
  await desk.passes(20);
  expect(customer.heard()).toContain('I have opened case');
  await customer.hangsUp();
  expect(await desk.newest()).toMatchObject({ kind: 'unsorted' });
  expect(await outcomes()).toEqual(['registered']);
  expect(await outcomes('?outcome=registered')).toEqual(['registered']);
  expect(await outcomes('?outcome=hung-up')).toEqual([]);
});
