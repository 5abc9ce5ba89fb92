import { describe, expect, it } from 'vitest';
import { desks, type Customer, type Desk } from '../support/caller.ts';
import { anna, bo, cleo, sal } from '../support/people.ts';
import { CUSTOMER, DINO_NUMBER, DINO_OFFICE } from '../support/world.ts';

const opens = desks();
const COLLEAGUE = '+12025550121';

async function callsAnd(desk: Desk, keys: string, call: { from?: string; as?: string; to?: string } = {}) {
  const customer = desk.customer(call.from ?? CUSTOMER);
  await customer.calls(call.to ?? DINO_NUMBER, call.as);
  await customer.presses(keys, 2);
  return customer;
}

async function accepts(desk: Desk, who = anna): Promise<void> {
  desk.phones.telephone(who.voice!).answer();
  await desk.passes(4);
  desk.phones.telephone(who.voice!).press('1');
  await desk.passes(8);
}

async function knowCustomer(desk: Desk): Promise<void> {
  await desk.database.pool.query(`INSERT INTO customer (key, name) VALUES ('acme', 'Acme Insurance')`);
  await desk.database.pool.query(
    `INSERT INTO customer_contact (customer, name, phone) VALUES ('acme', 'Dana Reyes', $1), ('acme', 'Eve Ash', $2)`,
    [CUSTOMER, COLLEAGUE],
  );
}

async function bothAtOnce(desk: Desk, as: [string | undefined, string | undefined]): Promise<Customer[]> {
  const [first, second] = [desk.customer(CUSTOMER), desk.customer(COLLEAGUE)];
  first.phone.dial(DINO_NUMBER, as[0] === undefined ? {} : { from: as[0] });
  second.phone.dial(DINO_OFFICE, as[1] === undefined ? {} : { from: as[1] });
  await desk.passes(1);
  first.phone.press('1');
  second.phone.press('1');
  await desk.passes(2);
  return [first, second];
}

describe('both numbers dialled by one caller', () => {
  it('at the same instant are one case, eight pages, and one bridge', async () => {
    const desk = await opens();
    const callers = await bothAtOnce(desk, [undefined, CUSTOMER]);
    expect(await desk.cases()).toHaveLength(1);
    expect((await desk.newest()).pages).toHaveLength(8);
    expect(desk.pagesSent()).toBe(8);
    await desk.passes(8);
    expect(callers.filter((caller) => caller.heard().includes('Your case is already open'))).toHaveLength(1);
    await accepts(desk);
    for (const caller of callers) expect(caller.phone.with).toContain(anna.voice);
    expect((await desk.calls()).map((call) => call.caseNumber)).toEqual(['DINO-1042', 'DINO-1042']);
  });

  it('one after the other are one case, and nobody is paged twice', async () => {
    const desk = await opens();
    await callsAnd(desk, '1');
    const second = await callsAnd(desk, '1', { from: COLLEAGUE, as: CUSTOMER, to: DINO_OFFICE });
    await desk.passes(8);
    expect(second.heard()).toContain('Your case is already open, as D I N O, 1 0 4 2. Please hold');
    expect(desk.pagesSent()).toBe(8);
    expect((await desk.newest()).timeline.map((event) => event.event)).toContain('call.joined');
  });

  it('after somebody has accepted bring that person, and page nobody', async () => {
    const desk = await opens();
    const customer = await callsAnd(desk, '1');
    await customer.hangsUp();
    desk.phones.telephone(anna.sms!).sendText(DINO_NUMBER, 'A10');
    await desk.passes(30);
    const sent = desk.pagesSent();
    await customer.calls(DINO_OFFICE);
    await customer.presses('1', 12);
    expect(customer.heard()).toContain(
      'Your case is already open, as D I N O, 1 0 4 2. Anna Alm has accepted it.',
    );
    expect(desk.phones.telephone(anna.voice!).call?.state).toBe('ringing');
    expect(desk.pagesSent()).toBe(sent + 1);
    await accepts(desk);
    expect(customer.phone.with).toEqual([anna.voice]);
    for (const { voice } of [bo, cleo, sal]) expect(desk.phones.telephone(voice!).call).toBeNull();
  });

  it('while somebody is in the room join that room', async () => {
    const desk = await opens();
    const first = await callsAnd(desk, '1');
    await accepts(desk);
    const second = await callsAnd(desk, '1', { from: COLLEAGUE, as: CUSTOMER, to: DINO_OFFICE });
    await desk.passes(16);
    expect(second.phone.with.sort()).toEqual([CUSTOMER, anna.voice].sort());
    await first.hangsUp();
    await desk.passes(5);
    expect(second.phone.with).toEqual([anna.voice]);
  });
});

