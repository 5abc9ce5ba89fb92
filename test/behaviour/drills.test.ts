import { expect, it } from 'vitest';
import { addOverride } from '../../src/duty/override.store.ts';
import {
  alarmsAt,
  at,
  codeOf,
  drillsBegin,
  HOURS,
  MINUTES,
  noMessages,
  outcomes,
  rings,
  shown,
  TEST,
} from '../support/drills.ts';
import { anna, bo, cleo, sal, sue, type TestPerson } from '../support/people.ts';
import { layerOf, schedule, seatsOf } from '../support/schedules.ts';
import { FIRST_CASE, tellsOf } from '../support/vocabulary.ts';
import { CUSTOMER, DINO_NUMBER } from '../support/world.ts';

const tell = tellsOf();
const begins = (people?: readonly TestPerson[]) => drillsBegin(tell, people);

it('whoever goes on duty next is asked by call and text, says that they were reached, and nobody else notices', async () => {
  const night = await begins();
  await night.passes(4 * MINUTES - 1);
  expect(night.inbox(anna)).toEqual([]);
  await rings(night, anna);
  await night.picksUp(anna, '1', 12);
  expect(night.heard(anna)).toMatch(
    /^Dino-Software support\. This is a test before you go on duty\. There is no case\. Press 1 .*Thank you\. Our calls reach you\. Goodbye\.$/,
  );
  await night.texts(anna, `ok ${codeOf(night, anna).toLowerCase()}`);
  expect(night.inbox(anna).at(-1)).toBe('Thank you: our texts reach you.');
  await night.passes(35 * MINUTES);
  expect(await shown(night)).toEqual([
    { channel: 'sms', tries: 1, by: 'code', failed: null },
    { channel: 'voice', tries: 1, by: 'key', failed: null },
  ]);
  expect(await outcomes(night)).toEqual(['anna reached']);
  expect(night.rangAt(anna)).toHaveLength(1);
  for (const person of [bo, cleo, sal, sue]) {
    expect(night.inbox(person)).toEqual([]);
    expect(night.rangAt(person)).toEqual([]);
  }
  expect(await night.cases()).toEqual([]);
  expect(await night.alarms()).toEqual([]);
});

it('the supervisor is told before the shift of whoever let a voicemail box answer and read no text', async () => {
  const night = await begins([anna, bo, cleo, sal, { ...sue, email: 'sue@example.com' }]);
  night.phone(anna).personality = { kind: 'voicemail' };
  await night.passes(1 * HOURS + 30 * MINUTES);
  expect(alarmsAt(night)).toEqual([]);
  await night.passes(10 * MINUTES);
  expect(await shown(night)).toEqual([
    { channel: 'sms', tries: 3, by: null, failed: 'no-reply' },
    { channel: 'voice', tries: 3, by: null, failed: 'no-key' },
  ]);
  expect(alarmsAt(night)).toEqual([
    'ALARM dino: Anna Alm, on duty from Fri 13 Nov 08:00, was not reached by test call (picked up, no key pressed) and text (no reply). ' +
      'Reach them yourself before that, or give the shift to somebody else. Their numbers stand under People in the console.',
  ]);
  expect((await night.standing())['drill-missed']).toEqual(['sue mail', 'sue sms']);
  await night.passes(10 * MINUTES);
  expect(alarmsAt(night)).toHaveLength(1);
  expect(night.rangAt(anna)).toHaveLength(3);
});

it('says why of each channel that reached nobody, and of no other', async () => {
  const night = await begins();
  night.phone(anna).personality = { kind: 'no-answer' };
  await night.passes(6 * MINUTES);
  await night.texts(anna, 'OK');
  expect(night.inbox(anna).at(-1)).toBe('Thank you: our texts reach you.');
  await night.passes(2 * HOURS);
  expect(alarmsAt(night)).toEqual([expect.stringMatching(/was not reached by test call \(no answer\)\./)]);
  expect(night.inbox(anna).filter((text) => TEST.test(text))).toHaveLength(1);
  expect(await outcomes(night)).toEqual(['anna missed']);
});

