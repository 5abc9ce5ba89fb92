import { expect, it } from 'vitest';
import { anna, bo, sue } from '../support/people.ts';
import { FIRST_CASE, team, tellsOf, type Night } from '../support/vocabulary.ts';
import { CUSTOMER, DINO_NUMBER, SECOND_NUMBER } from '../support/world.ts';

const tell = tellsOf();
const tellWithTwo = () => tell({ twoCarriers: true });

/** Requests for new calls and texts that a carrier has taken. */
const takenBy = (carrier: Night['phones']) =>
  carrier.wire.filter(
    ({ way, method, url, status }) =>
      way === 'to-carrier' && method === 'POST' && /(Calls|Messages)\.json/.test(url) && status === 201,
  ).length;

const carriersOn = (events: { event: string; [key: string]: unknown }[], event: string) =>
  events.filter((line) => line.event === event).map((line) => (line['data'] as { carrier?: string }).carrier);

it('pages by the first carrier alone while it works', async () => {
  const night = await tellWithTwo();
  await night.callsDesk();
  expect(takenBy(night.phones)).toBe(8);
  expect(takenBy(night.second)).toBe(0);
  for (const page of await night.pages()) expect(carriersOn(page.events, 'sent')).toEqual(['twilio']);
});

it('sends all eight pages by the other carrier within a second when the account is refused, and says so once', async () => {
  const night = await tellWithTwo();
  night.phones.faults.add({ kind: 'rest-401' });
  await night.callsDesk();
  for (const person of team) {
    expect(night.phone(person).call).toMatchObject({ state: 'ringing', remote: SECOND_NUMBER });
    expect(night.rangAt(person)[0]).toBeLessThanOrEqual(3);
  }
  const pages = await night.pages();
  expect(pages).toHaveLength(8);
  for (const page of pages) {
    expect(carriersOn(page.events, 'sent')).toEqual(['signalwire']);
    expect(page.events.filter((line) => line.event === 'queued')).toHaveLength(1);
  }
  await night.passes(2);
  for (const person of team) expect(night.inbox(person)).toHaveLength(1);
  expect((await night.alarms()).map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
    'carrier-refuses twilio account 20003',
  ]);
  expect(night.inbox(sue).join(' ')).toContain('Paging goes out by SignalWire');
  await night.texts(anna, 'A10');
  expect(await night.case(FIRST_CASE)).toMatchObject({ acknowledgedBy: 'anna' });
});

it('asks the other carrier first from then on, and the first again when it works', async () => {
  const night = await tellWithTwo();
  const fault = night.phones.faults.add({ kind: 'rest-401' });
  await night.callsAndHangsUp();
  const refused = night.phones.wire.filter((entry) => entry.status === 401).length;
  await night.passes(10);
  await night.callsAndHangsUp({ from: '+12025550101', key: '2' });
  expect(night.phones.wire.filter((entry) => entry.status === 401)).toHaveLength(refused);

  night.phones.faults.remove(fault);
  await night.passes(60);
  expect(takenBy(night.phones)).toBeGreaterThan(0);
  const { rows } = await night.database.pool.query('SELECT carrier FROM carrier_refusal');
  expect(rows).toEqual([]);
  await night.passes(120);
  const { rows: open } = await night.database.pool.query(
    `SELECT 1 FROM alarm WHERE kind = 'carrier-refuses' AND cleared_at IS NULL`,
  );
  expect(open).toEqual([]);
});

it('calls by the other carrier at once what was certainly not placed, and sends a text both ways', async () => {
  const night = await tellWithTwo();
  night.phones.faults.add({ kind: 'rest-429', number: anna.voice!, times: 2 });
  await night.callsAndHangsUp();
  expect(night.phone(anna).call).toMatchObject({ state: 'ringing', remote: SECOND_NUMBER });
  expect(night.phone(bo).call).toMatchObject({ state: 'ringing', remote: DINO_NUMBER });
  await night.passes(12);
  expect(night.rangAt(anna)).toHaveLength(1);
  const texts = night.phone(anna).texts.filter((text) => text.body.includes('accepts'));
  expect(texts.map((text) => text.remote).sort()).toEqual([DINO_NUMBER, SECOND_NUMBER].sort());
  const page = (await night.pages()).find((of) => of.person === 'anna' && of.channel === 'sms')!;
  expect(carriersOn(page.events, 'sent').sort()).toEqual(['signalwire', 'twilio']);
  expect(await night.alarms()).toEqual([]);
});

it('does not ring a phone by the other carrier while the first may be ringing it', async () => {
  const night = await tellWithTwo();
  night.phones.faults.add({ kind: 'rest-lost', resource: 'Calls', number: anna.voice!, times: 1 });
  await night.callsAndHangsUp();
  await night.passes(20);
  expect(night.rangAt(anna)).toHaveLength(1);
});

