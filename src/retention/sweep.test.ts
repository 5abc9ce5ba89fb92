import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asService, createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { nightNow } from '../../test/support/night.ts';
import { tellNight } from '../../test/support/story.ts';
import type { OpenDatabase } from '../database/index.ts';
import type { CarrierAnswer } from '../telephony/index.ts';
import { sweep } from './sweep.ts';

const dayMs = 86_400_000;
const settings = { recordingDays: 90, personalDataDays: 730 };
const recordingSid = `RE${'4'.repeat(32)}`;

let database: TestDatabase;
let service: OpenDatabase;
let asked: string[];
let answer: CarrierAnswer<'deleted'>;
/** What the carriers answer for single recordings, by their id there, instead of `answer`. */
let answers: Record<string, CarrierAnswer<'deleted'>>;
/** Records of calls and texts that carriers were asked to delete. */
let records: string[];
const answerFor = (kind: 'call' | 'text', carrierId: string) => {
  records.push(`${kind} ${carrierId}`);
  return answers[carrierId] ?? answer;
};
beforeEach(async () => {
  database = await createTestDatabase();
  service = asService(database);
  await tellNight(database.db);
  asked = [];
  records = [];
  answers = {};
  answer = { ok: true, value: 'deleted' };
  await database.pool.query(
    `INSERT INTO recording (id, call_id, case_id, carrier_id, url, duration_seconds, created_at)
     SELECT gen_random_uuid(), c.id, c.case_id, $1, 'https://api.twilio.com/x', 12, $2
     FROM call c JOIN support_case s ON s.id = c.case_id WHERE s.number = 'DINO-1042' AND c.direction = 'inbound' LIMIT 1`,
    [recordingSid, nightNow],
  );
});
afterEach(async () => {
  await service.close();
  await database.close();
});

const sweepAfter = (days: number, how = settings) => {
  const now = new Date(nightNow.getTime() + days * dayMs);
  return sweep(
    {
      db: service.db,
      scripts: [],
      changes: { publish: () => undefined },
      dispatcher: { owner: undefined, expect: () => undefined, handOver: () => undefined },
      clock: { now: () => now, after: () => ({ cancel: () => undefined }) },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      telephony: {
        at: () => ({
          deleteRecording: async ({ carrierId }: { carrierId: string }) => {
            asked.push(carrierId);
            return answers[carrierId] ?? answer;
          },
          deleteCall: async (carrierId: string) => answerFor('call', carrierId),
          deleteText: async (carrierId: string) => answerFor('text', carrierId),
        }),
      },
    } as unknown as Parameters<typeof sweep>[0],
    how,
  );
};
const rowsOf = async (statement: string) =>
  (await database.pool.query<Record<string, unknown>>(statement)).rows;
const recordings = () => rowsOf('SELECT url, duration_seconds, deleted_at FROM recording');
const refused = (
  failure: 'race' | 'may-pass' | 'ours-broken',
  more: { wholeAccount?: boolean; code?: string } = {},
): CarrierAnswer<'deleted'> => ({
  ok: false,
  failure: { class: failure, code: '1', message: 'no', ambiguous: false, ...more },
});
/** Messages beside the first one, each left a second after the other, by callers who came in by one carrier. No two of both at one instant. */
async function areLeft(carrier: 'twilio' | 'signalwire', ids: string[]): Promise<void> {
  for (const [n, id] of ids.entries()) {
    const at = new Date(nightNow.getTime() - 3_600_000 + n * 1000 + (carrier === 'twilio' ? 500 : 0));
    await database.pool.query(
      `WITH c AS (INSERT INTO call SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
         'carrier', $1::text, 'carrier_id', gen_random_uuid()::text))).* FROM call c
         WHERE c.id = (SELECT call_id FROM recording WHERE carrier_id = $4) RETURNING id, case_id)
       INSERT INTO recording (id, call_id, case_id, carrier_id, url, duration_seconds, created_at)
       SELECT gen_random_uuid(), id, case_id, $2, 'https://carrier.example.com/x', 12, $3 FROM c`,
      [carrier, id, at, recordingSid],
    );
  }
}
const left = async () =>
  (
    await rowsOf('SELECT carrier_id FROM recording WHERE deleted_at IS NULL ORDER BY created_at, carrier_id')
  ).map((row) => row['carrier_id']);
const alarms = () =>
  rowsOf(`SELECT cleared_at IS NULL AS up FROM alarm WHERE kind = 'recordings-kept' ORDER BY raised_at`);

