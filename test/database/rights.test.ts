import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  isMigrated,
  migrate,
  sqlStateOf,
  tooManyRights,
  type OpenDatabase,
} from '../../src/database/index.ts';
import { asService, createTestDatabase, type TestDatabase } from '../support/database.ts';
import { nightNow } from '../support/night.ts';
import { tellNight } from '../support/story.ts';

const appendOnly = ['page_event', 'case_event', 'call_event', 'account_event', 'erasure'];
const insufficient = '42501';

let database: TestDatabase;
let service: OpenDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  service = asService(database);
  await tellNight(database.db);
  await database.pool.query(`INSERT INTO account_event (at, event) VALUES (now(), 'x')`);
  await database.pool.query(
    `INSERT INTO erasure (at, kind, subject) VALUES (now(), 'case', gen_random_uuid())`,
  );
});
afterAll(async () => {
  await service.close();
  await database.close();
});

const refusal = (pool: Pool, statement: string) =>
  pool.query(statement).then(
    () => 'done',
    (error: unknown) => error,
  );

describe('receipts and timelines', () => {
  it.each(appendOnly)(
    '%s cannot be emptied, changed or thinned out, not even by its owner',
    async (table) => {
      for (const statement of [
        `TRUNCATE ${table}`,
        `TRUNCATE ${table} CASCADE`,
        `DELETE FROM ${table}`,
        `UPDATE ${table} SET at = now()`,
      ]) {
        expect(String(await refusal(database.pool, statement))).toContain('is append-only');
      }
    },
  );

  it('take no other text, no other fact, and no erasure that leaves something else', async () => {
    for (const change of [
      `data = '{"text":"never said"}'`,
      `event = 'accepted'`,
      `data = without_personal_data(data) || '{"by":"bo"}'`,
      `data = without_personal_data(data), at = now()`,
    ]) {
      const answer = await refusal(database.pool, `UPDATE case_event SET ${change}`);
      expect(String(answer)).toContain('is append-only');
    }
  });

  it('fall with nothing above them', async () => {
    expect(String(await refusal(database.pool, 'TRUNCATE support_case CASCADE'))).toContain('append-only');
  });
});

describe('what an erased receipt keeps', () => {
  it.each([
    [
      { seconds: 12, ok: true, nothing: null },
      { seconds: 12, ok: true, nothing: null },
    ],
    [
      { by: 'anna', via: 'sms', case: 'DINO-1042' },
      { by: 'anna', via: 'sms', case: 'DINO-1042' },
    ],
    [{ call: '01a20574-a105-7c35-ba42-f33617c2ec94' }, { call: '01a20574-a105-7c35-ba42-f33617c2ec94' }],
    [{ address: '+12025550111' }, { address: '…' }],
    [{ by: 'called from +12025550111' }, { by: '…' }],
    [
      { text: 'Dana said that', nested: { a: 1 }, list: ['x'] },
      { text: '…', nested: '…', list: '…' },
    ],
    [
      { digits: '2025550107', heard: 'my name is Dana' },
      { digits: '…', heard: '…' },
    ],
    [{}, {}],
  ])('%j becomes %j', async (before, after) => {
    const { rows } = await database.pool.query<{ left: unknown }>(
      'SELECT without_personal_data($1) AS left',
      [JSON.stringify(before)],
    );
    expect(rows[0]?.left).toEqual(after);
  });
});

describe('the role of the service', () => {
  it.each([
    ...appendOnly.flatMap((table) => [
      `UPDATE ${table} SET at = now()`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table}`,
      `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
      `DROP TABLE ${table}`,
    ]),
    'DELETE FROM support_case',
    'DELETE FROM page',
    'DELETE FROM call',
    'DELETE FROM text_message',
    'DELETE FROM recording',
    'DELETE FROM registration',
    'TRUNCATE task',
    'DROP TABLE task',
    'DROP FUNCTION refuse_change() CASCADE',
    'CREATE TABLE mine (a int)',
    'CREATE SEQUENCE mine',
    'CREATE ROLE mine',
    'SET session_replication_role = replica',
    'UPDATE drizzle.__drizzle_migrations SET hash = hash',
    `COPY support_case TO '/tmp/x'`,
    `COPY (SELECT 1) TO PROGRAM 'true'`,
  ])('may not: %s', async (statement) => {
    expect(sqlStateOf(await refusal(service.pool, statement))).toBe(insufficient);
  });

  it('may make the numbers of a desk, and no other sequence', async () => {
    await service.pool.query(`SELECT make_case_numbers('case_number_new_desk', 100)`);
    await service.pool.query(`SELECT make_case_numbers('case_number_new_desk', 5)`);
    const { rows } = await service.pool.query(`SELECT nextval('case_number_new_desk')::int AS first`);
    expect(rows).toEqual([{ first: 100 }]);
    const other = await refusal(service.pool, `SELECT make_case_numbers('task; DROP TABLE task', 1)`);
    expect(String(other)).toContain('no name of a sequence');
  });

  it('may not erase a case that is not over', async () => {
    const statement = `SELECT erase_case(id, now()) FROM support_case WHERE number = 'DINO-1043'`;
    expect(String(await refusal(service.pool, statement))).toContain('is not over');
  });

  it('has no more rights than it needs, and a superuser is told so at the start', async () => {
    expect(await tooManyRights(service.pool)).toEqual([]);
    expect((await tooManyRights(database.pool)).join()).toMatch(/is a superuser.*DATABASE_MIGRATION_URL/);
  });

  it('may start where its owner has prepared everything', async () => {
    await migrate(service.pool);
    expect(await isMigrated(service.pool)).toBe(true);
  });

  it('sees what its owner sees', async () => {
    const { rows } = await service.pool.query(
      'SELECT count(*)::int AS cases FROM support_case WHERE opened_at < $1',
      [nightNow],
    );
    expect(rows).toEqual([{ cases: 3 }]);
  });
});
