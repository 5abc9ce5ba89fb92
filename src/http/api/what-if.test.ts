import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { enrol, nordicPeople } from '../../../test/support/people.ts';
import { nordicScript } from '../../ivr/nordic.fixture.ts';
import { systemClock } from '../../kernel/index.ts';
import { registerApi } from './index.ts';

const script = nordicScript();
const bearer = { authorization: 'Bearer a-token-of-the-environment' };
const night = { desk: script.desk, at: '2026-12-24T02:00' };

let database: TestDatabase;
let app: FastifyInstance;
beforeAll(async () => {
  database = await createTestDatabase();
  await enrol(
    database.pool,
    nordicPeople.map((person) => ({ ...person, desk: script.desk })),
  );
  app = Fastify();
  await registerApi(app, {
    db: database.db,
    clock: systemClock,
    publicUrl: 'https://support.example.com',
    scripts: [script],
    apiToken: 'a-token-of-the-environment',
    secureCookies: false,
  });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const ask = (query: Record<string, string>, headers: Record<string, string> = bearer) =>
  app.inject({ url: `/api/v1/what-if?${new URLSearchParams(query).toString()}`, headers });

it('answers who is called, when, and what is said', async () => {
  const answer = await ask({ ...night, from: '+46701740650' });
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({
    desk: script.desk,
    at: '2026-12-24T02:00:00+01:00',
    office: { open: false, because: { reason: { kind: 'holiday', name: 'Christmas Eve' } } },
    caller: { customer: null, approved: false },
    pagings: [
      {
        takes: 'call',
        rounds: [
          {
            at: '2026-12-24T02:00:00+01:00',
            asked: { people: [{ key: 'ulla', name: 'Ulla Ek', channels: ['voice'] }] },
          },
          { at: '2026-12-24T02:00:30+01:00', asked: { people: [{ key: 'vaxel' }] } },
        ],
        givenUp: { at: '2026-12-24T02:01:00+01:00', why: 'everybody has been asked' },
      },
    ],
  });
});

it('answers what follows when somebody accepts', async () => {
  const answer = await ask({ ...night, from: '+46701740650', accepts: '2' });
  expect(answer.json()).toMatchObject({
    pagings: [{ rounds: { length: 2 }, givenUp: null }],
    accepted: { round: 2, by: { key: 'vaxel', via: 'voice' }, connects: true, contact: null, mails: [] },
    whenNobodyComes: null,
  });
});

it('reads a number and an offset whose plus arrives as a space', async () => {
  const url = `/api/v1/what-if?desk=${script.desk}&at=2026-12-24T02:00+01:00&from=+46701740650`;
  const answer = await app.inject({ url, headers: bearer });
  expect(answer.json()).toMatchObject({ at: '2026-12-24T02:00:00+01:00', caller: { customer: null } });
});

it.each([
  [{ at: night.at }, 'desk: write the name of a desk, such as dino'],
  [{ desk: script.desk }, 'at: write a time such as 2026-12-24T02:00'],
  [{ ...night, desk: 'nordik' }, 'desk: there is no desk "nordik"'],
  [{ ...night, at: 'noon' }, 'at: noon is no time: write a time such as 2026-12-24T02:00'],
  [{ ...night, from: 'maria' }, 'from: maria: write a number with plus and country code'],
  [{ ...night, press: '1,x' }, 'press: "x": write keys 0 to 9, * and #'],
  [{ ...night, accepts: 'two' }, 'accepts: "two": write the number of a round, such as 2'],
  [{ ...night, accepts: '3' }, 'accepts: 3: the paging ends after round 2: everybody has been asked'],
  [{ ...night, press: 'nobody,nobody' }, 'press: nobody: the caller does not hold then'],
] as [Record<string, string>, string][])('says what is wrong with %j', async (query, words) => {
  const answer = await ask(query);
  expect(answer.statusCode).toBe(400);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json<{ detail: string }>().detail).toContain(words);
});

it('is for those who may read, and is described', async () => {
  expect((await ask(night, {})).statusCode).toBe(401);
  const document = (await app.inject({ url: '/api/openapi.json' })).json<{ paths: object }>();
  expect(Object.keys(document.paths)).toContain('/api/v1/what-if');
});