describe('a caller’s message', () => {
  it('is deleted at the carrier and here once its days are over, and that it was stays', async () => {
    await sweepAfter(89);
    expect(asked).toEqual([]);
    await sweepAfter(91);
    await sweepAfter(92);
    expect(asked).toEqual([recordingSid]);
    expect(await recordings()).toEqual([
      { url: null, duration_seconds: 12, deleted_at: new Date(nightNow.getTime() + 91 * dayMs) },
    ]);
    expect(await rowsOf(`SELECT kind, carrier, at FROM erasure`)).toEqual([
      { kind: 'recording', carrier: 'deleted', at: new Date(nightNow.getTime() + 91 * dayMs) },
    ]);
  });

  it('that the carrier does not have any more counts as gone', async () => {
    answer = refused('race');
    await sweepAfter(91);
    expect(await rowsOf(`SELECT kind, carrier FROM erasure`)).toEqual([
      { kind: 'recording', carrier: 'gone' },
    ]);
  });

  it('that the carrier keeps is tried again, and an alarm says so unless it may pass', async () => {
    answer = refused('may-pass');
    await sweepAfter(91);
    expect(await alarms()).toEqual([]);
    answer = refused('ours-broken');
    await sweepAfter(92);
    expect([await alarms(), (await recordings())[0]?.['deleted_at']]).toEqual([[{ up: true }], null]);
    answer = { ok: true, value: 'deleted' };
    await sweepAfter(93);
    expect(await alarms()).toEqual([{ up: false }]);
  });

  it('that is refused for itself keeps no later one, and is tried again', async () => {
    await areLeft('twilio', ['RE1', 'RE2']);
    answers = { RE1: refused('ours-broken') };
    await sweepAfter(91);
    expect([await left(), await alarms()]).toEqual([['RE1'], [{ up: true }]]);
    answers = {};
    await sweepAfter(92);
    expect([await left(), await alarms()]).toEqual([[], [{ up: false }]]);
  });

  it('keeps no other carrier’s when its own is away or refuses everything', async () => {
    const theirs = Array.from({ length: 60 }, (_, n) => `SW${n}`);
    await areLeft('signalwire', theirs);
    const answerAll = (no: CarrierAnswer<'deleted'>) => {
      asked = [];
      answers = Object.fromEntries(theirs.map((id) => [id, no]));
    };
    answerAll(refused('ours-broken', { wholeAccount: true }));
    await sweepAfter(91);
    expect(asked).toEqual(['SW0', recordingSid]);
    expect([(await left()).length, await alarms()]).toEqual([60, [{ up: true }]]);

    await areLeft('twilio', ['RE1']);
    answerAll(refused('may-pass'));
    await sweepAfter(91);
    expect(asked).toEqual(['SW0', 'RE1', 'SW1', 'SW2']);
    expect(await alarms()).toEqual([{ up: true }]);
  });

  it('is asked for no more in this sweep when its carrier has refused twenty in a row', async () => {
    await areLeft(
      'twilio',
      Array.from({ length: 30 }, (_, n) => `RE${n}`),
    );
    answer = refused('ours-broken');
    expect(await sweepAfter(91)).toBe(false);
    expect(asked).toHaveLength(20);
    expect(await alarms()).toEqual([{ up: true }]);
  });

  it('is one of a hundred at most in a sweep, and the next sweep comes soon while there are more', async () => {
    await areLeft(
      'twilio',
      Array.from({ length: 120 }, (_, n) => `RE${n}`),
    );
    expect(await sweepAfter(91)).toBe(true);
    expect(asked).toHaveLength(100);
    expect(await sweepAfter(91)).toBe(false);
    expect(asked).toHaveLength(121);
    expect(await left()).toEqual([]);
  });

  it('is kept and told of when nobody who could be asked has it', async () => {
    answer = refused('ours-broken', { code: 'elsewhere' });
    await sweepAfter(91);
    expect(await left()).toEqual([recordingSid]);
    expect(await rowsOf('SELECT 1 FROM erasure')).toEqual([]);
    expect(await rowsOf(`SELECT message FROM alarm WHERE kind = 'recordings-kept'`)).toEqual([
      { message: expect.stringMatching(/another account .*Twilio/) as unknown },
    ]);
  });

  it('is kept for ever where that is wanted', async () => {
    await sweepAfter(9999, { recordingDays: 0, personalDataDays: 0 });
    expect(asked).toEqual([]);
  });
});