it('who answers late is reached all the same, and the alarm is over', async () => {
  const night = await begins();
  night.phone(anna).personality = { kind: 'no-answer' };
  await night.passes(6 * MINUTES);
  await night.texts(anna, codeOf(night, anna));
  night.phone(anna).personality = { kind: 'manual' };
  await night.passes(60 * MINUTES);
  // The third call, an hour after the first, is picked up without a key; the test is over before she presses it.
  expect(await night.standing()).not.toHaveProperty('drill-missed');
  await night.passes(30 * MINUTES);
  expect(await night.standing()).toHaveProperty('drill-missed');
  await night.database.pool.query(
    `UPDATE contact_method SET address = '+12025550199' WHERE person = 'anna' AND channel = 'voice'`,
  );
  await night.passes(2 * MINUTES);
  expect(await night.standing()).not.toHaveProperty('drill-missed');
});

it('a shift that was given away meanwhile is no reason to try any longer, nor for an alarm', async () => {
  const night = await begins();
  night.phone(anna).personality = { kind: 'no-answer' };
  await night.passes(10 * MINUTES);
  const [from, to] = [new Date('2026-11-13T13:00Z'), new Date('2026-11-14T13:00Z')];
  const swap = {
    desk: 'dino',
    role: 'senior-technician',
    insteadOf: 'anna',
    person: 'bo',
    why: 'ill',
    from,
    to,
  };
  await addOverride(night.database.pool, swap, { by: 'sue', now: night.clock.now() });
  // Bo is asked in her place as soon as it is known.
  await rings(night, bo);
  await night.picksUp(bo, '1', 12);
  await night.texts(bo, codeOf(night, bo));
  await night.passes(1 * HOURS + 30 * MINUTES);
  expect((await outcomes(night)).sort()).toEqual(['anna not-needed', 'bo reached']);
  expect(alarmsAt(night)).toEqual([]);
});

it('gives way to a page: the phone rings for the case as soon as it is free', async () => {
  const night = await begins();
  // Anna is paged as well, though her shift begins tomorrow.
  await schedule(night.database.pool, 'sales', seatsOf([layerOf(['anna'])]), '2026-11-01T00:00Z');
  await rings(night, anna);
  const drillRangAt = night.rangAt(anna).at(-1)!;
  await night.callsDesk();
  await night.passes(3);
  expect(night.rangAt(anna).filter((second) => second > drillRangAt)).toHaveLength(1);
  await night.picksUp(anna, '1', 12);
  expect((await night.case(FIRST_CASE)).acknowledgedBy).toBe('anna');
  expect((await shown(night)).find(({ channel }) => channel === 'voice')?.by).toBeNull();
});

it('that is being listened to ends when a case wants the phone, and its key accepts nothing', async () => {
  const night = await begins();
  await schedule(night.database.pool, 'sales', seatsOf([layerOf(['anna'])]), '2026-11-01T00:00Z');
  await rings(night, anna);
  await night.picksUp(anna, undefined, 3);
  await night.callsDesk();
  await night.passes(15);
  expect(night.heard(anna)).not.toMatch(/accept/);
  await night.passes(10);
  expect(night.phone(anna).call?.state).toBe('ringing');
  await night.picksUp(anna, '1', 12);
  expect((await night.case(FIRST_CASE)).acknowledgedBy).toBe('anna');
});

it('that the carrier is still asked for ends as soon as it has it, when a case wants the phone', async () => {
  const night = await begins();
  await schedule(night.database.pool, 'sales', seatsOf([layerOf(['anna'])]), '2026-11-01T00:00Z');
  const slow = {
    kind: 'rest-slow',
    resource: 'Calls',
    number: anna.voice!,
    times: 1,
    delayMs: 5_000,
  } as const;
  night.phones.faults.add(slow);
  const drills = async () =>
    (
      await night.database.pool.query<{ status: string }>(
        `SELECT status FROM call WHERE purpose = 'drill' ORDER BY created_at`,
      )
    ).rows.map(({ status }) => status);
  // Time goes on while our request is with the carrier: nobody waits here until all is done.
  const goesOn = (seconds: number) =>
    night.clock.advance(seconds * 1000, () => new Promise((resolve) => setTimeout(resolve, 40)));
  await night.passes(4 * MINUTES);
  for (let waited = 0; (await drills()).length === 0 && waited < 5 * MINUTES; waited += 1) await goesOn(1);
  expect(await drills()).toEqual(['sending']);
  night.phone(CUSTOMER).dial(DINO_NUMBER);
  await goesOn(1);
  night.phone(CUSTOMER).press('1');
  await goesOn(1);
  expect(await drills()).toEqual(['sending']);
  await goesOn(5);
  await night.passes(2);
  expect(await drills()).toEqual(['canceled']);
  await night.picksUp(anna, '1', 12);
  expect((await night.case(FIRST_CASE)).acknowledgedBy).toBe('anna');
});

