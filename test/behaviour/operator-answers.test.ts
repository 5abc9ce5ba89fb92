import { describe, expect, it } from 'vitest';
import {
  calledNow,
  callsNordic,
  callsTo,
  MARIA,
  nordicDesks,
  phoneOf,
  takesTheCall,
  technicianWasAsked,
  TEN_IN_THE_MORNING,
} from '../support/nordic.ts';
import { karin, nils, ulla, vaxel } from '../support/people.ts';

const opens = nordicDesks();

describe('a call to a desk with operators', () => {
  it('opens a case before anything is asked, rings the first operator, and says so', async () => {
    const desk = await opens();
    const customer = await callsNordic(desk);
    expect(calledNow(desk)).toEqual(['ulla']);
    await desk.passes(10);
    expect(customer.heard()).toContain('Ditt ärendenummer är D V N, 2 2 1 0.');
    expect(customer.heard()).toContain('Det ringer hos telefonisten.');
    expect(await desk.newest()).toMatchObject({
      number: 'DVN-2210',
      kind: 'registration',
      status: 'paging',
      severity: null,
      caller: MARIA,
    });
    expect(technicianWasAsked(desk)).toBe(false);
  });

  it('is answered when the operator has heard who calls and has pressed 1, and not before', async () => {
    const desk = await opens();
    const customer = await callsNordic(desk);
    const phone = phoneOf(desk, ulla);
    phone.answer();
    await desk.passes(12);
    const whisper = phone.said.map((line) => line.text).join(' ');
    expect(whisper).toContain('Samtal till DV Nordic support, från ');
    expect(whisper).toContain('Ärende D V N, 2 2 1 0.');
    expect(customer.phone.with).toEqual([]);
    expect((await desk.newest()).status).toBe('paging');
    phone.press('1');
    await desk.passes(6);
    expect(phone.with).toEqual([MARIA]);
    expect(customer.news()).toContain('Du kopplas till telefonisten.');
  });

  it('that is over is nobody’s case: it waits to be registered', async () => {
    const desk = await opens();
    const customer = await callsNordic(desk);
    await takesTheCall(desk, ulla);
    await desk.passes(120);
    expect(await desk.newest()).toMatchObject({ status: 'in-contact', acknowledgedBy: 'ulla' });
    await customer.hangsUp();
    await desk.passes(30);
    const found = await desk.newest();
    expect(found).toMatchObject({
      status: 'open',
      acknowledgedBy: null,
      acknowledgedAt: null,
      contactedAt: null,
    });
    expect(found.timeline.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['operator.answered', 'operator.talks', 'operator.done']),
    );
    // Nobody is called about it any more, however long it waits.
    await desk.passes(20 * 60);
    expect(callsTo(desk, ulla) + callsTo(desk, vaxel)).toBe(1);
    expect(technicianWasAsked(desk)).toBe(false);
  });

  it('that the operator has left, and that nobody answers then, goes on alone: the operator is not on the way', async () => {
    const desk = await opens();
    const customer = await callsNordic(desk);
    await takesTheCall(desk, ulla);
    await desk.passes(20);
    phoneOf(desk, ulla).hangUp();
    await desk.passes(8);
    customer.news();
    customer.phone.press('1');
    await desk.passes(100);
    const heard = customer.news();
    expect(heard).toContain('Ingen telefonist kan svara just nu.');
    expect(heard).not.toMatch(/är på väg|har tagit ditt ärende/);
    expect(await desk.newest()).toMatchObject({ acknowledgedBy: null });
  });

  it('goes to the next operator after 30 s', async () => {
    const desk = await opens();
    await callsNordic(desk);
    await desk.passes(20);
    expect(calledNow(desk)).toEqual(['ulla']);
    await desk.passes(11);
    expect(calledNow(desk)).toEqual(['vaxel']);
    expect(callsTo(desk, ulla)).toBe(1);
  });

  it('goes to the next operator at once when the first passes it on', async () => {
    const desk = await opens();
    await callsNordic(desk);
    phoneOf(desk, ulla).answer();
    await desk.passes(2);
    phoneOf(desk, ulla).press('2');
    await desk.passes(5);
    expect(calledNow(desk)).toEqual(['vaxel']);
  });

  it('goes to an operator whose phone has a test or a code: that gives way', async () => {
    const desk = await opens();
    await desk.database.pool.query(
      `INSERT INTO call (id, desk, direction, purpose, person, from_number, to_number, attempt, status, place, created_at)
       VALUES (gen_random_uuid(), 'dvnordic', 'outbound', 'drill', 'ulla', '+46850124000', $1, 1, 'due', 'offer', $2)`,
      [ulla.voice, desk.clock.now()],
    );
    await callsNordic(desk);
    expect(calledNow(desk)).toEqual(['ulla']);
  });

  it('goes past a busy phone at once, and past a voicemail box', async () => {
    const desk = await opens();
    phoneOf(desk, ulla).personality = { kind: 'busy' };
    phoneOf(desk, vaxel).personality = { kind: 'voicemail', afterSeconds: 5 };
    const customer = await callsNordic(desk, MARIA, 8);
    expect(phoneOf(desk, vaxel).call).not.toBeNull();
    await desk.passes(60);
    // A box that picks up is not the operator: the caller was told what to do instead.
    expect(customer.phone.with).toEqual([]);
    expect(customer.heard()).toContain('Ingen telefonist kan svara just nu.');
    expect(customer.heard()).toContain('Vilket nummer når vi dig på?');
  });

  it('finds nobody on duty: the caller goes on alone at once, and the supervisor is told of the hole', async () => {
    const desk = await opens({ people: [nils, karin] });
    const customer = await callsNordic(desk, MARIA, 25);
    expect(customer.heard()).toContain('Ingen telefonist kan svara just nu.');
    expect((await desk.newest()).timeline.map(({ event }) => event)).toContain('duty.hole');
    expect([nils, karin].map((person) => callsTo(desk, person))).toEqual([0, 0]);
  });
});

