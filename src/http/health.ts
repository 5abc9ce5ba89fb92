import type { FastifyInstance } from 'fastify';
import { hindrances } from '../alarms/index.ts';
import { isMigrated, type OpenDatabase } from '../database/index.ts';
import { anyEngineLives, type Engine } from '../engine/index.ts';
import type { Clock } from '../kernel/index.ts';

/** An engine that has not looked for due work for so long cannot be counted on to send a page. */
const LONGEST_TURN_MS = 5_000;

export interface HealthOptions {
  database: OpenDatabase;
  clock: Clock;
  /** The engine of this process, if it has one. */
  engine: Engine | undefined;
}

/**
 * `/healthz`: the process lives. `/readyz`: this process does its part that a page can go out; otherwise 503 with the
 * reason. What is wrong beyond the process, such as a carrier that refuses, is a warning and no reason: no other process
 * would do better, and callers must still be answered.
 */
export function registerHealth(app: FastifyInstance, options: HealthOptions): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (request, reply) => {
    const reasons = await whyNotReady(options).catch((error: unknown) => {
      request.log.warn({ err: error }, 'not ready');
      return ['the database does not answer'];
    });
    if (reasons.length === 0) return { status: 'ready', warnings: await hindrances(options.database.pool) };
    return reply.code(503).send({ status: 'not ready', reasons });
  });
}

async function whyNotReady({ database, clock, engine }: HealthOptions): Promise<string[]> {
  const reasons: string[] = [];
  if (!(await isMigrated(database.pool))) reasons.push('the database is not migrated');
  if (!engine) {
    if (!(await anyEngineLives(database.pool))) reasons.push('no worker process is connected: pages wait');
    return reasons;
  }
  if (!engine.isLive) reasons.push('the paging engine has lost its session');
  const last = engine.lastTurnAt;
  if (!last || clock.now().getTime() - last.getTime() > LONGEST_TURN_MS) {
    reasons.push('the paging engine has not turned');
  }
  return reasons;
}
