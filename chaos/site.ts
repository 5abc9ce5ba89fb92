import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { enrolPeople, type BenchDesk } from '../bench/desks.ts';
import { freePort } from '../bench/free-port.ts';
import { createPhones, type Phones } from '../phones/index.ts';
import { openDatabase } from '../src/database/index.ts';
import { withConnectionOverrides } from '../src/twilio/index.ts';
import { createBalancer, type Balancer } from './balancer.ts';
import { chaosDesks } from './desks.ts';
import { superviseNode, type SupervisedNode } from './node.ts';
import { startPostgres, type ChaosPostgres } from './postgres.ts';

/** Two nodes of the service, one PostgreSQL, one carrier, and a balancer between. */
export interface Site {
  folder: string;
  databaseFolder: string;
  desks: BenchDesk[];
  postgres: ChaosPostgres;
  /** The owner's way to the database, which no fault closes as long as it runs. */
  pool: Pool;
  phones: Phones;
  balancer: Balancer;
  nodes: SupervisedNode[];
  /** Ends everything; keeps nothing but the logs that were asked for. */
  close(): Promise<void>;
}

export interface SiteOptions {
  cases: number;
  seed: number;
  roundSeconds: number;
  /** Called before the database is made, as to put its folder on a small volume; returns what undoes it. */
  beforeDatabase?: (folder: string) => () => void;
  logs?: string | undefined;
}

/** The role that the service signs in with: limits of connections do not hold for a superuser. */
export const serviceRole = 'chaos_service';
/** The carrier's REST API answers in about so long. */
const carrierLatencyMs = 150;

export async function openSite({
  cases,
  seed,
  roundSeconds,
  beforeDatabase,
  logs,
}: SiteOptions): Promise<Site> {
  const folder = fs.mkdtempSync(join(tmpdir(), 'afterhours-chaos-'));
  // As root the database runs as another user, who must be able to come to its own folder below.
  fs.chmodSync(folder, 0o711);
  const undo: (() => unknown)[] = [() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 })];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const databaseFolder = join(folder, 'database');
    const undoBefore = beforeDatabase?.(databaseFolder);
    if (undoBefore) undo.push(undoBefore);
    const postgres = await startPostgres(databaseFolder);
    undo.push(() => postgres.stop());
    const database = openDatabase(postgres.url, { maxConnections: 4 });
    undo.push(() => database.close());
    const { pool } = database;
    await pool.query(`CREATE ROLE ${serviceRole} LOGIN`);
    const desks = chaosDesks(join(folder, 'scripts'), cases, roundSeconds);
    const balancer = await createBalancer();
    undo.push(() => balancer.close());
    const account = { accountSid: `AC${randomBytes(16).toString('hex')}`, authToken: 'a-token-of-chaos' };
    const phones = await openPhones(account, balancer.url, desks, seed);
    undo.push(() => phones.close());
    const env = {
      DATABASE_MIGRATION_URL: postgres.url,
      JOURNAL_DIR: join(folder, 'journal'),
      PUBLIC_URL: balancer.url,
      IVR_SCRIPTS: join(folder, 'scripts'),
      TWILIO_ACCOUNT_SID: account.accountSid,
      TWILIO_AUTH_TOKEN: account.authToken,
      TWILIO_API_URL: phones.url,
    };
    const logFolder = logs ?? folder;
    fs.mkdirSync(logFolder, { recursive: true });
    const nodes: SupervisedNode[] = [];
    for (const name of ['node-1', 'node-2']) {
      const port = await freePort();
      const url = new URL(postgres.url);
      url.username = serviceRole;
      url.searchParams.set('application_name', name);
      const logFile = join(logFolder, `${name}.log`);
      const node = superviseNode({ name, port, env: { ...env, DATABASE_URL: url.href }, logFile });
      undo.push(() => node.stop());
      await node.start();
      nodes.push(node);
      balancer.add(port);
    }
    await enrolPeople(pool, desks);
    return { folder, databaseFolder, desks, postgres, pool, phones, balancer, nodes, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openPhones(
  account: { accountSid: string; authToken: string },
  url: string,
  desks: readonly BenchDesk[],
  seed: number,
): Promise<Phones> {
  const phones = await createPhones({
    ...account,
    seed,
    callsPerSecond: 200,
    wordsPerMinute: 1_500,
    numbers: desks.map(({ number }) => ({
      number,
      voiceUrl: withConnectionOverrides(`${url}/twilio/voice`),
      smsUrl: withConnectionOverrides(`${url}/twilio/sms`),
      statusUrl: withConnectionOverrides(`${url}/twilio/status`),
    })),
    people: desks.flatMap(({ people }) =>
      people.map(({ key, role, number }) => ({ key, name: key, role, number })),
    ),
  });
  phones.faults.add({ kind: 'rest-slow', delayMs: carrierLatencyMs });
  return phones;
}
