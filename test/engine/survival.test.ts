import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../phones/testing/virtual-clock.ts';
import type { EngineOptions, Task } from '../../src/engine/index.ts';
import { cutSession, engineBench, gate, give, task, tasksLeft } from './engines.ts';

const bench = engineBench();
const { start } = bench;

/** An engine whose timers never fire: it neither beats nor comes back, and its one run ends when the test says. */
async function startDoomed(options: Partial<EngineOptions> = {}) {
  const hold = gate();
  const began = gate();
  const handler = async () => {
    began.open();
    await hold.opened;
  };
  const engine = await start({ test: handler }, { clock: createVirtualClock(new Date()), ...options });
  return { engine, hold, began };
}

async function dueAt(): Promise<number> {
  const { rows } = await bench.database.pool.query<{ due_at: Date }>('SELECT due_at FROM task');
  return rows[0]?.due_at.getTime() ?? 0;
}

describe('what another engine held', () => {
  it('is taken over within two seconds when that has died, long before its lease ends', async () => {
    const doomed = await startDoomed({ leaseMs: 600_000 });
    await give(bench.database, task('one', new Date(0)));
    await doomed.began.opened;
    const taken = gate();
    let again: Task | undefined;
    const heir = await start(
      {
        test: async (found) => {
          again = found;
          taken.open();
        },
      },
      { pollMs: 1_000 },
    );
    await cutSession(bench.database, doomed.engine);
    const cutAt = performance.now();
    await taken.opened;
    expect(performance.now() - cutAt).toBeLessThan(2_000);
    expect(again).toMatchObject({ key: 'one', attempt: 2 });
    expect(heir.said.map((line) => line.message)).toEqual(['took over the tasks of an engine that died']);
    doomed.hold.open();
  });

  it('is taken over when its lease ends if that is frozen, and the late end of its run changes nothing', async () => {
    const frozen = await startDoomed({ leaseMs: 300 });
    await give(bench.database, task('one', new Date(0)));
    await frozen.began.opened;
    const hold = gate();
    const taken = gate();
    const heir = await start(
      {
        test: async () => {
          taken.open();
          await hold.opened;
        },
      },
      { pollMs: 100 },
    );
    await taken.opened;
    frozen.hold.open();
    await frozen.engine.idle();
    expect(await tasksLeft(bench.database)).toBe(1);
    hold.open();
    await heir.idle();
    expect(await tasksLeft(bench.database)).toBe(0);
  });

  it('stays with it while it beats, however long the run, and also while it is being stopped', async () => {
    const hold = gate();
    const runs: string[] = [];
    const handler = (name: string) => async () => {
      runs.push(name);
      await hold.opened;
    };
    const slow = bench.create({ test: handler('slow') }, { leaseMs: 300 });
    await slow.start();
    await give(bench.database, task('one', new Date()));
    await expect.poll(() => runs).toEqual(['slow']);
    await start({ test: handler('greedy') }, { pollMs: 50 });
    await sleep(700);
    const stopped = slow.stop();
    await sleep(700);
    expect(runs).toEqual(['slow']);
    hold.open();
    await stopped;
    expect(await tasksLeft(bench.database)).toBe(0);
  });

  it('has its lease lengthened soon after somebody who held its row lets go, not at the next heartbeat alone', async () => {
    const hold = gate();
    const slow = await start({ test: () => hold.opened }, { leaseMs: 3_000 });
    await give(bench.database, task('one', new Date()));
    await expect.poll(dueAt).toBeGreaterThan(Date.now());
    const other = await bench.database.pool.connect();
    await other.query('BEGIN; SELECT 1 FROM task FOR UPDATE');
    // The heartbeats after 1 and 2 s pass it over.
    await sleep(2_200);
    await other.query('ROLLBACK');
    other.release();
    // The next of them all comes after 3 s.
    await expect.poll(async () => (await dueAt()) - Date.now(), { timeout: 600 }).toBeGreaterThan(2_000);
    hold.open();
    await slow.idle();
  });

  it('stays with it when its session was gone at one look only, as when the bench.database fails over', async () => {
    const doomed = await startDoomed({ leaseMs: 600_000 });
    await give(bench.database, task('one', new Date(0)));
    await doomed.began.opened;
    const clock = createVirtualClock(new Date());
    const runs: Task[] = [];
    const watcher = await start({ test: async (found) => void runs.push(found) }, { clock, pollMs: 1_000 });
    const look = () => clock.advance(500, () => sleep(50));
    await cutSession(bench.database, doomed.engine);
    await look();
    const session = new pg.Client(bench.database.url);
    await session.connect();
    await session.query('SELECT pg_advisory_lock_shared(7001, $1)', [doomed.engine.id]);
    await look();
    await session.end();
    await look();
    expect(runs).toEqual([]);
    await look();
    await watcher.idle();
    expect(runs).toMatchObject([{ attempt: 2 }]);
    doomed.hold.open();
  });
});

describe('an engine that loses its session', () => {
  it('opens it anew, though the server still thinks the old one alive, and hears of tasks again', async () => {
    const done: string[] = [];
    const engine = await start({ test: async ({ key }) => void done.push(key) });
    const ghost = new pg.Client(bench.database.url);
    ghost.on('error', () => undefined);
    await ghost.connect();
    await cutSession(bench.database, engine);
    await ghost.query('SELECT pg_advisory_lock_shared(7001, $1)', [engine.id]);
    await expect.poll(() => engine.isLive).toBe(false);
    await give(bench.database, task('while deaf', new Date()));
    await expect.poll(() => engine.isLive, { timeout: 3_000 }).toBe(true);
    await expect.poll(() => done).toEqual(['while deaf']);
    await give(bench.database, task('heard', new Date()));
    await expect.poll(() => done).toEqual(['while deaf', 'heard']);
    expect(engine.said).toEqual([{ level: 'warn', message: 'engine session lost, opening it anew' }]);
    await ghost.end();
  });
});

it('turns without a busy loop while what is due is held by somebody’s open transaction', async () => {
  const done: string[] = [];
  let looks = 0;
  const counting = Object.create(bench.database.pool) as typeof bench.database.pool;
  counting.query = ((...args: Parameters<typeof bench.database.pool.query>) => {
    looks += 1;
    return bench.database.pool.query(...args);
  }) as typeof bench.database.pool.query;
  const holder = await bench.database.pool.connect();
  await give(bench.database, task('held', new Date()));
  await holder.query('BEGIN');
  await holder.query('SELECT 1 FROM task FOR UPDATE');
  await start({ test: async ({ key }) => void done.push(key) }, { pool: counting });
  await sleep(300);
  expect(looks).toBeLessThan(50);
  expect(done).toEqual([]);
  await holder.query('ROLLBACK');
  holder.release();
  await expect.poll(() => done).toEqual(['held']);
});