describe('a caller who hangs up', () => {
  it.each([
    ['while the phone rings', async () => undefined],
    [
      'while the operator listens',
      async (desk: Awaited<ReturnType<typeof opens>>) => {
        phoneOf(desk, ulla).answer();
        await desk.passes(1);
      },
    ],
  ])('%s leaves a case, and a phone that is hung up', async (_, before) => {
    const desk = await opens();
    const customer = await callsNordic(desk, MARIA, 10);
    await before(desk);
    await customer.hangsUp();
    await desk.passes(8);
    expect(calledNow(desk)).toEqual([]);
    expect(await desk.newest()).toMatchObject({ number: 'DVN-2210', status: 'open', acknowledgedBy: null });
    await desk.passes(300);
    expect(callsTo(desk, ulla)).toBe(1);
    expect(callsTo(desk, vaxel)).toBe(0);
  });

  it('can be called back by the operator who was talking, with one key', async () => {
    const desk = await opens();
    const customer = await callsNordic(desk);
    await takesTheCall(desk, ulla);
    await desk.passes(10);
    await customer.hangsUp();
    await desk.passes(3);
    phoneOf(desk, ulla).press('1');
    await desk.passes(4);
    expect(customer.phone.call).not.toBeNull();
  });
});

describe('two callers at once', () => {
  it('reach two operators; a third goes on alone', async () => {
    const desk = await opens();
    await callsNordic(desk, MARIA);
    await takesTheCall(desk, ulla);
    const second = await callsNordic(desk, '+46701740651');
    expect(phoneOf(desk, vaxel).call).not.toBeNull();
    await takesTheCall(desk, vaxel);
    expect(second.phone.with).toEqual([vaxel.voice]);
    const third = await callsNordic(desk, '+46701740652', 25);
    expect(third.heard()).toContain('Ingen telefonist kan svara just nu.');
    expect((await desk.cases()).map(({ number }) => number)).toEqual(['DVN-2212', 'DVN-2211', 'DVN-2210']);
  });

  it('who come in the same instant do not wait for one phone', async () => {
    const desk = await opens();
    const callers = [MARIA, '+46701740651', '+46701740652'].map((number) => desk.customer(number));
    await Promise.all(callers.map((customer) => customer.calls('+46858460600')));
    await desk.passes(6);
    expect(calledNow(desk)).toEqual(['ulla', 'vaxel']);
    await desk.passes(20);
    const alone = callers.filter((customer) => customer.heard().includes('Ingen telefonist kan svara'));
    expect(alone).toHaveLength(1);
  });

  it('of one customer with two matters have two cases', async () => {
    const desk = await opens({ at: TEN_IN_THE_MORNING });
    const { pool } = desk.database;
    await pool.query(`INSERT INTO customer (key, name) VALUES ('kommunen', 'Norrby kommun')`);
    for (const phone of [MARIA, '+46701740651'])
      await pool.query(`INSERT INTO customer_contact (customer, name, phone) VALUES ('kommunen', 'M', $1)`, [
        phone,
      ]);
    await callsNordic(desk, MARIA);
    await callsNordic(desk, '+46701740651');
    expect(await desk.cases()).toHaveLength(2);
  });
});
