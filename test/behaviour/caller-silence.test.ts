import { describe, expect, it } from 'vitest';
import { desks, type Customer, type Desk } from '../support/caller.ts';
import { anna } from '../support/people.ts';
import { CUSTOMER } from '../support/world.ts';

const opens = desks();

async function answered(desk: Desk): Promise<Customer> {
  const customer = desk.customer();
  await customer.calls();
  return customer;
}

/** Longer than the whole menu and the silence behind it. */
const MENU_SECONDS = 38;

describe('whoever does not choose', () => {
  it('is asked three times, then has a case and may leave a message', async () => {
    const desk = await opens();
    const customer = await answered(desk);
    await desk.passes(3 * MENU_SECONDS);
    expect(customer.heard().match(/press or say one/g)).toHaveLength(3);
    expect(customer.heard()).toContain('I did not hear you.');
    await desk.passes(90);
    expect(customer.heard()).toContain('I have opened case D I N O, 1 0 4 2 for you.');
    expect(customer.heard()).toContain('Please leave your name');
    expect(customer.heard()).toMatch(/Your case is D I N O, 1 0 4 2\..* Goodbye\.$/);
    expect(await desk.newest()).toMatchObject({ kind: 'unsorted', status: 'open', caller: CUSTOMER });
    expect(desk.pagesSent()).toBe(0);
  });

  it('by wrong keys, words and silence in any mixture is met kindly and reaches a technician', async () => {
    const desk = await opens();
    const customer = await answered(desk);
    await customer.presses('9', 2);
    expect(customer.news()).toContain('Sorry, I did not get that.');
    await customer.says('the thing with the lights', 3);
    expect(customer.news()).toContain('Sorry, I did not get that.');
    await customer.presses('*', 4);
    expect(customer.news()).toContain('No problem. I have opened case D I N O, 1 0 4 2 for you.');
    await customer.presses('1', 4);
    expect(desk.phones.telephone(anna.voice!).call?.state).toBe('ringing');
    desk.phones.telephone(anna.voice!).answer();
    await desk.passes(4);
    desk.phones.telephone(anna.voice!).press('1');
    await desk.passes(8);
    expect(customer.phone.with).toEqual([anna.voice]);
  });

  it('may still choose at the third time of asking', async () => {
    const desk = await opens();
    const customer = await answered(desk);
    await customer.presses('9', 2);
    await customer.presses('8', 2);
    await customer.presses('1', 2);
    expect(await desk.cases()).toMatchObject([{ kind: 'severity', severity: '1', status: 'paging' }]);
  });

  it('is not put off by wrong keys and silence in the second menu', async () => {
    const desk = await opens();
    const customer = await answered(desk);
    await customer.presses('3', 3);
    await customer.presses('9', 2);
    await customer.presses('9', 2);
    expect(customer.heard()).toContain('Please leave your name');
    await desk.passes(60);
    expect(customer.heard()).toMatch(/Goodbye\.$/);
    expect(await desk.cases()).toHaveLength(1);
  });
});

describe('whoever hangs up', () => {
  it.each<[string, (customer: Customer, desk: Desk) => Promise<unknown>, object]>([
    ['in the menu', async () => undefined, { kind: 'unsorted', status: 'open' }],
    ['after a wrong key', (c) => c.presses('9', 2), { kind: 'unsorted', status: 'open' }],
    ['right after the key', (c) => c.presses('1', 0), { severity: '1', status: 'paging' }],
    ['on hold', (c) => c.presses('2', 30), { severity: '2', status: 'paging' }],
    ['in the second menu', (c) => c.presses('3', 4), { severity: '3', status: 'open' }],
    [
      'while leaving a message',
      async (c) => {
        await c.presses('4', 3);
        await c.presses('2', 14);
        c.phone.say('It says error nine');
      },
      { severity: '4', status: 'open' },
    ],
    [
      'after pressing through',
      async (c) => {
        await c.presses('3', 3);
        await c.presses('1', 3);
      },
      { severity: '3', status: 'paging' },
    ],
    ['in the feedback menu', (c) => c.presses('7', 4), { kind: 'feedback', status: 'open' }],
    ['outside the hours of contracts', (c) => c.presses('6', 4), { kind: 'contract', status: 'open' }],
  ])('%s has a case', async (_, does, expected) => {
    const desk = await opens();
    const customer = await answered(desk);
    await does(customer, desk);
    await customer.hangsUp();
    await desk.passes(10);
    expect(await desk.cases()).toMatchObject([{ ...expected, caller: CUSTOMER }]);
    const [call] = await desk.calls();
    expect(call).toMatchObject({ ended: true, status: 'completed', caseNumber: 'DINO-1042' });
    expect(call!.events.at(-1)?.event).toMatch(/ended|abandoned|recorded/);
  });

  it('in number entry has a case and is being paged for', async () => {
    const desk = await opens();
    const customer = desk.customer();
    await customer.calls(undefined, 'anonymous');
    await customer.presses('1', 3);
    await customer.presses('20255', 1);
    await customer.hangsUp();
    expect(await desk.newest()).toMatchObject({ severity: '1', status: 'paging', caller: null });
  });

  it('twice in the menu has one case, and one more that is about something', async () => {
    const desk = await opens();
    const customer = await answered(desk);
    await customer.hangsUp();
    await customer.calls();
    await customer.hangsUp();
    await customer.calls();
    await customer.presses('1', 2);
    expect((await desk.cases()).map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'severity paging',
      'unsorted open',
    ]);
  });
});
