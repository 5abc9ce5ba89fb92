import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../phones/testing/virtual-clock.ts';
import { engineBench, gate, give, task, tasksLeft } from './engines.ts';

const bench = engineBench();
const { start } = bench;

describe('an engine', () => {
  it('is woken by a committed task, long before its next poll', async () => {
    const ran = gate();
    await start({ test: async () => ran.open() });
    await give(bench.database, task('one', new Date()));
    await ran.opened;
    await expect.poll(() => tasksLeft(bench.database)).toBe(0);
  });

  it('runs a failed task again after a wait, for ever, and the row says why it failed', async () => {
    const clock = createVirtualClock();
    const runs: { attempt: number; at: number }[] = [];
    const began = clock.now().getTime();
    const handler = async ({ attempt }: { attempt: number }) => {
      runs.push({ attempt, at: (clock.now().getTime() - began) / 1000 });
      if (attempt <= 3) throw new Error(`failure ${attempt}`);
    };
    const engine = await start({ test: handler }, { clock, pollMs: 1_000 });
    await give(bench.database, task('one', clock.now()));
    await clock.advance(3_500, () => engine.idle());
    const { rows } = await bench.database.pool.query('SELECT last_error FROM task');
    expect(rows).toEqual([{ last_error: 'failure 3' }]);
    await clock.advance(60_000, () => engine.idle());
    expect(runs).toEqual([
      { attempt: 1, at: 0 },
      { attempt: 2, at: 1 },
      { attempt: 3, at: 3 },
      { attempt: 4, at: 7 },
    ]);
    expect(await tasksLeft(bench.database)).toBe(0);
  });

  it('keeps a task of a kind that it does not know, and says so', async () => {
    const engine = await start({});
    await give(bench.database, task('one', new Date(), { kind: 'from.a.newer.version' }));
    await expect.poll(() => engine.said).toMatchObject([{ level: 'error' }]);
    await engine.idle();
    const { rows } = await bench.database.pool.query('SELECT last_error FROM task');
    expect(rows).toEqual([{ last_error: 'no handler for tasks of kind from.a.newer.version' }]);
  });

  it('runs what was born claimed by what it was handed, not by the handler', async () => {
    const ran: string[] = [];
    const engine = await start({ test: async () => void ran.push('handler') });
    const [mine] = await give(bench.database, task('one', engine.leaseEnd(), { owner: engine.id }));
    engine.adopt(mine!, async () => void ran.push('handed over'));
    await engine.idle();
    expect(ran).toEqual(['handed over']);
    expect(await tasksLeft(bench.database)).toBe(0);
  });

  it('runs the newer task of a key also when the older one is still running', async () => {
    const hold = gate();
    const ran: string[] = [];
    const engine = await start({
      test: async ({ subject }) => {
        ran.push(subject);
        if (subject === 'old') await hold.opened;
      },
    });
    await give(bench.database, task('one', new Date(), { subject: 'old' }));
    await expect.poll(() => ran).toEqual(['old']);
    await give(bench.database, task('one', new Date(), { subject: 'new' }));
    await expect.poll(() => ran).toEqual(['old', 'new']);
    await expect.poll(() => tasksLeft(bench.database)).toBe(0);
    hold.open();
    await engine.idle();
  });

  it('lets what runs end when it is stopped, what that hands over included, and takes nothing new', async () => {
    const hold = gate();
    const ended: string[] = [];
    const engine = bench.create({
      test: async ({ key }) => {
        await hold.opened;
        const [more] = await give(
          bench.database,
          task('handed over', engine.leaseEnd(), { owner: engine.id }),
        );
        engine.adopt(more!, async () => {
          await sleep(50);
          ended.push('handed over');
        });
        ended.push(key);
      },
    });
    await engine.start();
    await give(bench.database, task('one', new Date()));
    await expect.poll(() => engine.lastTurnAt).toBeDefined();
    await sleep(50);
    const stopped = engine.stop();
    await give(bench.database, task('too late', new Date()));
    hold.open();
    await stopped;
    expect(ended).toEqual(['one', 'handed over']);
    expect(engine.isLive).toBe(false);
    expect(await tasksLeft(bench.database)).toBe(1);
  });
});

describe('two engines', () => {
  it('share the work, and no task is done twice', async () => {
    const done: string[] = [];
    const by = [0, 0];
    const worker = (n: number) => ({
      test: async ({ key }: { key: string }) => {
        await sleep(2);
        done.push(key);
        by[n]! += 1;
      },
    });
    const options = { concurrency: 8 };
    const both = [await start(worker(0), options), await start(worker(1), options)];
    const names = Array.from({ length: 300 }, (_, n) => `task-${n}`);
    const now = new Date();
    await give(bench.database, ...names.map((name) => task(name, now)));
    await Promise.all(both.map((engine) => engine.idle()));
    await expect.poll(() => tasksLeft(bench.database)).toBe(0);
    expect(done.sort()).toEqual(names.sort());
    expect(Math.min(...by)).toBeGreaterThan(0);
  });

  it('run every task once for each failure and once more, never before it is due, whatever the load', async () => {
    const load = fc.array(
      fc.record({
        dueInSeconds: fc.integer({ min: -10, max: 120 }),
        priority: fc.integer({ min: 0, max: 9 }),
        failures: fc.integer({ min: 0, max: 3 }),
      }),
      { minLength: 1, maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(load, fc.integer({ min: 1, max: 4 }), async (tasks, concurrency) => {
        const clock = createVirtualClock();
        const began = clock.now().getTime();
        const runs = new Map<string, number[]>();
        const handler = async ({ key, attempt }: { key: string; attempt: number }) => {
          runs.set(key, [...(runs.get(key) ?? []), (clock.now().getTime() - began) / 1000]);
          if (attempt <= tasks[Number(key)]!.failures) throw new Error('not yet');
        };
        const both = [1, 2].map(() => bench.create({ test: handler }, { clock, concurrency, pollMs: 1_000 }));
        await give(
          bench.database,
          ...tasks.map(({ dueInSeconds, priority }, n) =>
            task(String(n), new Date(began + dueInSeconds * 1000), { priority }),
          ),
        );
        for (const engine of both) await engine.start();
        const idle = async () => {
          for (const engine of both) await engine.idle();
        };
        await clock.advance(150_000, idle);
        for (const engine of both) await engine.stop();
        for (const [n, { dueInSeconds, failures }] of tasks.entries()) {
          const at = runs.get(String(n)) ?? [];
          expect(at).toHaveLength(failures + 1);
          expect(at[0]).toBe(Math.max(0, dueInSeconds));
        }
        expect(await tasksLeft(bench.database)).toBe(0);
      }),
      { numRuns: 5 },
    );
  });
});