it('that could not be placed is in no page’s way while it waits to be tried again, nor tried then', async () => {
  const night = await begins();
  await schedule(night.database.pool, 'sales', seatsOf([layerOf(['anna'])]), '2026-11-01T00:00Z');
  night.phones.faults.add({ kind: 'rest-429', resource: 'Calls', number: anna.voice!, times: 1 });
  const due = () => night.database.pool.query(`SELECT FROM call WHERE purpose = 'drill' AND status = 'due'`);
  for (let waited = 0; (await due()).rowCount === 0 && waited < 15 * MINUTES; waited += 1)
    await night.passes(1);
  await night.callsDesk();
  await night.passes(1);
  expect(night.phone(anna).call?.state).toBe('ringing');
  await night.picksUp(anna, '1', 12);
  expect((await night.case(FIRST_CASE)).acknowledgedBy).toBe('anna');
  await night.passes(30);
  expect(night.rangAt(anna)).toHaveLength(1);
});

it('ordered before a standstill is not sent in the night', async () => {
  const night = await begins();
  const orders = `UPDATE task SET due_at = due_at + interval '8 hours', owner = NULL WHERE kind LIKE 'drill.%'`;
  const seconds = { until: 0 };
  night.phones.faults.add({ kind: 'rest-429', number: anna.voice! });
  for (; seconds.until < 15 * MINUTES; seconds.until += 1) {
    const { rows } = await night.database.pool.query(
      `SELECT FROM task WHERE kind IN ('call.retry', 'text.retry') HAVING count(*) = 2`,
    );
    if (rows.length > 0) break;
    await night.passes(1);
  }
  night.phones.faults.clear();
  await night.database.pool.query(orders);
  await night.database.pool.query(
    `UPDATE task SET due_at = due_at + interval '8 hours' WHERE kind IN ('call.retry', 'text.retry')`,
  );
  await night.passes(9 * HOURS);
  expect(night.rangAt(anna)).toEqual([]);
  expect(night.inbox(anna).filter((text) => TEST.test(text))).toEqual([]);
});

it('is not sent while the desk pages for a case, and an "ok" is not taken for its answer then', async () => {
  const night = await begins();
  await night.passes(3 * MINUTES);
  await night.callsAndHangsUp();
  await night.passes(8 * MINUTES);
  expect(night.inbox(anna).filter((text) => TEST.test(text))).toEqual([]);
  await night.texts(cleo, 'OK');
  expect(night.inbox(cleo).at(-1)).toMatch(
    /^Nothing was accepted\. Answer with the code: A\d+ for DINO-1042\.$/,
  );
  const [, code] = /A(\d+) accepts/.exec(night.inbox(cleo).join())!;
  await night.texts(cleo, `A${code}`);
  await night.passes(3 * MINUTES);
  expect(night.inbox(anna).filter((text) => TEST.test(text))).toHaveLength(1);
});

it('an "ok" answers a test that is open, once, and nothing else', async () => {
  const night = await begins();
  night.phone(anna).personality = { kind: 'no-answer' };
  await night.passes(6 * MINUTES);
  await night.texts(anna, 'OK');
  expect(night.inbox(anna).at(-1)).toBe('Thank you: our texts reach you.');
  const told = night.inbox(anna).length;
  await night.texts(anna, 'OK');
  expect(night.inbox(anna)).toHaveLength(told + 1);
  expect(night.inbox(anna).at(-1)).not.toMatch(/Thank you/);
  await night.database.pool.query(`UPDATE drill_page SET reached_at = NULL, reached_by = NULL`);
  await night.passes(2 * HOURS);
  expect(await outcomes(night)).toEqual(['anna missed']);
  await night.texts(anna, 'OK');
  expect(night.inbox(anna).at(-1)).not.toMatch(/Thank you/);
  expect((await shown(night)).every(({ by }) => by === null)).toBe(true);
});

