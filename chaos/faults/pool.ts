import { setTimeout as sleep } from 'node:timers/promises';
import { serviceRole } from '../site.ts';
import { between, count, type Fault } from './fault.ts';

/** Of these each node needs two that stay open: the engine's session and that of the change feed. */
const connections = 7;

/**
 * PostgreSQL has few connections left, and somebody from outside holds a lock on all cases: for some seconds nothing
 * gets on, and what waits fills the pools.
 */
export const pool: Fault = async ({ site, random, over, record }) => {
  try {
    await site.pool.query(`ALTER ROLE ${serviceRole} CONNECTION LIMIT ${connections}`);
    await site.pool.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [
      serviceRole,
    ]);
    count(record, `connections limited to ${connections}`);
    while (!over()) {
      await sleep(between(random, 3_000, 7_000));
      const outsider = await site.pool.connect();
      try {
        await outsider.query('BEGIN');
        await outsider.query('LOCK TABLE support_case IN ACCESS EXCLUSIVE MODE');
        count(record, 'long lock');
        await sleep(between(random, 2_000, 12_000));
        await outsider.query('COMMIT');
      } finally {
        outsider.release();
      }
    }
  } finally {
    await site.pool.query(`ALTER ROLE ${serviceRole} CONNECTION LIMIT -1`);
  }
};
