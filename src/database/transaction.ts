import { setTimeout as sleep } from 'node:timers/promises';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Database } from './database.ts';

/** PostgreSQL asks for another try: serialization failure, deadlock. */
const tryAgainCodes = new Set(['40001', '40P01']);
/** All that PostgreSQL says after the first failure in a transaction. */
const IN_FAILED_TRANSACTION = '25P02';
const maxTries = 3;
/** Long enough for the other one to go first: at once, the loser could take the same lock from under it again. */
const backoffMs = 25;

/**
 * What happens in a transaction. A statement that is the last of it and whose result the work does not need may be given
 * to `atEnd` without waiting for it: it then travels together with the COMMIT.
 */
export type TransactionWork<T> = (tx: Database, atEnd: (statement: Promise<unknown>) => void) => Promise<T>;

/**
 * Runs `work` in one transaction: all of it is recorded when this returns, or nothing when it throws.
 * Work that met a deadlock is run again from its beginning, up to three times in all: it must do nothing but database
 * work, no network call. Inside another transaction it is a savepoint, and only the outermost tries again.
 */
export async function transaction<T>(db: Database, work: TransactionWork<T>): Promise<T> {
  const pool = db.$client;
  if (!(pool instanceof pg.Pool)) return savepoint(db, work);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(pool, work);
    } catch (error) {
      if (attempt >= maxTries || !tryAgainCodes.has(sqlStateOf(error) ?? '')) throw error;
      await sleep(backoffMs * attempt * (1 + Math.random()));
    }
  }
}

/**
 * What a transaction asks concerns one call or case, through an index, whatever the values: its prepared statements are
 * planned once for a connection. Left to itself PostgreSQL plans the longer ones anew each time, which took as long as
 * running them.
 */
const begin = 'BEGIN; SET LOCAL plan_cache_mode = force_generic_plan';

/** BEGIN travels together with the first statement, and what `atEnd` was given with the COMMIT. */
async function runOnce<T>(pool: pg.Pool, work: TransactionWork<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    const sent: Promise<unknown>[] = [];
    adding(sent)(client.query(begin));
    const result = await settledAfter(sent, work(drizzle(client), adding(sent)));
    // After a statement that failed the server takes this for a ROLLBACK, and that statement's error is thrown here.
    sent.push(client.query('COMMIT'));
    await settledAfter(sent, Promise.all(sent));
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => (broken = true));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Its failure is thrown at the end; until then it must not pass for one that nobody looks at, which ends the process. */
function adding(sent: Promise<unknown>[]): (statement: Promise<unknown>) => void {
  return (statement) => {
    statement.catch(() => undefined);
    sent.push(statement);
  };
}

/**
 * The result of `work`; when it fails, what was sent without waiting is waited for first, so that no error is lost. What
 * failed without being waited for made all that came behind it fail: it is thrown, because it says why, and whether another
 * try would help. It may be heard of last: its error can have further to travel.
 */
async function settledAfter<T>(sent: readonly Promise<unknown>[], work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const others = await Promise.allSettled(sent);
    if (!onlyFollows(error)) throw error;
    const cause = others.find((other) => other.status === 'rejected' && !onlyFollows(other.reason));
    throw cause?.status === 'rejected' ? cause.reason : error;
  }
}

const onlyFollows = (error: unknown): boolean => sqlStateOf(error) === IN_FAILED_TRANSACTION;

async function savepoint<T>(tx: Database, work: TransactionWork<T>): Promise<T> {
  const sent: Promise<unknown>[] = [];
  adding(sent)(tx.$client.query('SAVEPOINT inner_work'));
  try {
    const result = await settledAfter(sent, work(tx, adding(sent)));
    await settledAfter(sent, Promise.all(sent));
    await tx.$client.query('RELEASE SAVEPOINT inner_work');
    return result;
  } catch (error) {
    await tx.$client.query('ROLLBACK TO SAVEPOINT inner_work; RELEASE SAVEPOINT inner_work');
    throw error;
  }
}

/** The five-letter SQLSTATE of a failed statement, such as 23505 for a unique violation; Drizzle keeps it in the cause. */
export function sqlStateOf(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code: unknown = 'code' in at ? at.code : undefined;
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return undefined;
}

/** The name of the constraint that a failed statement broke, if it was one. */
export function brokenConstraintOf(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('constraint' in at && typeof at.constraint === 'string') return at.constraint;
  }
  return undefined;
}
