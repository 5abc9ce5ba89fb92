import { expect, it } from 'vitest';
import { anna, bo, cleo } from '../support/people.ts';
import { team, tellsOf, type Night } from '../support/vocabulary.ts';
import { CUSTOMER } from '../support/world.ts';

const tell = tellsOf();

/** So many customers, each with a number of their own, press 1 and hang up, evenly spread over these seconds. */
async function customersCall(night: Night, customers: number, overSeconds: number): Promise<void> {
  const apart = overSeconds / customers;
  for (let n = 0; n < customers; n += 1) {
    const customer = night.phone(`+1202555${String(1200 + n)}`);
    customer.dial('+18004803466');
    await night.passes(apart / 2);
    customer.press('1');
    await night.passes(apart / 2);
    customer.hangUp();
  }
  await night.passes(1);
}

/** Every case of the desk in detail, whichever page of the list it is on. */
async function everyCase(night: Night) {
  const { rows } = await night.database.pool.query<{ number: string }>(
    'SELECT number FROM support_case ORDER BY opened_at',
  );
  return Promise.all(rows.map(({ number }) => night.case(number)));
}

it('does not ring a phone fifty times for fifty customers in two minutes: one key accepts all that a call has spoken', async () => {
  const night = await tell();
  await customersCall(night, 50, 120);
  expect(await everyCase(night)).toHaveLength(50);
  for (const person of team) expect(night.rangAt(person).length).toBeLessThanOrEqual(6);

  while (night.phone(anna).call?.state !== 'ringing') await night.passes(1);
  await night.picksUp(anna, undefined, 20);
  expect(night.heard(anna)).toMatch(/\d\d cases wait\./);
  expect(night.heard(anna)).toContain('Press 1 to accept all');
  await night.presses(anna, '1', 30);
  night.phone(anna).hangUp();
  const rung = night.rangAt(anna).length;

  // Those that she was asked for in a call that she missed were among them: no phone rings any more.
  await night.passes(70);
  expect(night.rangAt(anna)).toHaveLength(rung);
  const cases = await everyCase(night);
  expect(cases.filter((found) => found.acknowledgedBy !== 'anna')).toEqual([]);
  expect(night.rangAt(anna).length).toBeLessThanOrEqual(12);
  for (const found of cases) {
    expect(found.status).toBe('acknowledged');
    expect(found.pages.filter((page) => page.status === 'acknowledged')).toHaveLength(1);
    expect(found.timeline.filter((line) => line.event === 'case.acknowledged')).toHaveLength(1);
    for (const page of found.pages) {
      expect(page.events[0]?.event).toBe('queued');
      expect(['acknowledged', 'unanswered', 'stood-down']).toContain(page.status);
    }
    const demands = found.pages.map((page) => `${page.person} ${page.channel} ${page.round}`);
    expect(new Set(demands).size).toBe(demands.length);
  }
  for (const person of team.slice(1)) expect(night.phone(person).call).toBeNull();
}, 90_000);

it('speaks several cases one by one after 3, each with its own answer', async () => {
  const night = await tell();
  await customersCall(night, 3, 6);
  await night.passes(60);
  await night.picksUp(anna, undefined, 15);
  expect(night.heard(anna)).toContain('Three cases wait.');
  await night.presses(anna, '3', 6);
  await night.presses(anna, '1', 8);
  await night.presses(anna, '2', 8);
  await night.presses(anna, '1', 8);

  const cases = await everyCase(night);
  expect(cases.map((found) => found.acknowledgedBy)).toEqual(['anna', null, 'anna']);
  expect(cases[1]!.status).toBe('paging');
  expect(cases[1]!.pages.some((page) => page.person === 'anna' && page.status === 'declined')).toBe(true);
});

it('speaks a case that comes while the phone is at another call in a call of its own, or with the others', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  night.phone(anna).answer();
  await night.passes(2);
  await night.callsAndHangsUp({ from: '+12025550101' });
  expect(night.rangAt(anna)).toHaveLength(1);
  await night.presses(anna, '1', 3);
  expect(await night.case('DINO-1042')).toMatchObject({ acknowledgedBy: 'anna' });
  expect(await night.case('DINO-1043')).toMatchObject({ acknowledgedBy: null, status: 'paging' });
  night.phone(anna).hangUp();
  await night.passes(4);
  expect(night.phone(anna).call?.state).toBe('ringing');
  await night.picksUp(anna, '1');
  await night.passes(3);
  expect(await night.case('DINO-1043')).toMatchObject({ acknowledgedBy: 'anna' });
});

