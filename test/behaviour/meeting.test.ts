import { expect, it } from 'vitest';
import { desks, type Desk } from '../support/caller.ts';

const opens = desks();

/** Neither of the two can be written down before both have been looked at. */
async function atTheSameInstant({ database: { pool } }: Desk, two: () => Promise<unknown>[]): Promise<void> {
  const lock = await pool.connect();
  await lock.query('BEGIN; LOCK TABLE call_event IN SHARE ROW EXCLUSIVE MODE');
  const both = Promise.all(two());
  await expect
    .poll(async () => {
      const { rows } = await pool.query<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return rows[0]!.waiting;
    })
    .toBe(2);
  await lock.query('COMMIT');
  lock.release();
  await both;
}

/** A caller, Anna and Bo, who have been put through to them, and what the carrier says of the room they are to meet in. */
async function aboutToMeet(desk: Desk) {
  const customer = desk.customer();
  await customer.calls();
  await customer.presses('1', 6);
  const { pool } = desk.database;
  const { rows } = await pool.query<
    Record<'caseId' | 'caller' | 'callerSid' | 'anna' | 'annaSid' | 'bo', string>
  >(
    `SELECT s.id AS "caseId", c.id AS caller, c.carrier_id AS "callerSid",
       max(p.call_id::text) FILTER (WHERE p.person = 'anna') AS anna,
       max(p.carrier_id) FILTER (WHERE p.person = 'anna') AS "annaSid",
       max(p.call_id::text) FILTER (WHERE p.person = 'bo') AS bo
     FROM support_case s JOIN call c ON c.case_id = s.id AND c.purpose = 'support'
     JOIN page p ON p.case_id = s.id AND p.channel = 'voice' GROUP BY s.id, c.id`,
  );
  const { caseId, caller, callerSid, anna, annaSid, bo } = rows[0]!;
  // A page's leg belongs to its case when it is put through.
  await pool.query(`UPDATE call SET case_id = $3, place = 'bridge' WHERE id IN ($1, $2)`, [anna, bo, caseId]);
  const tells = (event: string) => (ConferenceSid: string, ParticipantLabel: string) =>
    desk.webhook(`/twilio/conference/${caseId}`, {
      StatusCallbackEvent: event,
      SequenceNumber: '1',
      ConferenceSid,
      ParticipantLabel,
    });
  const isOver = (leg: string, CallSid: string) =>
    desk.webhook(`/twilio/leg/${leg}/status`, { CallSid, CallStatus: 'completed', SequenceNumber: '9' });
  /** How often the carrier was told to move the caller. */
  const moved = () => desk.phones.wire.filter(({ url }) => url.includes(`/Calls/${callerSid}`)).length;
  const contactedAt = async () => (await desk.cases())[0]!.contactedAt;
  return {
    ...{ caller, anna, bo, annaSid, isOver, moved, contactedAt },
    comes: tells('participant-join'),
    leaves: tells('participant-leave'),
  };
}

it('takes nobody for somebody who is there because they came into an earlier meeting in the same room', async () => {
  const { anna, caller, comes, contactedAt } = await aboutToMeet(await opens());
  // She came and went, and of her going nothing was heard, as when the database is locked for a while.
  await comes('CF1', anna);
  await comes('CF2', caller);
  expect(await contactedAt()).toBeNull();
  await comes('CF2', anna);
  expect(await contactedAt()).not.toBeNull();
});

it('sees that two have met who come in at the same instant', async () => {
  const desk = await opens();
  const { anna, caller, comes, contactedAt } = await aboutToMeet(desk);
  await atTheSameInstant(desk, () => [comes('CF1', anna), comes('CF1', caller)]);
  expect(await contactedAt()).not.toBeNull();
});

it('does not leave a caller alone in the room whose two technicians leave at the same instant', async () => {
  const desk = await opens();
  const { anna, bo, caller, comes, leaves, moved } = await aboutToMeet(desk);
  for (const leg of [caller, anna, bo]) await comes('CF1', leg);
  expect(moved()).toBe(0);
  await atTheSameInstant(desk, () => [leaves('CF1', anna), leaves('CF1', bo)]);
  await desk.settles();
  expect(moved()).toBeGreaterThan(0);
});

it.each([
  ['who holds', "place = 'bridge'"],
  ['who was called back', "place = 'bridge', purpose = 'call-back', direction = 'outbound'"],
])(
  'moves a caller %s once, when a technician is said at the same instant to have left and to have hung up',
  async (_who, caller) => {
    const desk = await opens();
    const story = await aboutToMeet(desk);
    const { pool } = desk.database;
    await pool.query(`UPDATE call SET place = 'told' WHERE id = $1`, [story.bo]);
    await pool.query(`UPDATE call SET ${caller} WHERE id = $1`, [story.caller]);
    for (const leg of [story.caller, story.anna]) await story.comes('CF1', leg);
    const { anna, annaSid, leaves, isOver } = story;
    await atTheSameInstant(desk, () => [leaves('CF1', anna), isOver(anna, annaSid)]);
    await desk.settles();
    expect(story.moved()).toBe(1);
  },
);
