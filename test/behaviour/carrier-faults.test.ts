import { expect, it } from 'vitest';
import type { Fault } from '../../phones/index.ts';
import { anna, bo, cleo, sal } from '../support/people.ts';
import { FIRST_CASE, team, tellsOf, type Night } from '../support/vocabulary.ts';
import { CUSTOMER } from '../support/world.ts';

const tell = tellsOf();

/** Carrier ids of everything that the carrier took from us for a person in round 1. */
const taken = (night: Night, who = anna) => ({
  calls: night
    .phone(who)
    .calls.filter((call) => call.way === 'incoming')
    .map((call) => call.sid),
  texts: night.phone(who).texts.filter((text) => text.way === 'received' && text.body.includes('accepts')),
});

/** Carrier ids that the receipts of a case name, in pages and in their events. */
async function idsOnReceipts(night: Night): Promise<Set<string>> {
  const text = JSON.stringify((await night.case(FIRST_CASE)).pages);
  return new Set(text.match(/\b(?:CA|SM)[0-9a-f]{32}\b/g));
}

/** How many calls the carrier has taken from us. */
const callsTaken = (night: Night): number =>
  night.phones.wire.filter((entry) => entry.url.includes('Calls.json') && entry.status === 201).length;

/** Whoever picks up, presses 1; nobody but one accepter may come of it. */
async function endsAcknowledged(night: Night): Promise<void> {
  for (let waited = 0; waited < 200 && night.phone(anna).call?.state !== 'ringing'; waited += 1)
    await night.passes(1);
  await night.picksUp(anna, '1', 6);
  await night.passes(12);
  const found = await night.case(FIRST_CASE);
  expect(found.acknowledgedBy).toBe('anna');
  expect(found.timeline.filter((line) => line.event === 'case.acknowledged')).toHaveLength(1);
}

