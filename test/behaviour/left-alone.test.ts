import { describe, expect, it } from 'vitest';
import { desks, type Customer, type Desk } from '../support/caller.ts';
import { anna } from '../support/people.ts';
import { CUSTOMER } from '../support/world.ts';

const opens = desks();

/** A caller whom Anna takes. The carrier refuses twice to move them, so that she is in the room first. */
async function annaComesFirst(desk: Desk): Promise<Customer> {
  const customer = desk.customer();
  await customer.calls();
  await customer.presses('1', 16);
  desk.phones.telephone(anna.voice!).answer();
  await desk.passes(3);
  desk.phones.faults.add({ kind: 'rest-429', number: CUSTOMER, times: 2 });
  desk.phones.telephone(anna.voice!).press('1');
  await desk.passes(4);
  expect(customer.heard()).toMatch(/Anna has your case. You are being connected.$/);
  return customer;
}

// That she has left the room and that her call is over are told apart from each other, in either order.
describe.each([1, 2])('when report %i of a technician hanging up comes late', (every) => {
  it('a caller who has not met her hears to the end that she is called again', async () => {
    const desk = await opens();
    const { phone } = await annaComesFirst(desk);
    desk.phones.faults.add({ kind: 'callback-delay', number: anna.voice!, every, times: 1, delayMs: 2_000 });
    desk.phones.telephone(anna.voice!).hangUp();
    await desk.passes(12);
    const [told, ...more] = phone.said.filter(({ text }) => /We are calling Anna again/.test(text));
    expect(more).toEqual([]);
    expect(told!.endsAt.getTime() - told!.at.getTime()).toBeGreaterThan(6_000);
  });
});
