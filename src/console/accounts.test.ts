import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { nightNow } from '../../test/support/night.ts';
import { tellNight } from '../../test/support/story.ts';
import { ensureFirstLink } from '../accounts/index.ts';
import { registerApi } from '../http/index.ts';
import type { Clock } from '../kernel/index.ts';
import { registerConsole, type ConsoleOptions } from './index.ts';

const clock: Clock = { now: () => nightNow, after: () => ({ cancel: () => undefined }) };
const password = 'correct horse battery';
const notes: string[] = [];

let database: TestDatabase;
let app: FastifyInstance;
let supervisor = '';

beforeAll(async () => {
  database = await createTestDatabase();
  await tellNight(database.db);
  app = Fastify();
  const web = { db: database.db, clock, publicUrl: 'https://support.example.com', secureCookies: true };
  await registerApi(app, { ...web, scripts: [] });
  await registerConsole(app, {
    ...web,
    scripts: [],
    desks: [{ desk: 'dino', name: 'Dino', timeZone: 'America/New_York' }],
    actions: {
      addNote: async (number: string) => {
        notes.push(number);
        return { ok: true };
      },
      handOnTargets: async () => [],
    } as unknown as ConsoleOptions['actions'],
    acceptLinks: {} as ConsoleOptions['acceptLinks'],
    changes: { subscribe: () => () => undefined },
    replies: { settle: async () => ({ ok: true }) },
    redirects: { send: async () => undefined },
    alarms: {} as ConsoleOptions['alarms'],
    contacts: {} as ConsoleOptions['contacts'],
    contactCard: () => '',
    canSendMail: false,
    registrations: {} as ConsoleOptions['registrations'],
    fetchRecording: async () => Promise.reject(new Error('not asked here')),
  });
  const first = (await ensureFirstLink(database.db, clock)) ?? '';
  supervisor = sessionOf(await post(first, '', { name: 'Sue Sand', password }));
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const get = (url: string, cookie: string) => app.inject({ url, headers: { cookie } });
const post = (url: string, cookie: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  } as InjectOptions);
const sessionOf = (answer: { headers: Record<string, unknown> }) =>
  /__Host-afterhours=[\w-]+/.exec(String(answer.headers['set-cookie']))?.[0] ?? '';
const csrfOf = async (cookie: string) =>
  /name="csrf" value="([\w-]+)"/.exec((await get('/account', cookie)).body)?.[1] ?? '';
/** Sends a form as its page would. */
const send = async (url: string, cookie: string, fields: Record<string, string> = {}) =>
  post(url, cookie, { ...fields, csrf: await csrfOf(cookie) });
const shownOnce = (body: string) => /id="made-value"[^>]* value="([^"]+)"/.exec(body)?.[1] ?? '';
const join = async (role: string, name: string) => {
  const link = shownOnce((await send('/accounts/invite', supervisor, { role })).body);
  expect(link).toMatch(/^https:\/\/support\.example\.com\/join\/[\w-]{43}$/);
  return sessionOf(await post(new URL(link).pathname, '', { name, password }));
};

describe('an invitation from the console', () => {
  it('is reached from the page of people, and makes an account once', async () => {
    expect((await get('/people', supervisor)).body).toContain('href="/accounts"');
    const made = await send('/accounts/invite', supervisor, { role: 'operator' });
    expect(made.headers['cache-control']).toBe('no-store');
    const path = new URL(shownOnce(made.body)).pathname;
    const page = await get(path, '');
    expect([page.statusCode, page.headers['referrer-policy']]).toEqual([200, 'no-referrer']);
    expect(page.body).toContain('You are invited as operator');
    expect((await post(path, '', { name: 'Otto', password: 'short' })).statusCode).toBe(422);
    expect((await post(path, '', { name: 'SUE SAND', password })).body).toContain('signs in with this name');
    const otto = await post(path, '', { name: 'Otto', password });
    expect(sessionOf(otto)).not.toBe('');
    expect((await get(path, '')).statusCode).toBe(404);
    expect((await post(path, '', { name: 'Ove', password })).statusCode).toBe(404);
    expect((await get('/accounts', supervisor)).body).toContain('Otto');
  });

  it('is not made by a form from elsewhere', async () => {
    const forged = await post('/accounts/invite', supervisor, { role: 'supervisor', csrf: 'made up' });
    expect([forged.statusCode, shownOnce(forged.body)]).toEqual([403, '']);
  });
});

