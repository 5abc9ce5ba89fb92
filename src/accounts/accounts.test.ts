import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import type { Clock } from '../kernel/index.ts';
import {
  closeSession,
  ensureFirstLink,
  firstLinkWorks,
  makeFirstSupervisor,
  openSession,
  readSession,
  signIn,
} from './index.ts';

const start = new Date('2026-11-12T02:47:00Z');
const later = (ms: number) => new Date(start.getTime() + ms);
const clock: Clock = { now: () => start, after: () => ({ cancel: () => undefined }) };
const password = 'correct horse battery';
const hour = 3_600_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.execute(sql`DELETE FROM account`);
  await database.db.execute(sql`DELETE FROM one_time_link`);
  await database.db.execute(sql`DELETE FROM sign_in_failure`);
});

async function supervisor(): Promise<string> {
  const path = await ensureFirstLink(database.db, clock);
  const made = await makeFirstSupervisor(database.db, start, secretOf(path), { name: 'Sue Sand', password });
  if (made === undefined) throw new Error('the link did not work');
  return made;
}
const secretOf = (path: string | undefined) => path?.replace('/welcome/', '') ?? '';

describe('the first link', () => {
  it('makes one supervisor, once, and is offered no more', async () => {
    const path = await ensureFirstLink(database.db, clock);
    expect(path).toMatch(/^\/welcome\/[\w-]{43}$/);
    const make = () =>
      makeFirstSupervisor(database.db, start, secretOf(path), { name: 'Sue Sand', password });
    const made = await Promise.all([make(), make()]);
    expect(made.filter((id) => id !== undefined)).toHaveLength(1);
    expect(await ensureFirstLink(database.db, clock)).toBeUndefined();
  });

  it('voids the link of an earlier start', async () => {
    const first = secretOf(await ensureFirstLink(database.db, clock));
    const second = secretOf(await ensureFirstLink(database.db, clock));
    expect(await firstLinkWorks(database.db, first)).toBe(false);
    expect(await firstLinkWorks(database.db, second)).toBe(true);
  });
});

describe('sessions', () => {
  it('last until 12 hours without use, and are stored only as a hash', async () => {
    const secret = await openSession(database.db, start, await supervisor());
    expect((await readSession(database.db, later(11 * hour), secret))?.name).toBe('Sue Sand');
    expect(await readSession(database.db, later(22 * hour), secret)).toBeDefined();
    expect(await readSession(database.db, later(35 * hour), secret)).toBeUndefined();
    const { rows } = await database.db.execute(sql`SELECT * FROM session`);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('end at sign-out', async () => {
    const secret = await openSession(database.db, start, await supervisor());
    await closeSession(database.db, secret);
    expect(await readSession(database.db, start, secret)).toBeUndefined();
  });
});

describe('signing in', () => {
  const given = { name: ' sue SAND ', password, address: '192.0.2.1' };

  it('takes the name in any capitals and refuses a wrong password and an unknown name alike', async () => {
    await supervisor();
    expect(await signIn(database.db, start, given)).toMatchObject({ ok: true });
    const wrong = { ok: false, reason: 'wrong' };
    expect(await signIn(database.db, start, { ...given, password: 'something else' })).toEqual(wrong);
    expect(await signIn(database.db, start, { ...given, name: 'nobody' })).toEqual(wrong);
  });

  it('asks for patience after five failures, even from somebody who now knows the password', async () => {
    await supervisor();
    const guess = (address: string, at = start) =>
      signIn(database.db, at, { ...given, password: 'a guess at it', address });
    for (let n = 0; n < 5; n += 1) await guess(`192.0.2.${n}`);
    expect(await signIn(database.db, start, given)).toEqual({ ok: false, reason: 'wait', waitMs: 2000 });
    expect(await signIn(database.db, later(2000), given)).toMatchObject({ ok: true });
    expect(await guess('192.0.2.9', later(2000))).toEqual({ ok: false, reason: 'wrong' });
  });

  it('does not lengthen the wait by tries made during it', async () => {
    await supervisor();
    for (let n = 0; n < 5; n += 1) await signIn(database.db, start, { ...given, password: 'a guess at it' });
    for (let n = 0; n < 50; n += 1) await signIn(database.db, later(n), { ...given, password: 'again' });
    expect(await signIn(database.db, later(2000), given)).toMatchObject({ ok: true });
  });
});
