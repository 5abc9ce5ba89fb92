import { afterEach, expect, it } from 'vitest';
import { anna, bo, cleo, sal } from '../support/people.ts';
import { createWorld, CUSTOMER, DINO_NUMBER, type World } from '../support/world.ts';

let world: World;
afterEach(async () => {
  expect(world.phones.debuggerErrors).toEqual([]);
  expect(world.errors).toEqual([]);
  await world.close();
});

const phone = (number: string) => world.phones.telephone(number);

it('pages four people by SMS and voice at once, and puts the first to accept through to the caller', async () => {
  world = await createWorld();
  phone(CUSTOMER).dial(DINO_NUMBER);
  await world.passes(1);
  phone(CUSTOMER).press('1');
  await world.passes(1);

  const opened = await world.case('DINO-1042');
  expect(opened).toMatchObject({ status: 'paging', severity: '1', caller: CUSTOMER });
  expect(opened.pages.map((p) => `${p.person} ${p.channel}`).sort()).toEqual(
    ['anna', 'bo', 'cleo', 'sal'].flatMap((p) => [`${p} sms`, `${p} voice`]).sort(),
  );
  for (const p of [anna, bo, cleo, sal]) {
    expect(phone(p.voice!).call).toMatchObject({ state: 'ringing', remote: DINO_NUMBER });
    expect(phone(p.sms!).texts).toHaveLength(1);
  }

  phone(anna.voice!).answer();
  await world.passes(4);
  phone(anna.voice!).press('1');
  await world.passes(8);

  expect(phone(anna.voice!).with).toEqual([CUSTOMER]);
  expect(phone(CUSTOMER).with).toEqual([anna.voice]);
  for (const p of [bo, cleo, sal]) {
    expect(phone(p.voice!).call).toBeNull();
    expect(phone(p.sms!).texts.at(-1)?.body).toContain('taken by Anna');
  }
  expect(await world.case('DINO-1042')).toMatchObject({ status: 'in-contact', acknowledgedBy: 'anna' });
});
