import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { brokenConstraintOf, openDatabase, sqlStateOf, transaction, type Database } from './index.ts';

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
  await database.pool.query('CREATE TABLE tally (name text CONSTRAINT one_each UNIQUE, count int)');
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query(`TRUNCATE tally; INSERT INTO tally VALUES ('a', 0), ('b', 0)`);
});

const add = (tx: Database, name: string) =>
  tx.execute(sql`UPDATE tally SET count = count + 1 WHERE name = ${name}`);
/** As an error does that passes through several functions on its way. */
const arrivingLate = (statement: Promise<unknown>): Promise<unknown> =>
  statement.catch(async (error: unknown) => {
    await new Promise((resolve) => setImmediate(resolve));
    throw error;
  });
const counts = async (): Promise<unknown> =>
  (await database.pool.query('SELECT name, count FROM tally ORDER BY name')).rows;

describe('transaction', () => {
  it('records what the builders and the hand-written statements did together', async () => {
    const result = await transaction(db, async (tx) => {
      await add(tx, 'a');
      await tx.$client.query(`UPDATE tally SET count = 7 WHERE name = 'b'`);
      return 'done';
    });
    expect(result).toBe('done');
    expect(await counts()).toEqual([
      { name: 'a', count: 1 },
      { name: 'b', count: 7 },
    ]);
  });

  it('records nothing when the work throws, and gives the connection back', async () => {
    for (let round = 0; round < 12; round += 1) {
      const failed = transaction(db, async (tx) => {
        await add(tx, 'a');
        throw new Error('changed my mind');
      });
      await expect(failed).rejects.toThrow('changed my mind');
    }
    expect(await counts()).toEqual([
      { name: 'a', count: 0 },
      { name: 'b', count: 0 },
    ]);
    expect(database.pool.totalCount).toBe(database.pool.idleCount);
  });

  it('fails, and the process lives, when its connection is cut while it asks nothing', async () => {
    const cut = transaction(db, async (tx) => {
      const { rows } = await tx.$client.query('SELECT pg_backend_pid() AS pid');
      await database.pool.query('SELECT pg_terminate_backend($1)', [(rows[0] as { pid: number }).pid]);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await add(tx, 'a');
    });
    await expect(cut).rejects.toThrow();
    await transaction(db, (tx) => add(tx, 'b'));
    expect(await counts()).toEqual([
      { name: 'a', count: 0 },
      { name: 'b', count: 1 },
    ]);
  });

  it('fails, and the process lives, when its connection is cut at its beginning', async () => {
    const unseen: unknown[] = [];
    const see = (error: unknown) => void unseen.push(error);
    process.on('unhandledRejection', see);
    const one = openDatabase(database.url, { maxConnections: 1 });
    try {
      const { rows } = await one.pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      const ending = database.pool.query('SELECT pg_terminate_backend($1) FROM pg_sleep(0.05)', [
        rows[0]!.pid,
      ]);
      await new Promise((resolve) => setTimeout(resolve, 10));
      // The server's last words lie unread until BEGIN is under way.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
      const cut = transaction(one.db, async (tx) => {
        await ending;
        await new Promise((resolve) => setTimeout(resolve, 100));
        await add(tx, 'a');
      });
      await expect(cut).rejects.toThrow();
      expect(unseen).toEqual([]);
    } finally {
      process.off('unhandledRejection', see);
      await one.close();
    }
  });

  it('records what was left to its end, which travels with the commit', async () => {
    await transaction(db, async (tx, atEnd) => {
      await add(tx, 'a');
      atEnd(tx.$client.query(`UPDATE tally SET count = 7 WHERE name = 'b'`));
    });
    expect(await counts()).toEqual([
      { name: 'a', count: 1 },
      { name: 'b', count: 7 },
    ]);
  });

  it('records nothing when what was left to its end fails, and throws that error', async () => {
    for (let round = 0; round < 12; round += 1) {
      const failed = transaction(db, async (tx, atEnd) => {
        await add(tx, 'a');
        atEnd(tx.$client.query(`INSERT INTO tally VALUES ('b', 1)`));
        atEnd(tx.$client.query(`UPDATE tally SET count = 7 WHERE name = 'b'`));
      });
      const error: unknown = await failed.catch((thrown: unknown) => thrown);
      expect(brokenConstraintOf(error)).toBe('one_each');
    }
    expect(await counts()).toEqual([
      { name: 'a', count: 0 },
      { name: 'b', count: 0 },
    ]);
    expect(database.pool.totalCount).toBe(database.pool.idleCount);
  });

  it('throws what failed without being waited for, not that the next statement came too late', async () => {
    const failed = transaction(db, async (tx, atEnd) => {
      atEnd(tx.$client.query(`INSERT INTO tally VALUES ('b', 1)`));
      await add(tx, 'a');
    });
    const error: unknown = await failed.catch((thrown: unknown) => thrown);
    expect(brokenConstraintOf(error)).toBe('one_each');
  });

  it('throws what failed first at its end, also when that error comes later than those behind it', async () => {
    const failed = transaction(db, async (tx, atEnd) => {
      await add(tx, 'a');
      atEnd(arrivingLate(tx.$client.query(`INSERT INTO tally VALUES ('b', 1)`)));
      atEnd(tx.$client.query(`UPDATE tally SET count = 7 WHERE name = 'b'`));
    });
    const error: unknown = await failed.catch((thrown: unknown) => thrown);
    expect(brokenConstraintOf(error)).toBe('one_each');
  });

  it('undoes only the inner part when that throws and the outer goes on', async () => {
    await transaction(db, async (tx) => {
      await add(tx, 'a');
      const inner = transaction(tx, async (innerTx) => {
        await add(innerTx, 'b');
        throw new Error('inner');
      });
      await expect(inner).rejects.toThrow('inner');
    });
    expect(await counts()).toEqual([
      { name: 'a', count: 1 },
      { name: 'b', count: 0 },
    ]);
  });

  it.each([
    ['in its work', async (tx: Database, name: string) => void (await add(tx, name))],
    [
      'in what was left to its end',
      async (tx: Database, name: string, atEnd: (statement: Promise<unknown>) => void) => {
        atEnd(arrivingLate(add(tx, name).execute()));
        atEnd(tx.$client.query('SELECT 1'));
      },
    ],
  ])(
    'runs the loser of a deadlock again that it met %s, so that both are recorded',
    async (_where, second) => {
      let bothHoldOne: () => void = () => undefined;
      const meeting = new Promise<void>((resolve) => (bothHoldOne = resolve));
      let holding = 0;
      const crosswise = (first: string, other: string) =>
        transaction(db, async (tx, atEnd) => {
          await add(tx, first);
          holding += 1;
          if (holding === 2) bothHoldOne();
          await meeting;
          await second(tx, other, atEnd);
        });
      await Promise.all([crosswise('a', 'b'), crosswise('b', 'a')]);
      expect(holding).toBeGreaterThan(2);
      expect(await counts()).toEqual([
        { name: 'a', count: 2 },
        { name: 'b', count: 2 },
      ]);
    },
  );
});

describe('what a failed statement says', () => {
  it("is found under Drizzle's wrapping", async () => {
    const error: unknown = await db.execute(sql`INSERT INTO tally VALUES ('a', 1)`).catch((e: unknown) => e);
    expect(sqlStateOf(error)).toBe('23505');
    expect(brokenConstraintOf(error)).toBe('one_each');
    expect(sqlStateOf(new Error('another'))).toBeUndefined();
  });
});
