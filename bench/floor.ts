import formbody from '@fastify/formbody';
import Fastify from 'fastify';
import { openDatabase, transaction, type Database } from '../src/database/index.ts';
import { HttpClient } from '../src/twilio/http-client.ts';
import { servePart } from './parts.ts';
import { monotonicMs } from './statistics.ts';

export interface FloorSettings {
  databaseUrl: string;
  carrierUrl: string;
}

export interface FloorRequest {
  /** The four phones of each call; all calls at the same time. */
  calls: string[][];
}

/** As many rows as a Severity 1 key press writes: case, paging, pages, calls, texts, receipts, tasks. */
const rowsOfACall = 39;
/** As much text as stands in a row of ours. */
const rowText = 'x'.repeat(200);

/**
 * What no paging can do without: one committed transaction, then eight requests at the same time. The pool and the HTTP
 * client are those of the service. Beside it a bare Fastify route: a form parsed, one row committed, an answer.
 */
export async function runFloor({ databaseUrl, carrierUrl }: FloorSettings): Promise<void> {
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
  const url = await http.listen({ host: '127.0.0.1', port: 0 });
  servePart({ url }, ({ calls }: FloorRequest) => Promise.all(calls.map((phones) => fanOut(phones))));

  async function fanOut(phones: string[]): Promise<number> {
    const beganAtMs = monotonicMs();
    await commitRows(db, rowsOfACall);
    await Promise.all(
      phones.flatMap((to) => ['Calls', 'Messages'].map((kind) => client.request(carrierRequest(kind, to)))),
    );
    return beganAtMs;
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
