import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { openDatabase } from '../src/database/index.ts';
import type { CarrierSettings } from './carrier.ts';
import { endAllCases, enrolPeople, writeScripts, type BenchDesk } from './desks.ts';
import { freePort } from './free-port.ts';
import { startPart, type Part } from './parts.ts';
import { stopWhenInterrupted } from './running.ts';
import { startService, type RunningService } from './service.ts';
import type { Target } from './webhook.ts';

/** Everything that a measurement of calls needs, each a process of its own. */
export interface Stage {
  desks: BenchDesk[];
  target: Target;
  service: RunningService;
  carrier: Part;
  floor: Part;
  floorUrl: string;
  pool: Pool;
  endAll(): Promise<void>;
}

export interface StageOptions {
  desks: BenchDesk[];
  /** What the carrier tells of calls and texts afterwards; absent: nothing. */
  reports?: Pick<CarrierSettings, 'ringSeconds'>;
  nodeFlags?: string[];
}

/** What is to be stopped, what was started last first. */
export type Stops = (() => unknown)[];

/** Runs `work` and stops whatever it has started, however it ends. */
export async function withStops<T>(work: (stops: Stops) => Promise<T>): Promise<T> {
  const stops: Stops = [];
  const stopAll = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  const stopped = stopWhenInterrupted(stopAll);
  try {
    return await work(stops);
  } finally {
    await stopAll();
    stopped();
  }
}

/** Service, carrier and floor on this database, the desks' people enrolled. */
export async function setStage(
  folder: string,
  databaseUrl: string,
  options: StageOptions,
  stops: Stops,
): Promise<Stage> {
  const { desks } = options;
  const scripts = join(folder, 'scripts');
  writeScripts(scripts, desks);
  const account = { accountSid: `AC${randomBytes(16).toString('hex')}`, authToken: 'a-token-of-the-bench' };
  const settings = options.reports ? { ...options.reports, ...account } : {};
  const carrier = await startPart<{ url: string }>('carrier', settings);
  stops.push(() => carrier.part.stop());
  const service = await startService(
    {
      PORT: String(await freePort()),
      DATABASE_URL: databaseUrl,
      JOURNAL_DIR: join(folder, 'journal'),
      IVR_SCRIPTS: scripts,
      TWILIO_ACCOUNT_SID: account.accountSid,
      TWILIO_AUTH_TOKEN: account.authToken,
      TWILIO_API_URL: carrier.ready.url,
    },
    options.nodeFlags,
  );
  stops.push(() => service.stop());
  const database = openDatabase(databaseUrl, { maxConnections: 1 });
  stops.push(() => database.close());
  const { pool } = database;
  await enrolPeople(pool, desks);
  const floor = await startPart<{ url: string }>('floor', {
    databaseUrl,
    carrierUrl: carrier.ready.url,
    authToken: account.authToken,
  });
  stops.push(() => floor.part.stop());
  return {
    desks,
    target: { url: service.url, ...account },
    service,
    carrier: carrier.part,
    floor: floor.part,
    floorUrl: floor.ready.url,
    pool,
    endAll: () => endAllCases(pool),
  };
}
