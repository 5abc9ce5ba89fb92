import { createServer } from 'node:net';
import { join } from 'node:path';
import pino from 'pino';
import { createPhones, type Phones, type PhonesOptions } from '../../phones/index.ts';
import { createVirtualClock, type VirtualClock } from '../../phones/testing/virtual-clock.ts';
import { buildApp, type App, type SecondCarrier } from '../../src/app.ts';
import { loadScripts, type Script } from '../../src/ivr/index.ts';
import { projectRoot } from '../../src/config/index.ts';
import type { JournalFolder } from '../../src/journal/index.ts';
import type { PhoneNumber } from '../../src/kernel/index.ts';
import { createSignalWireTelephony, createTwilioTelephony } from '../../src/twilio/index.ts';
import type { MailTransport } from '../../src/mail/index.ts';
import type { CanarySettings } from '../../src/watchdog/index.ts';
import { asService, createTestDatabase, type TestDatabase } from './database.ts';
import { dinoPeople, enrol, type TestPerson } from './people.ts';

const ACCOUNT = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'a-token-for-tests' };
export const DINO_NUMBER = '+18004803466';
/** Dino's number at the second carrier, where there is one. */
export const SECOND_NUMBER = '+12025550190';
const PROJECT = {
  accountSid: '6a1f0f5e-52c3-4c5e-9d0e-2f4f6f0b8a11',
  authToken: 'PT-a-token-for-tests',
  signingKey: 'PSK-a-key-for-tests',
};
export const NORDIC_NUMBER = '+46858460600';
export const DINO_OFFICE = '+17037682610';
export const CUSTOMER = '+12025550100';

export interface WorldOptions {
  /** A night, New York time, unless told. */
  at?: Date;
  people?: readonly TestPerson[];
  /** The desks that there are; Dino alone unless told. */
  desks?: readonly string[];
  /** Changes the scripts that were read, as to shorten a wait. */
  scripts?: (scripts: Script[]) => void;
  phones?: Partial<PhonesOptions>;
  /** Log lines that are expected here; anything else at `error` fails the test. */
  expectErrors?: boolean;
  /** Where the service writes what answers callers while it is down, and where that is served. */
  failOpen?: { url: string; folder: string | undefined };
  /** Where mail goes; absent: it stays in the outbox. */
  mail?: MailTransport;
  /** What POST /mail/inbound must be shown; absent: it is not there. */
  mailInboundSecret?: string;
  /** A test text and call go to this number again and again. */
  canary?: { number: string; everyMinutes: number };
  /** A second carrier, at which Dino has SECOND_NUMBER. */
  twoCarriers?: boolean;
  /** Where what could not be recorded is kept; absent: with this world. */
  journal?: JournalFolder;
  /** How many calls and texts are asked of the carrier at once. */
  asksAtOnce?: number;
  /** The token that the account is being changed to. */
  nextToken?: string;
}

/** The whole service on a real database, a carrier of simulated phones, and a clock that stands still until told. */
export interface World {
  app: App;
  phones: Phones;
  /** The second carrier; the telephones are the same. Without one the first again. */
  second: Phones;
  clock: VirtualClock;
  database: TestDatabase;
  publicUrl: string;
  token: string;
  /** Lets so much time pass, everything that falls due in it included. */
  passes(seconds: number): Promise<void>;
  /** Waits until nothing is under way at this instant. */
  settles(): Promise<void>;
  /** What GET /api/v1/cases/NUMBER answers. */
  case(number: string): Promise<ApiCase>;
  cases(): Promise<ApiCase[]>;
  errors: string[];
  close(): Promise<void>;
}

export interface ApiCase {
  number: string;
  kind: string;
  status: string;
  severity: string | null;
  caller: string | null;
  acknowledgedBy: string | null;
  acknowledgedAt: string | null;
  contactedAt: string | null;
  pages: ApiPage[];
  timeline: { at: string; event: string; [key: string]: unknown }[];
}

export interface ApiPage {
  person: string;
  role: string;
  channel: 'voice' | 'sms';
  round: number;
  status: string;
  carrierId: string | null;
  attemptedAt: string | null;
  events: { at: string; event: string; [key: string]: unknown }[];
}

