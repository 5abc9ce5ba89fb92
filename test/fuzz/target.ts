import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import pino from 'pino';
import { buildApp, type App, type SecondCarrier } from '../../src/app.ts';
import { ensureFirstLink, makeFirstSupervisor, openSession, readSession } from '../../src/accounts/index.ts';
import { projectRoot } from '../../src/config/index.ts';
import { openDatabase, type OpenDatabase } from '../../src/database/index.ts';
import { loadScripts } from '../../src/ivr/index.ts';
import type { Clock, PhoneNumber } from '../../src/kernel/index.ts';
import type { Telephony } from '../../src/telephony/index.ts';
import { dinoPeople, enrol } from '../support/people.ts';
import { SECOND_NUMBER } from '../support/world.ts';
import { createHurriedClock, type HurriedClock } from './hurried-clock.ts';
import type { Keys } from './requests.ts';

export interface Target {
  app: App;
  clock: HurriedClock;
  database: OpenDatabase;
  port: number;
  keys: Keys;
  /** Log lines at `error` and above. */
  errors: string[];
  close(): Promise<void>;
}

const AUTH_TOKEN = 'a-token-for-the-fuzzer';
const SIGNING_KEY = 'PSK-a-key-for-the-fuzzer';
const API_TOKEN = 'an-api-token-of-sufficient-length';

/** The web half of the service on the migrated, empty database at `url`; orders to the carrier stay on the table. */
export async function startTarget(url: string): Promise<Target> {
  const database = openDatabase(url, { maxConnections: 20 });
  await enrol(database.pool, dinoPeople);
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const { scripts } = await loadScripts(join(projectRoot(), 'ivr-scripts'));
  scripts.find(({ desk }) => desk === 'dino')?.numbers.push(secondCarrier.numbers[0]!);
  const errors: string[] = [];
  const clock = createHurriedClock();
  const app = await buildApp({
    config: { publicUrl, pageFrom: [], apiToken: API_TOKEN, role: 'web' },
    authTokens: [AUTH_TOKEN],
    database,
    clock,
    scripts,
    telephony: noCarrier,
    secondCarrier,
    log: pino({ level: 'error' }, { write: (line: string) => void errors.push(line) }),
  });
  await app.start();
  await app.http.listen({ host: '127.0.0.1', port });
  return {
    app,
    clock,
    database,
    port,
    errors,
    keys: {
      publicUrl,
      first: { header: 'x-twilio-signature', key: AUTH_TOKEN },
      second: { header: 'x-signalwire-signature', key: SIGNING_KEY },
      apiToken: API_TOKEN,
      ...(await signIn(database, clock)),
    },
    close: async () => {
      await app.stop();
      await database.close();
    },
  };
}

async function signIn({ db }: OpenDatabase, clock: Clock): Promise<{ cookie: string; csrf: string }> {
  const path = (await ensureFirstLink(db, clock)) ?? '';
  const wanted = { name: 'Sue', password: 'correct horse battery' };
  const now = clock.now();
  const account = await makeFirstSupervisor(db, now, path.slice('/welcome/'.length), wanted);
  if (account === undefined) throw new Error('the database is not empty');
  const secret = await openSession(db, now, account);
  const session = await readSession(db, now, secret);
  return { cookie: `afterhours=${secret}`, csrf: session?.csrfToken ?? '' };
}

const unheard = async () => {
  const failure = { class: 'may-pass', code: 'none', message: 'no carrier here', ambiguous: false } as const;
  return { ok: false, failure } as const;
};
const sound = { contentType: 'audio/mpeg', body: Buffer.alloc(2000) };

/** No order leaves a web process; a recording is there when asked for. */
const noCarrier: Telephony = {
  placeCall: unheard,
  sendText: unheard,
  redirectCall: unheard,
  cancelUnanswered: unheard,
  hangUp: unheard,
  fetchCall: unheard,
  fetchText: unheard,
  fetchRecording: async () => ({ ok: true, value: sound }),
  deleteRecording: unheard,
  deleteCall: unheard,
  deleteText: unheard,
};

const secondCarrier: SecondCarrier = {
  name: 'signalwire',
  numbers: [SECOND_NUMBER as PhoneNumber],
  recordingsAt: 'https://example.signalwire.com/',
  signingKeys: [SIGNING_KEY],
  telephony: noCarrier,
};

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
