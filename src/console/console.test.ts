import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { insertRow, nightAt, nightNow, uuid } from '../../test/support/night.ts';
import { tellNight } from '../../test/support/story.ts';
import { ensureFirstLink } from '../accounts/index.ts';
import type { Clock } from '../kernel/index.ts';
import { registerConsole, type AcceptLinkState, type ActionResult, type ConsoleActions } from './index.ts';

const clock: Clock = { now: () => nightNow, after: () => ({ cancel: () => undefined }) };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const encode = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

const done: unknown[][] = [];
let answer: ActionResult = { ok: true };
const act =
  (name: string) =>
  async (...given: unknown[]): Promise<ActionResult> => {
    done.push([name, ...given]);
    return answer;
  };
const actions = new Proxy({} as ConsoleActions, {
  get: (_, name) => (name === 'handOnTargets' ? async () => [] : act(String(name))),
});

const linkCase = {
  caseNumber: 'DINO-1043',
  desk: 'dino',
  severity: '2',
  summary: 'Severe problems',
  customer: undefined,
  callerName: '<b>Eve</b>',
  callerNumber: '+12025550101',
  callerOnHold: true,
  openedAt: nightNow,
  contactDueAt: undefined,
  person: { key: 'cleo', name: 'Cleo Carr', language: 'en-US' },
  alsoPaged: ['Anna Alm', 'Bo Berg'],
  replyCode: 43,
};
let link: AcceptLinkState = { state: 'open', case: linkCase };
const answered: string[] = [];
const cleared: string[][] = [];

let database: TestDatabase;
let app: FastifyInstance;
let cookie = '';
let firstLink = '';

