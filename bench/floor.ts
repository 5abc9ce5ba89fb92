import { timingSafeEqual } from 'node:crypto';
import formbody from '@fastify/formbody';
import Fastify from 'fastify';
import { openDatabase, transaction, type Database } from '../src/database/index.ts';
import { HttpClient } from '../src/twilio/http-client.ts';
import { servePart } from './parts.ts';
import { monotonicMs } from './statistics.ts';
import { signatureOf } from './webhook.ts';

export interface FloorSettings {
  databaseUrl: string;
  carrierUrl: string;
  authToken: string;
}

export interface FloorRequest {
  /** The four phones of each call; all calls at the same time. */
  calls: string[][];
  /** The time from one call's start to the next one's; absent: all at the same moment. */
  everyMs?: number;
}

/** When a call was begun, and when it should have been. */
export interface FloorBegun {
  dueAtMs: number;
  beganAtMs: number;
}

/** As many rows as a Severity 1 key press writes: case, paging, pages, calls, texts, receipts, tasks. */
const rowsOfACall = 39;
/** As much text as stands in a row of ours. */
const rowText = 'x'.repeat(200);

/**
 * What no paging can do without: one committed transaction, then eight requests at the same time. The pool and the HTTP
 * client are those of the service. Beside it a bare Fastify route: a form parsed, one row committed, an answer.
 */
export async function runFloor({ databaseUrl, carrierUrl, authToken }: FloorSettings): Promise<void> {
  const { db, pool } = openDatabase(databaseUrl, { maxConnections: 20 });
  await pool.query('CREATE SCHEMA IF NOT EXISTS bench');
  await pool.query(
    'CREATE TABLE IF NOT EXISTS bench.floor (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text text)',
  );
  const client = new HttpClient({ timeoutMs: 8_000, maxSockets: 256 });
  const http = Fastify();
  await http.register(formbody);
  http.post('/floor', async (_request, reply) => {
    await commitRows(db, 1);
    return reply.type('text/xml').send('<Response/>');
  });
  http.post('/signed', async (request, reply) => {
    const form = request.body as Record<string, string>;
    const address = `http://${request.headers.host}${request.url}`;
    const given = Buffer.from(String(request.headers['x-twilio-signature']));
    const wanted = Buffer.from(signatureOf(authToken, address, form));
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return reply.code(403).send();
    await commitRows(db, 1);
    return reply.type('text/xml').send('<Response/>');
  });
  const url = await http.listen({ host: '127.0.0.1', port: 0 });
  servePart({ url }, ({ calls, everyMs = 0 }: FloorRequest) => {
    const startMs = monotonicMs();
    return Promise.all(calls.map((phones, at) => fanOut(phones, startMs + at * everyMs)));
  });

  async function fanOut(phones: string[], dueAtMs: number): Promise<FloorBegun> {
    const waitMs = dueAtMs - monotonicMs();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    const beganAtMs = monotonicMs();
    await commitRows(db, rowsOfACall);
    await Promise.all(
      phones.flatMap((to) => ['Calls', 'Messages'].map((kind) => client.request(carrierRequest(kind, to)))),
    );
    return { dueAtMs, beganAtMs };
  }

  function carrierRequest(kind: string, to: string) {
    return {
      method: 'post',
      uri: `${carrierUrl}/2010-04-01/Accounts/AC0/${kind}.json`,
      username: 'AC0',
      password: 'token',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      data: { To: to, From: '+18005550100', Body: rowText },
    };
  }
}

async function commitRows(db: Database, count: number): Promise<void> {
  await transaction(db, (tx) =>
    tx.$client.query({
      name: 'floor',
      text: 'INSERT INTO bench.floor (text) SELECT $2 FROM generate_series(1, $1)',
      values: [count, rowText],
    }),
  );
}
