import { createPhones, type Phones } from '../../phones/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { dinoPeople, enrol } from '../support/people.ts';
import { DINO_NUMBER, DINO_OFFICE, type ApiCase } from '../support/world.ts';
import { createBalancer, type Balancer } from './balancer.ts';
import { openCarrierDoor, type CarrierDoor } from './carrier-door.ts';
import type { Installation } from './installation.ts';
import { start, type Node } from './node.ts';

const account = { accountSid: `AC${'1'.repeat(32)}`, authToken: 'a-token-for-processes' };
const apiToken = 'an-api-token-for-processes';

export type SiteNode = Node & { door: CarrierDoor };

/** Several processes of the service in front of one database and one carrier, in real time. */
export interface Site {
  phones: Phones;
  database: TestDatabase;
  balancer: Balancer;
  /** Starts a node behind the balancer; it takes connections after those that were started before. */
  start(env?: Record<string, string>): Promise<SiteNode>;
  /** What GET /api/v1/cases/NUMBER answers, whichever node does. */
  case(number: string): Promise<ApiCase>;
  close(): Promise<void>;
}

export async function createSite(installation: Installation): Promise<Site> {
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