beforeAll(async () => {
  database = await createTestDatabase();
  app = Fastify();
  await registerConsole(app, {
    db: database.db,
    clock,
    publicUrl: 'https://support.example.com',
    scripts: [],
    desks: [
      { desk: 'dino', name: 'Dino', timeZone: 'America/New_York', numbers: ['+18004803466'] },
      { desk: 'dvnordic', name: 'DV Nordic', timeZone: 'Europe/Stockholm' },
    ],
    actions,
    acceptLinks: {
      look: async () => link,
      accept: async () => {
        answered.push('accept');
        link = { state: 'accepted-by-you', case: linkCase, acceptedAt: nightNow };
        return link;
      },
      decline: async () => (answered.push('decline'), link),
    },
    replies: { settle: async () => ({ ok: true }) },
    contacts: {} as never,
    contactCard: () => '',
    redirects: { send: async () => undefined },
    alarms: {
      clear: async (id, by) => {
        cleared.push([id, by.name]);
        return id === uuid(31);
      },
    },
    canSendMail: false,
    registrations: {} as never,
    changes: { subscribe: () => () => undefined },
    fetchRecording: async () => ({
      ok: false,
      failure: { class: 'may-pass', code: 'timeout', message: 'not asked here', ambiguous: false },
    }),
    phonesUrl: 'http://127.0.0.1:3001/',
    secureCookies: true,
  });
  firstLink = (await ensureFirstLink(database.db, clock)) ?? '';
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const get = (url: string, headers: Record<string, string> = { cookie }) => app.inject({ url, headers });
const post = (url: string, fields: Record<string, string>, headers: Record<string, string> = { cookie }) =>
  app.inject({
    method: 'POST',
    url,
    headers: { ...form, ...headers },
    payload: encode(fields),
  } as InjectOptions);
const csrfOf = (html: string) => /name="csrf" value="([\w-]+)"/.exec(html)?.[1] ?? '';

describe('getting in', () => {
  it('asks a stranger to sign in and says what to do before anybody can', async () => {
    const stranger = await get('/cases/DINO-1042', {});
    expect([stranger.statusCode, stranger.headers.location]).toEqual([
      303,
      '/sign-in?next=%2Fcases%2FDINO-1042',
    ]);
    expect((await get('/sign-in', {})).body).toContain('The service printed a link');
  });

  it.each(['text/plain', 'application/json'])('takes no %s for a form', async (type) => {
    const request = { method: 'POST', url: '/sign-in', headers: { 'content-type': type }, payload: '"a"' };
    expect((await app.inject(request as InjectOptions)).statusCode).toBe(415);
  });

  it('leads to no address that would not fit into a header', async () => {
    const stranger = await get(`/calls?search=${'%C3%A5'.repeat(2000)}`, {});
    expect([stranger.statusCode, stranger.headers.location]).toEqual([303, '/sign-in']);
  });

  it('makes the first supervisor behind the printed link, with a long password, once', async () => {
    const short = await post(firstLink, { name: 'Sue Sand', password: 'short' }, {});
    expect(short.statusCode).toBe(422);
    expect(short.body).toContain('5 characters. At least 12');
    const made = await post(firstLink, { name: 'Sue Sand', password: 'correct horse battery' }, {});
    expect(made.statusCode).toBe(303);
    const set = String(made.headers['set-cookie']);
    expect(set).toMatch(/^__Host-afterhours=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    cookie = set.split(';')[0]!;
    expect((await get(firstLink, {})).statusCode).toBe(404);
  });

  it('teaches the first steps while nobody has called', async () => {
    const first = await get('/');
    expect(first.body).toContain('Open the phones');
    expect(first.body).toContain('npm run import -- people.yaml');
    await tellNight(database.db);
  });

  it('signs in by name and password, and never leads to another site', async () => {
    const fields = { name: 'sue sand', password: 'correct horse battery', next: '//evil.example' };
    const signedIn = await post('/sign-in', fields, {});
    expect([signedIn.statusCode, signedIn.headers.location]).toEqual([303, '/']);
    expect((await post('/sign-in', { ...fields, password: 'wrong' }, {})).statusCode).toBe(401);
    const elsewhere = { origin: 'https://evil.example' };
    expect((await post('/sign-in', fields, elsewhere)).statusCode).toBe(403);
  });
});

describe('the pages', () => {
  it.each([
    '/',
    '/calls',
    '/texts',
    '/cases',
    '/people',
    '/cases/DINO-1042',
    '/cases/DINO-1042?zoom=whole',
    '/cases/DINO-1043',
    '/mail',
  ])('%s is whole: no inline script or style, nothing from elsewhere, kept by no cache', async (url) => {
    const page = await get(url);
    expect(page.statusCode).toBe(200);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.body).not.toMatch(/<script(?! src="\/assets\/)|<style| style=| on[a-z]+="/);
    expect(page.body).not.toMatch(/(src|href)="https?:(?!\/\/127\.0\.0\.1:3001)/);
    expect(page.body).not.toMatch(/undefined|NaN|\[object/);
  });

  it('shows a caller who calls himself a script as text', async () => {
    const page = await get('/calls');
    expect(page.body).not.toContain('<script>alert');
    expect(page.body).toContain('&lt;script>alert(1)&lt;/script>');
  });

  it.each(['/calls?search=%00', '/cases?search=a%00b&desk=%00', '/cases/%00', '/cases/a%00b?zoom=%00'])(
    'takes a NUL, which the database would refuse, for nothing: %s',
    async (url) => {
      expect((await get(url)).statusCode).toBeLessThan(500);
    },
  );

  it('shows what is being paged, what comes next, and the alarms', async () => {
    const { body } = await get('/');
    expect(body).toContain('One case is being paged; nobody has accepted it.');
    expect(body).toMatch(/Next round<\/dt><dd><span[^>]*>0:52</);
    expect(body).toContain('round 3');
    expect(body).toContain('is dead (30005)');
  });

  it('says of an alarm what to do and who was told with what result, and takes it down by hand', async () => {
    const mail = {
      to_address: 'sue@example.com',
      subject: '<b>Dead</b>',
      body: 'Mend it.',
      created_at: nightNow,
    };
    const error = { attempt: 3, last_error: 'connect ECONNREFUSED' };
    await insertRow(database.db, 'mail', { id: uuid(901), status: 'waiting', ...mail, ...error });
    await insertRow(database.db, 'mail', {
      id: uuid(902),
      status: 'failed',
      ...mail,
      last_error: 'no address',
    });
    await insertRow(database.db, 'mail', { id: uuid(903), status: 'sent', ...mail, sent_at: nightNow });
    const call = { desk: 'dino', direction: 'outbound', purpose: 'alarm', to_number: '+12025550115' };
    const ended = { status: 'completed', created_at: nightNow, ended_at: nightNow };
    await insertRow(database.db, 'call', { id: uuid(904), ...call, ...ended });
    const alarm = { kind: 'canary-missing', subject: 'sms', message: 'Nothing came back.' };
    const more = { what_to_do: 'Look at the carrier.', raised_at: nightNow };
    await insertRow(database.db, 'alarm', { id: uuid(905), ...alarm, ...more });
    const told = { alarm_id: uuid(905), person: 'sue', told_at: nightNow };
    const byMail = { channel: 'mail', address: 'sue@example.com', mail_id: uuid(901) };
    const byCall = { channel: 'voice', address: '+12025550115', call_id: uuid(904), heard_at: nightNow };
    await insertRow(database.db, 'alarm_telling', { id: uuid(906), ...told, ...byMail });
    await insertRow(database.db, 'alarm_telling', { id: uuid(907), ...told, ...byCall });

    const { body } = await get('/');
    expect(body).toContain('Look at the carrier.');
    expect(body).toMatch(/Sue Sand, mail \d\d:\d\d: in the outbox \(connect ECONNREFUSED\)/);
    expect(body).toMatch(/Sue Sand, call \d\d:\d\d: heard/);
    const csrf = csrfOf(body);
    const clear = await post(`/alarms/${uuid(31)}/clear`, { csrf });
    expect([clear.statusCode, clear.headers.location]).toEqual([303, '/']);
    expect((await post(`/alarms/${uuid(31)}/clear`, {})).statusCode).toBe(403);
    expect((await post(`/alarms/${uuid(99)}/clear`, { csrf })).statusCode).toBe(404);
    expect(cleared).toEqual([
      [uuid(31), 'Sue Sand'],
      [uuid(99), 'Sue Sand'],
    ]);

    const outbox = (await get('/mail')).body;
    expect(outbox).toContain('1 waiting, 1 sent, 1 failed');
    expect(outbox).toContain('3 tries: connect ECONNREFUSED');
    expect(outbox).toContain('&lt;b>Dead&lt;/b>');
    expect(outbox).toContain('No mail goes out');
  });

  it('gives each page its receipt, and names who accepted', async () => {
    const { body } = await get('/cases/DINO-1042');
    expect(body.match(/id="receipt-/g)).toHaveLength(15);
    expect(body).toContain('the carrier does not know this handset');
    expect(body).toContain('voicemail, no key');
    expect(body).toContain('Accepted by Anna');
    expect(body).toMatch(/To acceptance<\/dt><dd>1:19/);
    expect(body).toContain('of 60:00 promised; kept');
  });

  it('filters the call log and says which filter hides something', async () => {
    const found = await get('/calls?search=0100');
    expect(found.body).toContain('DINO-1042');
    expect(found.body).not.toContain('DINO-1041');
    const none = await get('/calls?desk=dvnordic&severity=1');
    expect(none.body).toContain('Without the desk: 1');
    const menu = await get('/calls?outcome=hung-up');
    expect(menu.body).toContain('hung up in the menu');
    expect(menu.body).toContain('withheld');
  });

  it('exports the log with formulas made harmless', async () => {
    await insertRow(database.db, 'recording', {
      ...{ id: uuid(92), call_id: uuid(22), case_id: uuid(21) },
      ...{ url: 'https://api.example.com/RE2', duration_seconds: 9, created_at: nightAt(-8950) },
    });
    const { body, headers } = await get('/calls.csv');
    expect(body).toContain(`,9,https://support.example.com/recordings/${uuid(92)}`);
    expect(headers['content-type']).toContain('text/csv');
    expect(body.split('\r\n')).toHaveLength(6);
    expect(body).toContain("Acme Insurance,'+12025550100,1,Severity,DINO-1042,bridged,Anna Alm,79,1414");
  });

  it('answers an unknown case plainly', async () => {
    const page = await get('/cases/NOPE-1');
    expect(page.statusCode).toBe(404);
    expect(page.body).toContain('Nothing is known of NOPE-1');
  });
});

describe('doing something to a case', () => {
  const note = '/cases/DINO-1042/note';
  const csrf = async () => csrfOf((await get('/cases/DINO-1042')).body);

  it('takes a note from its own form only', async () => {
    done.length = 0;
    const token = await csrf();
    expect((await post(note, { text: 'without a token' })).statusCode).toBe(403);
    expect((await post(note, { text: 'x', csrf: `${token}x` })).statusCode).toBe(403);
    const cross = await post(note, { text: 'x', csrf: token }, { cookie, origin: 'https://evil.example' });
    expect(cross.statusCode).toBe(403);
    expect(done).toEqual([]);
    const kept = await post(
      note,
      { text: ' It is fixed ', csrf: token },
      { cookie, origin: 'https://support.example.com' },
    );
    expect([kept.statusCode, kept.headers.location]).toEqual([303, '/cases/DINO-1042#notes']);
    expect(done).toMatchObject([['addNote', 'DINO-1042', { name: 'Sue Sand' }, { text: 'It is fixed' }]]);
  });

  it('says beside the field why something was refused, and keeps what was typed', async () => {
    answer = { ok: false, why: { kind: 'build-or-reason-missing' } };
    const refused = await post('/cases/DINO-1042/close', { reason: '<i>no', csrf: await csrf() });
    answer = { ok: true };
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('or say why there is none');
    expect(refused.body).toContain('value="&lt;i>no"');
  });

  it('asks for what is missing before anything is tried', async () => {
    done.length = 0;
    const nobody = await post('/cases/DINO-1043/direct', { csrf: await csrf() });
    expect(nobody.body).toContain('Choose who is in contact with the customer');
    const build = await post('/cases/DINO-1042/fix', { buildNumber: '7.2;118', csrf: await csrf() });
    expect(build.body).toContain('such as 7.2.118');
    expect(done).toEqual([]);
    await post('/cases/DINO-1043/page-now', { csrf: await csrf() });
    expect(done).toMatchObject([['pageNextRound', 'DINO-1043', { name: 'Sue Sand' }]]);
    await post('/cases/DINO-1043/transfer', { how: 'warm', csrf: await csrf() });
    expect(done.at(-1)).toMatchObject(['handOn', 'DINO-1043', { name: 'Sue Sand' }, { isWarm: true }]);
  });

  it('ends the session at sign-out', async () => {
    const other = await post('/sign-in', { name: 'Sue Sand', password: 'correct horse battery' }, {});
    const theirs = { cookie: String(other.headers['set-cookie']).split(';')[0]! };
    const token = csrfOf((await get('/people', theirs)).body);
    await post('/sign-out', { csrf: token }, theirs);
    expect((await get('/people', theirs)).statusCode).toBe(303);
    expect((await get('/people')).statusCode).toBe(200);
  });
});

describe('the link in an SMS', () => {
  it('is opened without a sign-in and changes nothing by being opened', async () => {
    for (let times = 0; times < 3; times += 1) await get('/a/AbCdEfGh1234', {});
    const page = await get('/a/AbCdEfGh1234', {});
    expect(page.body).toContain('Opening this page accepted nothing');
    expect(page.body).toContain('&lt;b>Eve&lt;/b>');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    expect(page.headers['x-robots-tag']).toContain('noindex');
    expect(answered).toEqual([]);
  });

  it('accepts by its button and then shows that it did', async () => {
    expect((await post('/a/AbCdEfGh1234', { answer: 'something' }, {})).statusCode).toBe(200);
    expect(answered).toEqual([]);
    const accepted = await post('/a/AbCdEfGh1234', { answer: 'accept' }, {});
    expect([accepted.statusCode, accepted.headers.location]).toEqual([303, '/a/AbCdEfGh1234']);
    expect((await get('/a/AbCdEfGh1234', {})).body).toContain('Accepted by you');
    expect(answered).toEqual(['accept']);
  });

  it('says who was faster, and that an unknown link is none', async () => {
    link = { state: 'taken', case: linkCase, by: 'Anna Alm', acceptedAt: nightNow };
    expect((await get('/a/AbCdEfGh1234', {})).body).toContain('Taken by Anna');
    link = { state: 'unknown' };
    expect((await get('/a/AbCdEfGh1234', {})).statusCode).toBe(404);
    expect((await get('/a/<x>', {})).statusCode).toBe(404);
  });
});

describe('an address of nobody', () => {
  it('is a page for a browser and JSON for a program', async () => {
    const page = await get('/nope', { accept: 'text/html,*/*' });
    expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.body).toContain('No such page');
    expect(page.body).toContain('href="/"');
    const program = await get('/nope', {});
    expect([program.statusCode, program.json()]).toEqual([
      404,
      { message: 'Route GET:/nope not found', error: 'Not Found', statusCode: 404 },
    ]);
    const large = { method: 'POST', url: '/nope', payload: 'a'.repeat(2_000_000) } as const;
    const headers = { 'content-type': 'application/json' };
    expect((await app.inject({ ...large, headers })).headers['content-type']).toContain('application/json');
  });
});

describe('the assets', () => {
  it('are kept for ever under their hash, and open to everybody', async () => {
    const page = await get('/sign-in', {});
    for (const [, address] of page.body.matchAll(/(?:href|src)="(\/assets[^"]+)"/g)) {
      const asset = await get(address!, {});
      expect([address, asset.statusCode]).toEqual([address, 200]);
      expect(asset.headers['cache-control']).toContain('immutable');
    }
    expect((await get('/assets/console/..%2f..%2fpackage.json', {})).statusCode).toBe(404);
  });
});