it('accepts by one key only what that call has spoken', async () => {
  const night = await tell();
  await night.callsAndHangsUp();
  night.phone(anna).answer();
  await night.passes(5);
  await night.callsAndHangsUp({ from: '+12025550101' });
  await night.presses(anna, '1', 3);
  expect(await night.case('DINO-1043')).toMatchObject({ acknowledgedBy: null });
});

it('stands down one case of a call that speaks two, and the other is still accepted by its key', async () => {
  const night = await tell();
  await customersCall(night, 2, 4);
  await night.passes(62);
  night.phone(anna).answer();
  await night.passes(3);
  const code = /A(\d+)/.exec(night.inbox(bo).find((text) => text.includes('DINO-1042'))!)![1]!;
  await night.texts(bo, `A${code}`);
  await night.passes(6);
  expect(night.heard(anna)).toContain('taken by Bo');
  await night.presses(anna, '1', 3);
  expect(await night.case('DINO-1042')).toMatchObject({ acknowledgedBy: 'bo' });
  expect(await night.case('DINO-1043')).toMatchObject({ acknowledgedBy: 'anna' });
  expect(night.phone(cleo).call).toBeNull();
});

it('brings whoever accepted two callers who hold to the one, and then to the other', async () => {
  const night = await tell();
  const other = '+12025550101';
  await night.callsDesk();
  await night.callsDesk({ from: other });
  await night.passes(62);
  await night.picksUp(anna, undefined, 8);
  expect(night.heard(anna)).toContain('Two cases wait.');
  await night.presses(anna, '1', 20);
  expect(night.phone(anna).with).toEqual([CUSTOMER]);
  expect(night.phone(other).call).not.toBeNull();
  night.phone(CUSTOMER).hangUp();
  await night.passes(3);
  night.phone(anna).hangUp();
  await night.passes(8);
  expect(night.phone(anna).call?.state).toBe('ringing');
  await night.picksUp(anna, '1', 6);
  await night.passes(12);
  expect(night.phone(anna).with).toEqual([other]);
});

it('tells the second caller the truth while the first one talks, and puts them through when the first has left', async () => {
  const night = await tell();
  const [second, third] = ['+12025550101', '+12025550102'];
  await night.callsDesk();
  await night.callsDesk({ from: second });
  await night.callsDesk({ from: third });
  await night.passes(62);
  await night.picksUp(anna, undefined, 8);
  await night.presses(anna, '1', 60);
  expect(night.phone(anna).with).toEqual([CUSTOMER]);
  for (const waiting of [second, third]) {
    const truths = night
      .phone(waiting)
      .said.filter((line) => line.text.includes('Anna has your case and is talking to another customer'));
    expect(truths.length).toBeGreaterThanOrEqual(2);
  }
  night.phone(CUSTOMER).hangUp();
  await night.passes(20);
  expect(night.heard(anna)).toContain('Your next caller holds, case D I N O, 1 0 4 3.');
  expect(night.phone(anna).with).toEqual([second]);
  night.phone(second).hangUp();
  await night.passes(20);
  expect(night.phone(anna).with).toEqual([third]);
  night.phone(third).hangUp();
  await night.passes(6);
  expect(night.heard(anna)).toContain('The caller has left. Press 1 to call the customer');
});

it('puts the next caller through after a call back that reached nobody', async () => {
  const night = await tell();
  const second = '+12025550101';
  await night.callsAndHangsUp();
  await night.picksUp(anna, '1');
  await night.passes(7);
  await night.presses(anna, '1', 4);
  await night.callsDesk({ from: second });
  await night.texts(anna, 'A11');
  expect(await night.case('DINO-1043')).toMatchObject({ acknowledgedBy: 'anna' });
  night.phone(CUSTOMER).answer();
  await night.passes(8);
  night.phone(CUSTOMER).hangUp();
  await night.passes(6);
  await night.presses(anna, '2', 20);
  expect(night.phone(anna).with).toEqual([second]);
});
