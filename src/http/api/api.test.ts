import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { insertRow, nightAt, nightNow, uuid } from '../../../test/support/night.ts';
import { tellNight } from '../../../test/support/story.ts';
import { ensureFirstLink, makeFirstSupervisor, openSession } from '../../accounts/index.ts';
import type { Clock } from '../../kernel/index.ts';
import { registerApi } from './index.ts';

const clock: Clock = { now: () => nightNow, after: () => ({ cancel: () => undefined }) };
const bearer = { authorization: 'Bearer a-token-of-the-environment' };

let database: TestDatabase;
let app: FastifyInstance;
beforeAll(async () => {
  database = await createTestDatabase();
  await tellNight(database.db);
  app = Fastify();
  await registerApi(app, {
    db: database.db,
    clock,
    publicUrl: 'https://support.example.com',
    scripts: [],
    apiToken: 'a-token-of-the-environment',
    secureCookies: false,
  });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const get = (url: string, headers: Record<string, string> = bearer) => app.inject({ url, headers });
interface List {
  cases: { number: string }[];
  nextCursor: string | null;
}
const numbers = async (query: string) =>
  (await get(`/api/v1/cases${query}`)).json<List>().cases.map((of) => of.number);

describe('who may read', () => {
  it('is whoever has the token, or a session of the console', async () => {
    const path = (await ensureFirstLink(database.db, clock)) ?? '';
    const wanted = { name: 'Sue', password: 'correct horse battery' };
    const id = await makeFirstSupervisor(database.db, nightNow, path.slice('/welcome/'.length), wanted);
    const cookie = `afterhours=${await openSession(database.db, nightNow, id!)}`;
    expect((await get('/api/v1/cases', { cookie })).statusCode).toBe(200);
    expect((await get('/api/v1/cases')).statusCode).toBe(200);
  });

  it.each([{}, { authorization: 'Bearer wrong' }, { cookie: 'afterhours=made-up' }] as Record<
    string,
    string
  >[])('is nobody with %j', async (headers) => {
    const answer = await get('/api/v1/cases', headers);
    expect([answer.statusCode, answer.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ status: 401, title: 'Not signed in' });
  });
});

describe('the list', () => {
  it('is newest first and goes on by its cursor, each case once', async () => {
    expect(await numbers('')).toEqual(['DINO-1043', 'DINO-1042', 'DINO-1041']);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const answer = await get(`/api/v1/cases?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
      const page: List = answer.json();
      seen.push(...page.cases.map((of) => of.number));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['DINO-1043', 'DINO-1042', 'DINO-1041']);
  });

  it('is filtered by status, desk, caller and time, and a plus may stand unescaped', async () => {
    expect(await numbers('?status=paging')).toEqual(['DINO-1043']);
    expect(await numbers('?desk=netex')).toEqual([]);
    expect(await numbers('?caller=%2B12025550100')).toEqual(['DINO-1042']);
    expect(await numbers('?caller=+12025550100')).toEqual(['DINO-1042']);
    expect(await numbers('?since=2026-11-12T08:00:00Z')).toEqual(['DINO-1043']);
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=9999', 'limit'],
    ['status=lost', 'status'],
    ['caller=dana', 'caller: not a number in E.164 form'],
    ['since=yesterday', 'since'],
    ['cursor=nonsense', 'cursor: not one that this list gave out'],
  ])('says what is wrong with ?%s', async (query, words) => {
    const answer = await get(`/api/v1/cases?${query}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json<{ detail: string }>().detail).toContain(words);
  });
});

describe('one case', () => {
  it('has its pages with receipts, and its timeline', async () => {
    const found = (await get('/api/v1/cases/DINO-1042')).json<{
      pages: { channel: string; status: string }[];
      timeline: { event: string }[];
    }>();
    expect(found).toMatchObject({
      number: 'DINO-1042',
      desk: 'dino',
      severity: '1',
      status: 'in-contact',
      caller: '+12025550100',
      openedAt: '2026-11-12T07:47:12.000Z',
      acknowledgedAt: '2026-11-12T07:48:31.000Z',
      acknowledgedBy: 'anna',
    });
    expect(found.pages).toHaveLength(15);
    expect(found.pages.find((page) => page.status === 'acknowledged')).toMatchObject({
      person: 'anna',
      role: 'senior-technician',
      channel: 'voice',
      round: 2,
      carrierId: expect.stringMatching(/^CA/) as unknown,
      attemptedAt: '2026-11-12T07:48:12.000Z',
      events: [
        { event: 'queued' },
        { event: 'rang' },
        { event: 'picked-up' },
        { event: 'answered' },
        { event: 'accepted' },
      ],
    });
    expect(found.timeline[0]).toMatchObject({ at: '2026-11-12T07:47:12.000Z', event: 'case.opened' });
  });

  it('has what its callers have said for it, with where it is heard', async () => {
    const place = { carrier_id: 'RE1', url: 'https://api.example.com/RE1' };
    await insertRow(database.db, 'recording', {
      ...{ id: uuid(91), call_id: uuid(3), case_id: uuid(1), created_at: nightAt(60) },
      ...{ duration_seconds: 14, label: 'Serial number', ...place },
    });
    const found = (await get('/api/v1/cases/DINO-1042')).json<{ messages: object[] }>();
    const url = `https://support.example.com/recordings/${uuid(91)}`;
    expect(found.messages).toEqual([
      { at: nightAt(60).toISOString(), durationSeconds: 14, label: 'Serial number', url },
    ]);
    const none = (await get('/api/v1/cases/DINO-1041')).json<{ messages: object[] }>();
    expect(none.messages).toEqual([]);
  });

  it.each(['%00', "'; drop", '..%2f..'])('is 404 for %s, which can be no number', async (number) => {
    const answer = await get(`/api/v1/cases/${number}`);
    expect(answer.statusCode).toBe(404);
  });

  it('is 404 when there is none', async () => {
    const answer = await get('/api/v1/cases/DINO-9');
    expect([answer.statusCode, answer.json<{ status: number }>().status]).toEqual([404, 404]);
  });
});

describe('the OpenAPI document', () => {
  it('describes every path and needs no token', async () => {
    const answer = await get('/api/openapi.json', {});
    expect(answer.statusCode).toBe(200);
    const document = answer.json<{ openapi: string; paths: Record<string, unknown> }>();
    expect(document.openapi).toMatch(/^3\.1/);
    expect(Object.keys(document.paths)).toEqual([
      '/api/v1/cases',
      '/api/v1/cases/{number}',
      '/api/v1/what-if',
    ]);
    expect(JSON.stringify(document.paths)).toContain('"name":"since"');
  });
});

describe('an address of nobody’s', () => {
  it.each([
    ['GET', '/api/v1/nope'],
    ['POST', '/api/v1/cases'],
    ['GET', '/api/'],
    ['GET', '/api/v2/cases?limit=1'],
  ] as const)('%s %s is told as every other fault of the API is', async (method, url) => {
    const answer = await app.inject({ method, url });
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ type: 'about:blank', title: 'No such address', status: 404 });
  });
});
