import { afterAll, afterEach, beforeAll } from 'vitest';
import { transaction, type OpenDatabase } from '../../src/database/index.ts';
import {
  Engine,
  enqueue,
  type ClaimableTask,
  type EngineOptions,
  type Task,
} from '../../src/engine/index.ts';
import { systemClock } from '../../src/kernel/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

type Log = { level: 'warn' | 'error'; message: string }[];

export type TestEngine = Engine & { said: Log };

/** An engine on the test's database; the real clock and a poll too rare to help unless told. */
function newEngine(
  database: OpenDatabase,
  handlers: EngineOptions['handlers'],
  options: Partial<EngineOptions> = {},
): TestEngine {
  const said: Log = [];
  const engine = new Engine({
    pool: database.pool,
    url: database.url,
    clock: systemClock,
    pollMs: 30_000,
    log: {
      warn: (_fields, message) => void said.push({ level: 'warn', message }),
      error: (_fields, message) => void said.push({ level: 'error', message }),
    },
    handlers,
    ...options,
  });
  return Object.assign(engine, { said });
}

export const task = (key: string, dueAt: Date, more: Partial<ClaimableTask> = {}): ClaimableTask => ({
  kind: 'test',
  key,
  subject: key,
  dueAt,
  ...more,
});

/** Writes tasks and wakes the engines, as a committed change of the product does. */
export const give = (database: OpenDatabase, ...tasks: ClaimableTask[]): Promise<Task[]> =>
  transaction(database.db, (tx) => enqueue(tx.$client, tasks, new Date(8.64e15)));

export async function tasksLeft(database: OpenDatabase): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM task');
  return rows[0]!.n;
}

/** Cuts the sessions that hold an engine's liveness lock, as the death of its process does. */
export async function cutSession(database: OpenDatabase, engine: Engine): Promise<void> {
  await database.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = $1::bigint::oid`,
    [engine.id],
  );
}

/** Something that a test opens when it likes. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

/** Engines of a test file on a database of its own; what a test has started is stopped after it. */
export function engineBench() {
  let database: TestDatabase;
  let engines: TestEngine[] = [];
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterEach(async () => {
    await Promise.all(engines.map((engine) => engine.stop()));
    engines = [];
    await database.pool.query('DELETE FROM task');
  });
  afterAll(() => database.close());
  const create = (handlers: EngineOptions['handlers'], options: Partial<EngineOptions> = {}) => {
    const engine = newEngine(database, handlers, options);
    engines.push(engine);
    return engine;
  };
  return {
    get database() {
      return database;
    },
    create,
    start: async (handlers: EngineOptions['handlers'], options: Partial<EngineOptions> = {}) => {
      const engine = create(handlers, options);
      await engine.start();
      return engine;
    },
  };
}