describe('what is personal in a case', () => {
  const close = (number: string) =>
    database.pool.query(
      `UPDATE support_case SET status = 'closed', closed_at = $2, closing_reason = 'Dana called back' WHERE number = $1`,
      [number, nightNow],
    );
  /** Everything in the rows of a case, as one text. */
  const everything = async (number: string) =>
    JSON.stringify(
      await rowsOf(`SELECT to_jsonb(s) AS s,
        (SELECT jsonb_agg(to_jsonb(e) ORDER BY e.id) FROM case_event e WHERE e.case_id = s.id) AS e,
        (SELECT jsonb_agg(to_jsonb(p)) FROM page p WHERE p.case_id = s.id) AS p,
        (SELECT jsonb_agg(to_jsonb(e)) FROM page_event e JOIN page p ON p.id = e.page_id WHERE p.case_id = s.id) AS pe,
        (SELECT jsonb_agg(to_jsonb(c)) FROM call c WHERE c.case_id = s.id) AS c,
        (SELECT jsonb_agg(to_jsonb(e)) FROM call_event e JOIN call c ON c.id = e.call_id WHERE c.case_id = s.id) AS ce,
        (SELECT jsonb_agg(to_jsonb(t)) FROM text_message t WHERE t.case_id = s.id) AS t
        FROM support_case s WHERE s.number = '${number}'`),
    );
  const ofPeople = /\+1202555\d{4}|Dana/;

  it('is blanked once its days are over; times, counts and who was paged stay', async () => {
    await close('DINO-1042');
    const shape = `SELECT (SELECT count(*) FROM page_event) AS receipts, (SELECT count(*) FROM case_event) AS lines,
      (SELECT count(*) FROM call) AS calls, (SELECT sum(extract(epoch FROM at)) FROM page_event) AS times,
      (SELECT array_agg(person ORDER BY id) FROM page) AS people`;
    const before = await rowsOf(shape);
    expect(await everything('DINO-1042')).toMatch(ofPeople);
    await sweepAfter(729);
    expect(await everything('DINO-1042')).toMatch(ofPeople);
    await sweepAfter(731);
    const left = await everything('DINO-1042');
    // The desk's own numbers are nobody's.
    expect(left.replaceAll(/\+18004803466|\+17037682610/g, '')).not.toMatch(ofPeople);
    expect(await rowsOf(shape)).toEqual(before);
    expect(await rowsOf(`SELECT count(*)::int AS n FROM erasure WHERE kind = 'case'`)).toEqual([{ n: 1 }]);
  });

  it('stays while the case is open, however old it is', async () => {
    await sweepAfter(9999);
    expect(await everything('DINO-1043')).toMatch(/\+1202555\d{4}/);
  });

  it('waits for a message that the carrier does not delete', async () => {
    await close('DINO-1042');
    answer = refused('ours-broken');
    await sweepAfter(731);
    expect(await everything('DINO-1042')).toMatch(ofPeople);
  });

  describe('at the carrier', () => {
    const ofCase = async (table: 'call' | 'text_message') =>
      (
        await rowsOf(`SELECT k.carrier_id AS id FROM ${table} k JOIN support_case s ON s.id = k.case_id
          WHERE s.number = 'DINO-1042' AND k.carrier_id IS NOT NULL ORDER BY 1`)
      ).map(({ id }) => id as string);
    const traces = () =>
      rowsOf(`SELECT kind, carrier, count(*)::int AS n FROM erasure WHERE kind IN ('call', 'text') AND carrier IS NOT NULL
        GROUP BY kind, carrier ORDER BY kind, carrier`);
    const recordsOfCase = async () => [
      ...(await ofCase('call')).map((id) => `call ${id}`),
      ...(await ofCase('text_message')).map((id) => `text ${id}`),
    ];

    it('is deleted once it is blanked here, once, and a trace of each says so', async () => {
      await close('DINO-1042');
      const expected = await recordsOfCase();
      expect(expected.length).toBeGreaterThan(4);
      await sweepAfter(729);
      expect(records).toEqual([]);
      await sweepAfter(731);
      await sweepAfter(732);
      expect(records).toEqual(expect.arrayContaining(expected));
      expect(new Set(records).size).toBe(records.length);
      const [calls, texts] = await traces();
      expect([calls, texts]).toMatchObject([
        { kind: 'call', carrier: 'deleted' },
        { kind: 'text', carrier: 'deleted' },
      ]);
      expect((calls!['n'] as number) + (texts!['n'] as number)).toBe(records.length);
    });

    it('is deleted by every id under which it is there', async () => {
      await close('DINO-1042');
      await database.pool.query(
        `INSERT INTO page_event (page_id, at, event, data)
         SELECT p.id, now(), 'doubled', '{"carrierId": "CAtwin"}' FROM page p JOIN support_case s ON s.id = p.case_id
         WHERE s.number = 'DINO-1042' AND p.call_id IS NOT NULL LIMIT 1`,
      );
      const expected = await recordsOfCase();
      await sweepAfter(731);
      expect(records).toEqual(expect.arrayContaining([...expected, 'call CAtwin']));
    });

    it('is unknown where the account in use does not have it, and tried again where that may pass', async () => {
      await close('DINO-1042');
      const [unknown = '', later = ''] = await ofCase('call');
      answers = { [unknown]: refused('race'), [later]: refused('may-pass') };
      await sweepAfter(731);
      expect(
        await rowsOf(`SELECT carrier_id AS id FROM call WHERE erased_at IS NOT NULL
        AND carrier_id IS NOT NULL AND carrier_deleted_at IS NULL`),
      ).toEqual([{ id: later }]);
      expect(await traces()).toContainEqual({ kind: 'call', carrier: 'unknown', n: 1 });
      expect(await alarms()).toEqual([]);
      records = [];
      answers = {};
      await sweepAfter(732);
      expect(records).toEqual([`call ${later}`]);
    });

    it('is told of when the carrier refuses', async () => {
      await close('DINO-1042');
      const [first = ''] = await ofCase('text_message');
      answers = { [first]: refused('ours-broken') };
      await sweepAfter(731);
      expect(await rowsOf(`SELECT message FROM alarm WHERE kind = 'recordings-kept'`)).toEqual([
        { message: expect.stringMatching(/refuses to delete records of calls and texts/) as unknown },
      ]);
      answers = {};
      await sweepAfter(732);
      expect(await alarms()).toEqual([{ up: false }]);
    });
  });
});