it('an "ok" after a page is none to the test before it, though the case is over', async () => {
  const night = await begins();
  await schedule(night.database.pool, 'sales', seatsOf([layerOf(['anna'])]), '2026-11-01T00:00Z');
  night.phone(anna).personality = { kind: 'no-answer' };
  await night.passes(6 * MINUTES);
  await night.callsAndHangsUp();
  await night.picksUp(cleo, '1');
  await night.texts(anna, 'OK');
  expect(night.inbox(anna).at(-1)).not.toMatch(/Thank you/);
  expect((await shown(night)).every(({ by }) => by === null)).toBe(true);
});

it('that was begun and has no script any more, or was never ended, keeps nobody from the next', async () => {
  const night = await begins();
  const old = (person: string, desk: string, hoursAgo: number) =>
    night.database.pool.query(
      `INSERT INTO drill (id, desk, person, shift_at, begun_at, verdict_at) VALUES (gen_random_uuid(), $1, $2,
         $3::timestamptz + interval '2 hours', $3::timestamptz - interval '1 hour', $3)`,
      [desk, person, new Date(at.getTime() - hoursAgo * HOURS * 1000)],
    );
  await old('anna', 'dino', 5);
  await old('bo', 'a-desk-of-before', -1);
  await night.database.pool.query(
    `INSERT INTO task (kind, key, subject, priority, due_at) SELECT 'drill.turn', 'drill.turn:' || id, id::text, 7, begun_at
     FROM drill WHERE person = 'bo'`,
  );
  await rings(night, anna);
  expect((await outcomes(night)).sort()).toEqual(['anna not-needed', 'anna open', 'bo not-needed']);
});

it('who was reached within the last week is not asked again, and whoever was not is', async () => {
  const night = await tell({ at, scripts: noMessages });
  const reached = (person: TestPerson, day: string) =>
    night.database.pool.query(
      `WITH d AS (INSERT INTO drill (id, desk, person, shift_at, begun_at, verdict_at, ended_at, outcome)
         VALUES (gen_random_uuid(), 'dino', $1, $3::timestamptz + interval '1 day', $3, $3::timestamptz + interval '1 hour', $3, 'reached') RETURNING id)
       INSERT INTO drill_page (id, drill_id, person, channel, address, tried_at, reached_at, reached_by)
       SELECT gen_random_uuid(), id, $1, 'voice', $2, $3, $3, 'key' FROM d`,
      [person.key, person.voice, new Date(day)],
    );
  await reached(anna, '2026-11-06T14:00Z');
  await reached(bo, '2026-11-06T12:00Z');
  const turn = (people: string[]) => [layerOf(people, { from: '2026-11-10' })];
  await schedule(
    night.database.pool,
    'senior-technician',
    seatsOf(turn(['cleo', 'cleo', 'cleo', 'anna']), turn(['sal', 'sal', 'sal', 'bo'])),
  );
  await rings(night, bo);
  expect(night.rangAt(anna)).toEqual([]);
  for (const person of [anna, bo])
    expect(night.inbox(person).filter((text) => TEST.test(text))).toHaveLength(1);
});

it('asks nobody at a desk with a duty list', async () => {
  const night = await tell({ at });
  await night.passes(1 * HOURS);
  for (const person of [anna, bo, cleo, sal, sue]) {
    expect(night.inbox(person)).toEqual([]);
    expect(night.rangAt(person)).toEqual([]);
  }
});

it('takes no unsigned word for an answer', async () => {
  const night = await begins();
  await night.passes(9 * MINUTES);
  const { rows } = await night.database.pool.query<{ id: string }>(
    `SELECT call_id AS id FROM drill_page WHERE channel = 'voice'`,
  );
  const answer = await fetch(`${night.publicUrl}/twilio/drill/${rows[0]!.id}/key?tries=1`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ Digits: '1', From: DINO_NUMBER, CallStatus: 'in-progress' }).toString(),
  });
  expect(answer.status).toBe(403);
  expect((await shown(night)).every(({ by }) => by === null)).toBe(true);
});