describe('one customer with two phones', () => {
  it('has one case, also when both call at the same instant', async () => {
    const desk = await opens();
    await knowCustomer(desk);
    await bothAtOnce(desk, [undefined, undefined]);
    expect(await desk.cases()).toMatchObject([{ number: 'DINO-1042', customer: 'Acme Insurance' }]);
    expect(desk.pagesSent()).toBe(8);
    expect((await desk.calls()).map((call) => call.caseNumber)).toEqual(['DINO-1042', 'DINO-1042']);
  });
});

describe('a case of its own', () => {
  it('has another severity, and another caller', async () => {
    const desk = await opens();
    await callsAnd(desk, '1');
    await callsAnd(desk, '2', { from: COLLEAGUE, as: CUSTOMER });
    await callsAnd(desk, '1', { from: '+12025550122' });
    expect((await desk.cases()).map((found) => `${found.severity} ${found.caller}`).sort()).toEqual([
      '1 +12025550100',
      '1 +12025550122',
      '2 +12025550100',
    ]);
  });

  it('has a call after 15 minutes, not one before', async () => {
    const desk = await opens();
    const customer = await callsAnd(desk, '3');
    await customer.hangsUp();
    await desk.passes(14 * 60);
    await callsAnd(desk, '3').then((again) => again.hangsUp());
    expect(await desk.cases()).toHaveLength(1);
    await desk.passes(90);
    await callsAnd(desk, '3');
    expect(await desk.cases()).toHaveLength(2);
  });

  it('has a call about something that was closed', async () => {
    const desk = await opens();
    const customer = await callsAnd(desk, '4');
    await customer.hangsUp();
    await desk.database.pool.query(
      `UPDATE support_case SET status = 'closed', closed_at = opened_at, closing_reason = 'answered'`,
    );
    await callsAnd(desk, '4');
    expect(await desk.cases()).toHaveLength(2);
  });
});

describe('a lesser matter that somebody has taken', () => {
  async function takenByAnna(desk: Desk): Promise<Customer> {
    const customer = await callsAnd(desk, '3');
    await customer.presses('1', 3);
    await accepts(desk);
    desk.phones.telephone(anna.voice!).hangUp();
    await desk.passes(3);
    await customer.hangsUp();
    await desk.passes(20);
    return customer;
  }

  it('rings nobody when its caller calls again to leave a message', async () => {
    const desk = await opens();
    const customer = await takenByAnna(desk);
    const sent = desk.pagesSent();
    await customer.calls();
    await customer.presses('3', 8);
    expect(customer.heard()).toContain(
      'Your case is already open, as D I N O, 1 0 4 2. Anna Alm has accepted it.',
    );
    await customer.presses('2', 60);
    expect(desk.pagesSent()).toBe(sent);
  });

  it('rings its taker, and says so, when the caller presses through', async () => {
    const desk = await opens();
    const customer = await takenByAnna(desk);
    await customer.calls();
    await customer.presses('3', 3);
    await customer.presses('1', 6);
    expect(customer.heard()).toContain('Anna Alm has your case, and is being called now.');
    expect(customer.heard()).not.toContain('until somebody accepts');
    expect(desk.phones.telephone(anna.voice!).call?.state).toBe('ringing');
    expect(desk.phones.telephone(bo.voice!).calls).toEqual([]);
    await accepts(desk);
    expect(customer.phone.with).toEqual([anna.voice]);
  });
});
