import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import type { Clock } from '../kernel/index.ts';
import {
  apiTokenWorks,
  changePassword,
  closeSession,
  ensureFirstLink,
  firstLinkWorks,
  invite,
  listAccounts,
  listApiTokens,
  makeApiToken,
  makeFirstSupervisor,
  makePasswordLink,
  openSession,
  readJoinLink,
  readSession,
  removeAccount,
  revokeApiToken,
  signIn,
  signOutEverywhere,
  useJoinLink,
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
  await database.db.execute(sql`DELETE FROM api_token`);
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

  it('end after a week, however much they are used', async () => {
    const secret = await openSession(database.db, start, await supervisor());
    for (let h = 11; h < 7 * 24; h += 11) {
      expect(await readSession(database.db, later(h * hour), secret)).toBeDefined();
    }
    expect(await readSession(database.db, later(7 * 24 * hour), secret)).toBeUndefined();
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

  it('does not keep the owner out of a browser of theirs, however long strangers fail on the name', async () => {
    await supervisor();
    const first = await signIn(database.db, start, given);
    const browser = first.ok ? first.browser : undefined;
    for (let n = 0; n < 12; n += 1) {
      const at = later(n * 31_000);
      await signIn(database.db, at, { name: 'sue sand', password: 'a guess at it', address: `192.0.2.${n}` });
    }
    const during = later(11 * 31_000 + 1);
    expect(await signIn(database.db, during, given)).toMatchObject({ ok: false, reason: 'wait' });
    expect(await signIn(database.db, during, { ...given, browser })).toMatchObject({
      ok: true,
      browser: undefined,
    });
    // A browser is known for its owner's name only, and guessing from it is slowed down as well.
    const other = { name: 'nobody', password: 'a guess at it', address: '192.0.2.99', browser };
    expect(await signIn(database.db, during, other)).toMatchObject({ ok: false });
    const wrong = { ...given, browser, password: 'a guess at it' };
    for (let n = 0; n < 5; n += 1) await signIn(database.db, later(hour + n), wrong);
    expect(await signIn(database.db, later(hour + 5), wrong)).toMatchObject({ reason: 'wait' });
  });

  it('takes a whole network of version 6 for one client', async () => {
    await supervisor();
    for (let n = 0; n < 5; n += 1) {
      const address = `2001:db8:1:2::${n + 1}`;
      await signIn(database.db, start, { name: `nobody ${n}`, password: 'a guess at it', address });
    }
    const next = { name: 'nobody 9', password: 'a guess at it' };
    expect(await signIn(database.db, start, { ...next, address: '2001:db8:1:2:ffff::9' })).toMatchObject({
      reason: 'wait',
    });
    expect(await signIn(database.db, start, { ...next, address: '2001:db8:1:3::9' })).toMatchObject({
      reason: 'wrong',
    });
  });

  it('checks few passwords at a time, and asks the rest of a flood to wait', async () => {
    await supervisor();
    const flood = Array.from({ length: 40 }, (_, n) =>
      signIn(database.db, start, { name: `n${n}`, password: 'a guess at it', address: `192.0.2.${n}` }),
    );
    const reasons = (await Promise.all(flood)).map((result) => (result.ok ? 'ok' : result.reason));
    expect(new Set(reasons)).toEqual(new Set(['wrong', 'wait']));
    expect(await signIn(database.db, start, given)).toMatchObject({ ok: true });
  });
});

describe('an invitation', () => {
  const invited = { name: 'Otto', password };

  it('makes one account of its role, once, within three days, and is stored only as a hash', async () => {
    const secret = await invite(database.db, start, 'Sue Sand', { role: 'operator', person: undefined });
    const { rows } = await database.db.execute(sql`SELECT * FROM one_time_link`);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(await readJoinLink(database.db, start, secret)).toEqual({
      purpose: 'invitation',
      role: 'operator',
    });
    expect(await readJoinLink(database.db, later(3 * 24 * hour), secret)).toBeUndefined();
    const late = await useJoinLink(database.db, later(3 * 24 * hour), secret, invited);
    expect(late).toEqual({ ok: false, reason: 'dead' });
    const both = await Promise.all([
      useJoinLink(database.db, start, secret, invited),
      useJoinLink(database.db, start, secret, { ...invited, name: 'Ove' }),
    ]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect((await listAccounts(database.db)).map(({ role }) => role)).toEqual(['operator']);
  });

  it('whose name is taken can be used with another', async () => {
    await supervisor();
    const secret = await invite(database.db, start, 'Sue Sand', { role: 'manager', person: undefined });
    const taken = await useJoinLink(database.db, start, secret, { name: 'SUE SAND', password });
    expect(taken).toEqual({ ok: false, reason: 'name-taken' });
    expect(await useJoinLink(database.db, start, secret, invited)).toMatchObject({ ok: true });
  });

  it('makes no first supervisor, and the first link makes no other account', async () => {
    const secret = await invite(database.db, start, 'Sue', { role: 'manager', person: undefined });
    expect(await makeFirstSupervisor(database.db, start, secret, invited)).toBeUndefined();
    const first = secretOf(await ensureFirstLink(database.db, clock));
    expect(await readJoinLink(database.db, start, first)).toBeUndefined();
  });
});

describe('an account', () => {
  it('changes its password with the old one, and its other sessions end', async () => {
    const id = await supervisor();
    const here = await openSession(database.db, start, id);
    const elsewhere = await openSession(database.db, start, id);
    const wanted = 'another horse battery';
    const change = (current: string) =>
      changePassword(database.db, start, id, { current, wanted, sessionSecret: here });
    expect(await change('not the password')).toBe(false);
    expect(await readSession(database.db, start, elsewhere)).toBeDefined();
    expect(await change(password)).toBe(true);
    expect(await readSession(database.db, start, here)).toBeDefined();
    expect(await readSession(database.db, start, elsewhere)).toBeUndefined();
    const given = { name: 'Sue Sand', address: '192.0.2.1' };
    expect(await signIn(database.db, start, { ...given, password })).toMatchObject({ ok: false });
    expect(await signIn(database.db, start, { ...given, password: wanted })).toMatchObject({ ok: true });
  });

  it('signs out everywhere, and no browser is known then', async () => {
    const accountId = await supervisor();
    const given = { name: 'Sue Sand', password, address: '192.0.2.1' };
    const signedIn = await signIn(database.db, start, given);
    if (!signedIn.ok) throw new Error('not signed in');
    await signOutEverywhere(database.db, start, { accountId, name: 'Sue Sand' });
    expect(await readSession(database.db, start, signedIn.secret)).toBeUndefined();
    const again = await signIn(database.db, start, { ...given, browser: signedIn.browser });
    expect(again.ok && again.browser).toMatch(/^[\w-]{43}$/);
  });

  it('gets a new password by a link, which ends its sessions and voids an earlier link', async () => {
    const id = await supervisor();
    const session = await openSession(database.db, start, id);
    const older = (await makePasswordLink(database.db, start, 'Otto', id)) ?? '';
    const link = (await makePasswordLink(database.db, start, 'Otto', id)) ?? '';
    expect(await readJoinLink(database.db, start, older)).toBeUndefined();
    const wanted = { name: 'ignored', password: 'another horse battery' };
    expect(await useJoinLink(database.db, start, link, wanted)).toEqual({ ok: true, accountId: id });
    expect(await readSession(database.db, start, session)).toBeUndefined();
    expect((await listAccounts(database.db)).map(({ name }) => name)).toEqual(['Sue Sand']);
  });

  it('is removed with its sessions, but never the last supervisor, not even by two at once', async () => {
    const first = await supervisor();
    expect(await removeAccount(database.db, start, first, 'Sue Sand')).toBe('last-supervisor');
    const secret = await invite(database.db, start, 'Sue', { role: 'supervisor', person: undefined });
    const made = await useJoinLink(database.db, start, secret, { name: 'Otto', password });
    const second = made.ok ? made.accountId : '';
    const session = await openSession(database.db, start, second);
    const results = await Promise.all([
      removeAccount(database.db, start, first, 'Otto'),
      removeAccount(database.db, start, second, 'Sue'),
    ]);
    expect(results.sort()).toEqual(['last-supervisor', 'removed']);
    const left = await listAccounts(database.db);
    expect(left).toHaveLength(1);
    expect((await readSession(database.db, start, session)) !== undefined).toBe(left[0]?.id === second);
  });
});

describe('an API token', () => {
  it('works until it is revoked, is shown once, stored as a hash, and says when it was last used', async () => {
    const secret = await makeApiToken(database.db, start, 'Sue Sand', 'wallboard');
    expect(secret).toMatch(/^afterhours_[\w-]{43}$/);
    const { rows } = await database.db.execute(sql`SELECT * FROM api_token`);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(await apiTokenWorks(database.db, later(hour), secret)).toBe(true);
    expect(await apiTokenWorks(database.db, start, `${secret}x`)).toBe(false);
    const [token] = await listApiTokens(database.db);
    expect(token).toMatchObject({ name: 'wallboard', madeBy: 'Sue Sand', lastUsedAt: later(hour) });
    expect(await revokeApiToken(database.db, start, 'Sue Sand', token?.id ?? '')).toBe(true);
    expect(await apiTokenWorks(database.db, start, secret)).toBe(false);
    expect(await listApiTokens(database.db)).toEqual([]);
  });
});

describe('what happens to accounts', () => {
  it('is written down, and nobody can change it afterwards', async () => {
    const before = sql`SELECT coalesce(max(id), 0)::int AS id FROM account_event`;
    const since = (await database.db.execute<{ id: number }>(before)).rows[0]?.id ?? 0;
    const secret = await invite(database.db, start, 'Sue', { role: 'operator', person: undefined });
    await useJoinLink(database.db, start, secret, { name: 'Otto', password });
    const written = sql`SELECT event, data FROM account_event WHERE id > ${since} ORDER BY id`;
    expect((await database.db.execute(written)).rows).toEqual([
      { event: 'invited', data: { by: 'Sue', role: 'operator' } },
      { event: 'joined', data: { by: 'Sue', about: 'Otto', role: 'operator' } },
    ]);
  });
});