it.each<Fault>([
  { kind: 'rest-429', every: 2 },
  { kind: 'rest-429', times: 8 },
  { kind: 'rest-500', every: 2 },
  { kind: 'rest-500', times: 8 },
  { kind: 'rest-lost', every: 3 },
  { kind: 'rest-lost', times: 8 },
  { kind: 'callback-delay', delayMs: 12_000 },
  { kind: 'callback-duplicate' },
  { kind: 'callback-reorder' },
  { kind: 'callback-drop' },
  { kind: 'callback-drop', every: 2 },
  { kind: 'sms-never-delivered' },
  { kind: 'sms-undelivered', code: 30003 },
  { kind: 'voice-failed', times: 4 },
])('ends acknowledged and pages nobody after it, whatever the carrier does: %j', async (fault) => {
  const night = await tell();
  // Moving, ending or looking up a leg is tried again until it succeeds, and each try that failed is in the log.
  if (fault.kind.startsWith('rest-')) night.expected.push(/"leg not (moved|ended|looked up)/);
  night.phones.faults.add(fault);
  await night.callsDesk();
  await night.passes(10);
  await endsAcknowledged(night);
  expect(night.phone(anna).with).toEqual([CUSTOMER]);
  for (const person of [bo, cleo, sal]) expect(night.phone(person).call?.state ?? null).not.toBe('talking');

  // What the carrier had been handed may still ring out; nothing new is handed over.
  await night.passes(30);
  const rung = team.map((person) => night.rangAt(person).length);
  const paged = team.map((person) => taken(night, person).texts.length);
  for (const person of [bo, cleo, sal]) expect(night.phone(person).call).toBeNull();
  await night.passes(400);
  expect(team.map((person) => night.rangAt(person).length)).toEqual(rung);
  expect(team.map((person) => taken(night, person).texts.length)).toEqual(paged);
  const open = (await night.pages()).filter((page) =>
    ['due', 'sending', 'ringing', 'answered'].includes(page.status),
  );
  expect(open).toEqual([]);
});

it('shows both of a call that was placed twice because its answer was lost', async () => {
  const night = await tell();
  night.phones.faults.add({ kind: 'rest-lost', resource: 'Calls', number: anna.voice!, times: 1 });
  night.phones.faults.add({ kind: 'callback-delay', number: anna.voice!, delayMs: 8_000 });
  await night.callsAndHangsUp();
  await night.passes(55);
  expect((await night.receipt(anna, 'voice')).filter((event) => event === 'tried-again')).toHaveLength(1);
  const placed = night.phones.wire.filter(
    (entry) =>
      entry.way === 'to-carrier' && entry.url.includes('Calls.json') && entry.request['To'] === anna.voice,
  );
  expect(placed).toHaveLength(2);
  const ids = await idsOnReceipts(night);
  for (const sid of taken(night).calls) expect(ids).toContain(sid);
  expect([...ids].filter((id) => id.startsWith('CA'))).toHaveLength(5);
});

it('keeps the second of a call that was placed twice on the receipt when the first one is picked up', async () => {
  const night = await tell();
  night.phones.faults.add({ kind: 'rest-lost', resource: 'Calls', number: anna.voice!, times: 2 });
  night.phones.faults.add({ kind: 'callback-delay', number: anna.voice!, delayMs: 8_000 });
  await night.callsAndHangsUp();
  for (let waited = 0; waited < 20 && (await callsTo(night)).length < 2; waited += 1) await night.passes(1);
  await night.picksUp(anna, '9');
  const receipt = JSON.stringify((await night.pages()).filter((page) => page.person === 'anna'));
  for (const id of await callsTo(night)) expect(receipt).toContain(id);
});

/** Our own ids of the calls that were placed to Anna. */
async function callsTo(night: Night): Promise<string[]> {
  const { rows } = await night.database.pool.query<{ id: string }>(
    `SELECT id FROM call WHERE to_number = $1 AND purpose = 'page'`,
    [anna.voice],
  );
  return rows.map(({ id }) => id);
}

it('shows both of a text that was sent twice because its answer was lost', async () => {
  const night = await tell();
  night.phones.faults.add({ kind: 'rest-lost', resource: 'Messages', number: bo.sms!, times: 1 });
  night.phones.faults.add({ kind: 'callback-delay', number: bo.sms!, delayMs: 8_000 });
  await night.callsAndHangsUp();
  await night.passes(30);
  expect(taken(night, bo).texts).toHaveLength(2);
  const ids = await idsOnReceipts(night);
  for (const text of taken(night, bo).texts) expect(ids).toContain(text.sid);
});

it('learns by a callback what a lost answer would have said, and does not page twice', async () => {
  const night = await tell();
  night.phones.faults.add({ kind: 'rest-lost', times: 8 });
  await night.callsAndHangsUp();
  await night.passes(30);
  for (const person of team) {
    expect(night.rangAt(person)).toHaveLength(1);
    expect(taken(night, person).texts).toHaveLength(1);
  }
  const ids = await idsOnReceipts(night);
  expect(ids.size).toBe(8);
});

it('settles calls whose callbacks never come by asking, so that the next round has the phones', async () => {
  const night = await tell();
  night.phones.faults.add({ kind: 'callback-drop' });
  await night.callsAndHangsUp();
  await night.passes(185);
  for (const person of team) expect(night.rangAt(person).length).toBeGreaterThanOrEqual(3);
  const first = (await night.pages()).filter((page) => page.channel === 'voice' && page.round === 1);
  expect(first.map((page) => page.status)).toEqual(['unanswered', 'unanswered', 'unanswered', 'unanswered']);
  await night.passes(60);
  const { rows } = await night.database.pool.query(
    `SELECT 1 FROM call WHERE ended_at IS NULL AND created_at < $1`,
    [new Date(night.clock.now().getTime() - 180_000)],
  );
  expect(rows).toEqual([]);
});

it.each<Fault['kind']>(['rest-hang', 'rest-half-open'])(
  '%s at one phone delays no other, and that phone is tried again',
  async (kind) => {
    const night = await tell();
    night.phones.faults.add({ kind, number: anna.voice!, times: 2 });
    const calling = night.callsAndHangsUp();
    const began = Date.now();
    while (callsTaken(night) < 3) {
      if (Date.now() - began > 5_000) throw new Error('the others were not called while one request hung');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await calling;
    await night.passes(15);
    expect(night.phone(anna).call?.state).toBe('ringing');
    await night.picksUp(anna, '1', 6);
    expect(await night.case(FIRST_CASE)).toMatchObject({ acknowledgedBy: 'anna' });
    const ids = await idsOnReceipts(night);
    for (const sid of taken(night).calls) expect(ids).toContain(sid);
  },
  60_000,
);