describe('what a role may do', () => {
  it.each([
    ['operator', 303],
    ['technician', 303],
    ['manager', 403],
  ])('%s reads everything, is answered %i to a note, and administers nothing', async (role, status) => {
    const cookie = await join(role, `a ${role}`);
    for (const url of ['/', '/calls', '/cases', '/cases/DINO-1042', '/people']) {
      expect([url, (await get(url, cookie)).statusCode]).toEqual([url, 200]);
    }
    notes.length = 0;
    const noted = await send('/cases/DINO-1042/note', cookie, { text: 'seen' });
    expect([noted.statusCode, notes.length]).toEqual([status, status === 303 ? 1 : 0]);
    const offered = (await get('/cases/DINO-1042', cookie)).body.includes('/cases/DINO-1042/note');
    expect(offered).toBe(status === 303);
    expect((await get('/accounts', cookie)).statusCode).toBe(403);
    expect((await get('/people', cookie)).body).not.toContain('href="/accounts"');
    for (const form of ['invite', 'password-link', 'remove', 'token', 'revoke']) {
      const refused = await send(`/accounts/${form}`, cookie, { role: 'supervisor', name: 'x' });
      expect([form, refused.statusCode, shownOnce(refused.body)]).toEqual([form, 403, '']);
    }
  });
});

describe('a form of the sign-in with nothing in it', () => {
  it('names each field that is missing, and no other', async () => {
    const empty = await post('/sign-in', '', { name: ' ', password: '' });
    expect(empty.statusCode).toBe(422);
    for (const what of ['name', 'password']) expect(empty.body).toContain(`Your ${what} is missing`);
    const named = await post('/sign-in', '', { name: 'Olga', password: '' });
    expect(named.body).toContain('Your password is missing');
    expect(named.body).not.toContain('Your name is missing');
  });
});

describe('one’s own account', () => {
  it('changes its password, and its other sessions end', async () => {
    const here = await join('operator', 'Olga');
    const signIn = (word: string) => post('/sign-in', '', { name: 'Olga', password: word });
    const elsewhere = sessionOf(await signIn(password));
    const wanted = 'another horse battery';
    const wrong = await send('/account/password', here, { current: 'not the one', wanted });
    expect([wrong.statusCode, wrong.body.includes('This is not your password')]).toEqual([422, true]);
    expect((await send('/account/password', here, { current: password, wanted: 'short' })).statusCode).toBe(
      422,
    );
    expect((await send('/account/password', here, { current: password, wanted })).statusCode).toBe(200);
    expect((await get('/account', here)).statusCode).toBe(200);
    expect((await get('/account', elsewhere)).statusCode).toBe(303);
    expect((await signIn(password)).statusCode).toBe(401);
    const again = sessionOf(await signIn(wanted));
    expect((await send('/account/sign-out-everywhere', again)).statusCode).toBe(303);
    for (const cookie of [here, again]) expect((await get('/account', cookie)).statusCode).toBe(303);
  });
});

describe('a token from the console', () => {
  it('reads the API until it is revoked, and is shown once', async () => {
    const made = await send('/accounts/token', supervisor, { name: '<b>wallboard</b>' });
    const token = shownOnce(made.body);
    const read = () => app.inject({ url: '/api/v1/cases', headers: { authorization: `Bearer ${token}` } });
    expect((await read()).statusCode).toBe(200);
    const page = (await get('/accounts', supervisor)).body;
    expect(page).not.toContain(token);
    expect(page).not.toContain('<b>wallboard');
    const id = /action="\/accounts\/revoke"[^]*?name="id" value="([\w-]+)"/.exec(page)?.[1] ?? '';
    await send('/accounts/revoke', supervisor, { id });
    expect((await read()).statusCode).toBe(401);
  });
});

describe('the last supervisor', () => {
  it('cannot be removed, and others can be, with their sessions', async () => {
    const other = await join('supervisor', 'Sven');
    const page = (await get('/accounts', supervisor)).body;
    const row = /Sven<\/th>[^]*?action="\/accounts\/remove"[^]*?name="id" value="([\w-]+)"/.exec(page);
    await send('/accounts/remove', supervisor, { id: row?.[1] ?? '' });
    expect((await get('/', other)).statusCode).toBe(303);
    const { rows } = await database.pool.query<{ id: string }>(
      `SELECT id FROM account WHERE role = 'supervisor'`,
    );
    const last = await send('/accounts/remove', supervisor, { id: rows[0]?.id ?? '' });
    expect([rows.length, last.statusCode]).toEqual([1, 422]);
    expect(last.body).toContain('only supervisor');
  });
});