it('goes on in every round when neither carrier works, and the alarm says so', async () => {
  const night = await tellWithTwo();
  night.phones.faults.add({ kind: 'rest-401' });
  night.second.faults.add({ kind: 'rest-401' });
  await night.callsAndHangsUp();
  await night.passes(200);
  const alarms = (await night.alarms()).map(({ message }) => message).join(' ');
  expect(alarms).toContain('The other carrier refuses too');
  expect((await night.case(FIRST_CASE)).status).toBe('paging');
  night.second.faults.clear();
  await night.passes(130);
  for (const person of team) expect(night.rangAt(person).length).toBeGreaterThan(0);
});

it('does the whole job for a caller who came in by the second carrier', async () => {
  const night = await tellWithTwo();
  await night.callsDesk({ to: SECOND_NUMBER });
  for (const person of team)
    expect(night.phone(person).call).toMatchObject({ state: 'ringing', remote: SECOND_NUMBER });
  expect(takenBy(night.phones)).toBe(0);
  await night.picksUp(anna, '1', 6);
  await night.passes(6);
  expect(night.phone(anna).with).toEqual([CUSTOMER]);
  expect(night.phone(bo).call).toBeNull();
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'in-contact', acknowledgedBy: 'anna' });
});

it('takes a code that is texted to the number of the second carrier', async () => {
  const night = await tellWithTwo();
  await night.callsAndHangsUp();
  night.phone(anna).sendText(SECOND_NUMBER, 'A10');
  await night.passes(3);
  expect(await night.case(FIRST_CASE)).toMatchObject({ acknowledgedBy: 'anna' });
  expect(night.phone(anna).texts.at(-1)).toMatchObject({ way: 'received', remote: SECOND_NUMBER });
});

it('brings a caller and an accepter on different carriers to one line, by calling the accepter anew', async () => {
  const night = await tellWithTwo();
  // The second carrier is too busy at that moment: the calls go by the first.
  night.second.faults.add({ kind: 'rest-429', resource: 'Calls', times: 4 });
  await night.callsDesk({ to: SECOND_NUMBER });
  expect(night.phone(anna).call).toMatchObject({ state: 'ringing', remote: DINO_NUMBER });
  await night.picksUp(anna, '1', 6);
  expect(night.heard(anna)).toContain('we call you again');
  await night.passes(15);
  expect(night.phone(anna).call).toMatchObject({ state: 'ringing', remote: SECOND_NUMBER });
  await night.picksUp(anna, '1', 6);
  await night.passes(6);
  expect(night.phone(anna).with).toEqual([CUSTOMER]);
  expect(night.phone(CUSTOMER).with).toEqual([anna.voice]);
  expect(await night.case(FIRST_CASE)).toMatchObject({ status: 'in-contact', acknowledgedBy: 'anna' });
});

it("has a caller called back whose carrier places no calls, when the accepter's is another", async () => {
  const night = await tellWithTwo();
  night.second.faults.add({ kind: 'rest-401' });
  night.expected.push(/"leg not (moved|ended|looked up)/);
  await night.callsDesk({ to: SECOND_NUMBER });
  expect(night.phone(anna).call).toMatchObject({ state: 'ringing', remote: DINO_NUMBER });
  await night.picksUp(anna, '1', 6);
  await night.passes(25);
  expect(night.heard(CUSTOMER)).toContain('Please hang up now');
  expect(night.phone(CUSTOMER).call).toBeNull();
  await night.presses(anna, '1', 5);
  expect(night.phone(CUSTOMER).call).toMatchObject({ state: 'ringing', remote: DINO_NUMBER });
  night.phone(CUSTOMER).answer();
  await night.passes(8);
  expect(night.phone(anna).with).toEqual([CUSTOMER]);
});

it('brings whoever joins a talk at the other carrier to it by a call of that one', async () => {
  const night = await tellWithTwo();
  night.second.faults.add({ kind: 'rest-429', resource: 'Calls', number: bo.voice!, times: 1 });
  await night.callsDesk({ to: SECOND_NUMBER });
  night.phone(bo).answer();
  await night.picksUp(anna, '1', 6);
  await night.passes(3);
  expect(night.phone(anna).with).toEqual([CUSTOMER]);
  await night.presses(bo, '1', 20);
  expect(night.phone(bo).call).toMatchObject({ state: 'ringing', remote: SECOND_NUMBER });
  await night.picksUp(bo, '1', 8);
  await night.passes(6);
  expect(night.phone(bo).with.sort()).toEqual([CUSTOMER, anna.voice].sort());
});

it.each([
  [30006, 'contact-dead'],
  [21610, 'opted-out'],
])('hears what becomes of a text that only the other carrier took (%d)', async (code, alarm) => {
  const night = await tellWithTwo();
  const number = anna.sms!;
  night.phones.faults.add({ kind: 'rest-500', resource: 'Messages', number });
  night.second.faults.add({ kind: 'sms-slow', number, delayMs: 30_000 });
  night.second.faults.add({ kind: 'sms-undelivered', number, code });
  await night.callsAndHangsUp();
  await night.passes(60);
  const page = (await night.pages()).find(({ person, channel }) => person === 'anna' && channel === 'sms');
  expect(page).toMatchObject({ status: 'failed' });
  expect(page?.events.at(-1)).toMatchObject({ event: 'not-delivered' });
  expect(Object.keys(await night.standing())).toContain(alarm);
});
