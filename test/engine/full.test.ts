import { describe, expect, it } from 'vitest';
import { engineBench, gate, give, task } from './engines.ts';

const bench = engineBench();
const { start } = bench;

describe('an engine that cannot do all that is due at once', () => {
  it('does the most urgent first, and says that it is full', async () => {
    const order: string[] = [];
    const now = new Date();
    const engine = bench.create({ test: async ({ key }) => void order.push(key) }, { concurrency: 1 });
    await give(
      bench.database,
      task('sev 3', now, { priority: 3 }),
      task('sev 1', now, { priority: 0 }),
      task('sev 2', now, { priority: 1 }),
    );
    await engine.start();
    await engine.idle();
    expect(order).toEqual(['sev 1', 'sev 2', 'sev 3']);
    expect(engine.said).toEqual([{ level: 'warn', message: expect.stringContaining('full') as string }]);
  });

  it('does the least urgent as well while more and more that is urgent comes due', async () => {
    const ran: string[] = [];
    let isOver = false;
    const engine = bench.create(
      {
        // Each of them puts down the next two: there is never an end of them.
        test: async ({ key, data }) => {
          ran.push(key);
          const next = Number(data['next']);
          if (key === 'alarm' || isOver) return;
          const more = [2 * next, 2 * next + 1].map((n) => urgent(n));
          await give(bench.database, ...more);
        },
      },
      { concurrency: 2 },
    );
    const longAgo = Date.now() - 60_000;
    const urgent = (n: number) =>
      task(`urgent ${n}`, new Date(longAgo + n), { priority: 0, data: { next: n } });
    await give(
      bench.database,
      ...[4, 5, 6, 7].map(urgent),
      task('alarm', new Date(longAgo - 1), { priority: 9 }),
    );
    await engine.start();
    await expect.poll(() => ran.includes('alarm'), { timeout: 10_000 }).toBe(true);
    isOver = true;
    expect(ran.indexOf('alarm')).toBeGreaterThan(25);
    await engine.idle();
  });
});

describe('while a carrier hangs', () => {
  it('an engine does what is due, with any number of orders waiting', async () => {
    const hangs = gate();
    const ran: string[] = [];
    const engine = await start({ test: async ({ key }) => void ran.push(key) }, { concurrency: 2 });
    const orders = ['1', '2', '3'].map((key) => task(key, engine.leaseEnd(), { owner: engine.id }));
    for (const order of await give(bench.database, ...orders)) engine.adopt(order, () => hangs.opened);
    await give(bench.database, task('alarm', new Date()));
    await expect.poll(() => ran).toEqual(['alarm']);
    hangs.open();
    await engine.idle();
    expect(engine.said).toEqual([]);
  });

  it('looks at calls take no room from what is due, and no more than some hundred wait at once', async () => {
    const hangs = gate();
    const ran: string[] = [];
    let waiting = 0;
    const look = async () => {
      waiting += 1;
      await hangs.opened;
    };
    const handlers = { test: async ({ key }: { key: string }) => void ran.push(key), look };
    const options = { concurrency: 40, waitingKinds: ['look'], pollMs: 200 };
    const engine = bench.create(handlers, options);
    const now = new Date();
    const looks = Array.from({ length: 300 }, (_, n) =>
      task(`look ${n}`, now, { kind: 'look', priority: 0 }),
    );
    await give(bench.database, ...looks);
    await engine.start();
    await give(bench.database, task('alarm', new Date(), { priority: 9 }));
    await expect.poll(() => ran).toEqual(['alarm']);
    expect(waiting).toBeGreaterThanOrEqual(64);
    expect(waiting).toBeLessThan(64 + 40);
    expect(engine.said).toEqual([]);
    hangs.open();
    await engine.idle();
    expect(waiting).toBe(300);
  });
});
