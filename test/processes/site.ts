import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { createPhones, type Phones } from '../../phones/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { anna, dinoPeople, enrol } from '../support/people.ts';
import { CUSTOMER, DINO_NUMBER, DINO_OFFICE, type ApiCase } from '../support/world.ts';
import { createBalancer, type Balancer } from './balancer.ts';
import { openCarrierDoor, type CarrierDoor } from './carrier-door.ts';
import { install, type Installation } from './installation.ts';
import { killAll, start, type Node } from './node.ts';

const account = { accountSid: `AC${'1'.repeat(32)}`, authToken: 'a-token-for-processes' };
const apiToken = 'an-api-token-for-processes';

export type SiteNode = Node & { door: CarrierDoor };

/** Several processes of the service in front of one database and one carrier, in real time. */
export interface Site {
  phones: Phones;
  database: TestDatabase;
  balancer: Balancer;
  /** Starts a node behind the balancer; it takes requests after those that were started before. */
  start(env?: Record<string, string>): Promise<SiteNode>;
  /** What GET /api/v1/cases/NUMBER answers, whichever node does. */
  case(number: string): Promise<ApiCase>;
  close(): Promise<void>;
}

async function createSite(installation: Installation): Promise<Site> {
  const database = await createTestDatabase();
  await enrol(database.pool, dinoPeople);
  const balancer = await createBalancer();
  const phones = await createPhones({
    ...account,
    callsPerSecond: 50,
    wordsPerMinute: 1_500,
    numbers: [DINO_NUMBER, DINO_OFFICE].map((number) => ({
      number,
      voiceUrl: `${balancer.url}/twilio/voice`,
      smsUrl: `${balancer.url}/twilio/sms`,
      statusUrl: `${balancer.url}/twilio/status`,
    })),
  });
  const doors: CarrierDoor[] = [];
  return {
    phones,
    database,
    balancer,
    start: async (env = {}) => {
      const door = await openCarrierDoor(phones.url);
      doors.push(door);
      const node = await start(installation, {
        env: {
          DATABASE_URL: database.url,
          JOURNAL_DIR: join(installation.folder, 'journals', new URL(database.url).pathname),
          PUBLIC_URL: balancer.url,
          TWILIO_ACCOUNT_SID: account.accountSid,
          TWILIO_AUTH_TOKEN: account.authToken,
          TWILIO_API_URL: door.url,
          API_TOKEN: apiToken,
          ...env,
        },
      });
      if (env['ROLE'] !== 'worker') balancer.targets.push(node.port);
      return Object.assign(node, { door });
    },
    case: async (number) => {
      const answer = await fetch(`${balancer.url}/api/v1/cases/${number}`, {
        headers: { authorization: `Bearer ${apiToken}`, connection: 'close' },
      });
      if (!answer.ok) throw new Error(`${number}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as ApiCase;
    },
    close: async () => {
      for (const door of doors) door.close();
      balancer.close();
      await phones.close();
      await database.close();
    },
  };
}

/** A site of each test's own, on one installation of the file's; what still runs after a test is killed. */
export function eachOnItsSite() {
  let installation: Installation;
  let site: Site;
  beforeAll(() => {
    installation = install();
  });
  beforeEach(async () => {
    site = await createSite(installation);
  });
  afterEach(async () => {
    await killAll();
    await site.close();
  });
  afterAll(() => installation.remove());
  return {
    site: () => site,
    scriptsWithRoundsEvery: (seconds: number) => installation.scriptsWithRoundsEvery(seconds),
    phone: (number: string) => site.phones.telephone(number),
    /** A customer calls the desk and presses 1 as soon as it speaks. */
    pressOne: async (from = CUSTOMER): Promise<void> => {
      const phone = site.phones.telephone(from);
      phone.dial(DINO_NUMBER);
      await expect.poll(() => phone.call?.said.length, { timeout: 8_000 }).toBeGreaterThan(0);
      phone.press('1');
    },
    /** Anna's phone rings, she picks up and presses 1, and the case is hers. */
    annaAccepts: async (): Promise<void> => {
      const soon = { timeout: 8_000, interval: 50 };
      const phone = site.phones.telephone(anna.voice!);
      await expect.poll(() => phone.call?.state, soon).toBe('ringing');
      phone.answer();
      await expect.poll(() => phone.call?.said.length, soon).toBeGreaterThan(0);
      phone.press('1');
      await expect.poll(async () => (await site.case('DINO-1042')).acknowledgedBy, soon).toBe('anna');
    },
  };
}