it('what people were told of their shifts, when they were tried, and by which codes, goes once its days are over', async () => {
  const { pool } = database;
  const shift = new Date(nightNow.getTime() + dayMs);
  await pool.query(
    `INSERT INTO duty_notice (desk, person, kind, at, told_at) VALUES ('dino', 'anna', 'on', $1, $1)`,
    [shift],
  );
  await pool.query(
    `WITH d AS (INSERT INTO drill (id, desk, person, shift_at, begun_at, verdict_at)
       VALUES (gen_random_uuid(), 'dino', 'anna', $1::timestamptz + interval '2 hours', $1, $1::timestamptz + interval '1 hour')
       RETURNING id)
     INSERT INTO drill_page (id, drill_id, person, channel, address)
     SELECT gen_random_uuid(), id, 'anna', 'voice', '+12025550111' FROM d`,
    [nightNow],
  );
  await pool.query(
    `INSERT INTO contact_code (id, person, channel, address, made_at, made_by, expires_at)
     VALUES (gen_random_uuid(), 'anna', 'sms', '+12025550111', $1, 'Sue', $1)`,
    [nightNow],
  );
  await pool.query(
    `INSERT INTO replaced_number (id, person, channel, before, after, replaced_at)
     VALUES (gen_random_uuid(), 'anna', 'sms', '+12025550111', '+12025550177', $1)`,
    [nightNow],
  );
  await pool.query(
    `WITH s AS (INSERT INTO duty_swap (id, desk, role, asked_by, asked_of, gives_seat, gives_from, gives_to, why, status, asked_at)
       VALUES (gen_random_uuid(), 'dino', 'sales', 'anna', 'bo', '1', $1::timestamptz - interval '1 hour', $1, 'ill', 'asked', $1)
       RETURNING id)
     INSERT INTO swap_notice (swap, person, step, told_at) SELECT id, 'bo', 'asked', $1 FROM s`,
    [nightNow],
  );
  const left = () =>
    rowsOf(`SELECT (SELECT count(*) FROM replaced_number)::int AS replaced, (SELECT count(*) FROM swap_notice)::int AS swaps,
      (SELECT count(*) FROM duty_notice)::int AS notices, (SELECT count(*) FROM drill)::int AS drills,
      (SELECT count(*) FROM drill_page)::int AS pages, (SELECT count(*) FROM contact_code)::int AS codes`);
  await sweepAfter(729);
  expect(await left()).toEqual([{ replaced: 1, swaps: 1, notices: 1, drills: 1, pages: 1, codes: 1 }]);
  await sweepAfter(732);
  expect(await left()).toEqual([{ replaced: 0, swaps: 0, notices: 0, drills: 0, pages: 0, codes: 0 }]);
});