const API_TOKEN = 'test-api-token-of-sufficient-length';

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const people = options.people ?? dinoPeople;
  const database = await createTestDatabase();
  await enrol(database.pool, people);
  const served = asService(database);
  const clock = createVirtualClock(options.at ?? new Date('2026-11-12T07:47:00Z'));
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const desks = options.desks ?? ['dino'];
  const all = structuredClone(await (scriptsRead ??= readScripts()));
  const scripts = all.filter(({ desk }) => desks.includes(desk));
  options.scripts?.(scripts);
  const numberAt = (number: string) => ({
    number,
    voiceUrl: `${publicUrl}/twilio/voice`,
    smsUrl: `${publicUrl}/twilio/sms`,
    statusUrl: `${publicUrl}/twilio/status`,
  });
  const phones = await createPhones({
    ...ACCOUNT,
    clock,
    callsPerSecond: 50,
    seed: 1,
    numbers: scripts.flatMap((script) => script.numbers).map(numberAt),
    people: people
      .map(({ key, name, roles, voice, lines }) => ({
        ...{ key, name, role: roles[0] ?? '', lines },
        number: voice ?? '',
      }))
      .filter((p) => p.number !== ''),
    ...options.phones,
  });
  const second = options.twoCarriers
    ? await createPhones({
        ...PROJECT,
        actsAs: 'signalwire',
        telephonesOf: phones,
        clock,
        callsPerSecond: 50,
        seed: 2,
        numbers: [numberAt(SECOND_NUMBER)],
      })
    : phones;
  if (options.twoCarriers) dinoOf(scripts).numbers.push(SECOND_NUMBER as PhoneNumber);
  const errors: string[] = [];
  const log = pino(
    { level: process.env['LOG_LEVEL'] ?? 'error' },
    { write: (line: string) => void errors.push(line) },
  );
  const app = await buildApp({
    config: {
      publicUrl,
      pageFrom: [],
      apiToken: API_TOKEN,
      role: 'all',
      failOpen: options.failOpen,
      mailInboundSecret: options.mailInboundSecret,
    },
    authTokens: [ACCOUNT.authToken, ...(options.nextToken === undefined ? [] : [options.nextToken])],
    database: served,
    clock,
    scripts,
    // The engine is told of what is put down for later, so on this clock it need not look every second.
    engine: { pollMs: 60_000, leaseMs: 60_000 },
    telephony: createTwilioTelephony({ ...ACCOUNT, apiUrl: phones.url }),
    log,
    asksAtOnce: options.asksAtOnce,
    ...(options.twoCarriers ? { secondCarrier: secondCarrierAt(second.url) } : {}),
    ...(options.mail === undefined ? {} : { mail: options.mail }),
    ...(options.journal === undefined ? {} : { journal: options.journal }),
    ...(options.canary === undefined ? {} : { canary: options.canary as CanarySettings }),
  });
  await app.start();
  await app.http.listen({ host: '127.0.0.1', port });
  const settles = async () => {
    for (let quiet = 0; quiet < 2; quiet += 1) {
      await phones.idle();
      await second.idle();
      await app.journal?.idle();
      await app.engine?.idle();
    }
  };
  const ask = async <T>(path: string): Promise<T> => {
    const answer = await fetch(`${publicUrl}${path}`, { headers: { authorization: `Bearer ${API_TOKEN}` } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  return {
    app,
    phones,
    second,
    clock,
    database,
    publicUrl,
    token: API_TOKEN,
    errors,
    settles,
    passes: (seconds) => clock.advance(seconds * 1000, settles),
    case: (number) => ask<ApiCase>(`/api/v1/cases/${number}`),
    cases: async () => (await ask<{ cases: ApiCase[] }>('/api/v1/cases')).cases,
    close: async () => {
      await app.stop();
      if (second !== phones) await second.close();
      await phones.close();
      await served.close();
      await database.close();
    },
  };
}

/** Read once for a test process; each world has its own copy. */
let scriptsRead: Promise<Script[]> | undefined;

async function readScripts(): Promise<Script[]> {
  const { scripts, faults } = await loadScripts(join(projectRoot(), 'ivr-scripts'));
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return scripts;
}

function dinoOf(scripts: readonly Script[]): Script {
  const dino = scripts.find(({ desk }) => desk === 'dino');
  if (!dino) throw new Error('there is no script dino');
  return dino;
}

function secondCarrierAt(spaceUrl: string): SecondCarrier {
  return {
    name: 'signalwire',
    numbers: [SECOND_NUMBER as PhoneNumber],
    recordingsAt: spaceUrl,
    signingKeys: [PROJECT.signingKey],
    telephony: createSignalWireTelephony({
      spaceUrl,
      projectId: PROJECT.accountSid,
      apiToken: PROJECT.authToken,
    }),
  };
}

/** Below those that the system gives to outgoing connections, one of which could take it before it is listened on. */
function freePort(): Promise<number> {
  const port = 15_000 + Math.floor(Math.random() * 17_000);
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(freePort()));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(port)));
  });
}
