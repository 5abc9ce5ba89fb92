import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../phones/random.ts';
import { drawFrom } from './draw.ts';
import { faultOf } from './judge.ts';
import { readKnown } from './known.ts';
import { nextRequest, type FuzzRequest, type Sender } from './requests.ts';
import { forget, tablesOf } from './rows.ts';
import type { Target } from './target.ts';
import { sender } from './wire.ts';

export interface FuzzOptions {
  requests: number;
  seed: number;
  onProgress?: (done: number) => void;
}

export interface FuzzResult {
  sent: number;
  /** How often each status came, by who sent. */
  statuses: Record<string, number>;
  faults: string[];
}

const batchSize = 500;
const atOnce = 12;
/** Faults shown in full; a service that is broken throughout would fill the disc. */
const mostFaults = 40;
/** Beyond so many batches of one database what was written is forgotten, so that the millionth is as fast as the first. */
const forgetEvery = 40;
const senders: readonly Sender[] = [
  'carrier',
  'stranger',
  'visitor',
  'second-carrier',
  'stranger',
  'supervisor',
];

/** Whoever shows neither a signature nor a session leaves nothing behind, whatever they send. */
const effectless: readonly Sender[] = ['stranger', 'visitor'];

/** Sends `requests` requests in batches of one sender each, and judges every answer and what a batch left behind. */
export async function fuzz(target: Target, options: FuzzOptions): Promise<FuzzResult> {
  const draw = drawFrom(createRandom(options.seed));
  const wire = sender(target.port);
  const result: FuzzResult = { sent: 0, statuses: {}, faults: [] };
  const { pool } = target.database;
  for (let batch = 0; result.sent < options.requests && result.faults.length < mostFaults; batch += 1) {
    const who = senders[batch % senders.length]!;
    const known = await readKnown(pool);
    const count = Math.min(batchSize, options.requests - result.sent);
    const requests = Array.from({ length: count }, () => nextRequest(draw, who, known, target.keys));
    if (effectless.includes(who)) await nothingIsUnderWay(target);
    const before = effectless.includes(who) ? await tablesOf(pool) : undefined;
    await sendAll(requests, async (request) => {
      const answer = await wire.send(request);
      result.sent += 1;
      const status = `${who} ${answer.status}`;
      result.statuses[status] = (result.statuses[status] ?? 0) + 1;
      const fault = faultOf(who, request, answer);
      if (fault !== undefined) result.faults.push(fault);
    });
    const after = before && (await tablesOf(pool));
    for (const [table, rows] of after ?? []) {
      if (before?.get(table) === rows) continue;
      const was = before?.get(table) ?? 'nothing';
      result.faults.push(
        `requests of a ${who} left something behind (batch ${batch}): ${was} became ${rows}`,
      );
    }
    result.faults.push(...target.errors.splice(0).filter((line) => !notOurs.test(line)));
    if (batch % forgetEvery === forgetEvery - 1) await forget(pool);
    options.onProgress?.(result.sent);
  }
  wire.close();
  return result;
}

/**
 * What signed requests have begun is over: one that was answered for slowness goes on, or waits to be recorded anew. What
 * cannot be recorded at all is tried for two minutes and a half, which are cut short.
 */
async function nothingIsUnderWay({ app, clock, database: { pool } }: Target): Promise<void> {
  for (;;) {
    // Whoever was told that something could not be recorded: that is written after the last of it has gone.
    await app.journal?.idle();
    const { rows } = await pool.query<{ busy: number }>(
      `SELECT count(*)::int AS busy FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`,
    );
    if (rows[0]?.busy === 0 && (app.journal?.counts.waiting ?? 0) === 0) return;
    if (rows[0]?.busy === 0) clock.hurry();
    await sleep(20);
  }
}

/** What no carrier sends: an address that we never gave out, or one id for two calls. It is noted, and answered all the same. */
const notOurs =
  /no webhook at|no desk has the dialled number|no call on hold|no customer's leg|no inbound call|carrier_id_key/;

async function sendAll(
  requests: readonly FuzzRequest[],
  send: (request: FuzzRequest) => Promise<void>,
): Promise<void> {
  const rest = [...requests];
  const work = async () => {
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) await send(next);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
