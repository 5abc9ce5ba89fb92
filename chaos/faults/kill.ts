import { setTimeout as sleep } from 'node:timers/promises';
import { monotonicMs } from '../../bench/statistics.ts';
import { engineOf, takeoverTime } from '../takeover.ts';
import { between, count, type Fault } from './fault.ts';

/** kill -9 of a random node at random moments; it is started again after a while. The other one lives meanwhile. */
export const kill: Fault = async ({ site, random, over, record }) => {
  while (!over()) {
    await sleep(between(random, 1_000, 4_000));
    const node = site.nodes[random.next() < 0.5 ? 0 : 1]!;
    if (over() || site.nodes.some((other) => !other.isUp)) continue;
    const engine = await engineOf(site.pool, node.name).catch(() => undefined);
    const diedAtMs = monotonicMs();
    await node.kill();
    count(record, 'kill -9');
    const measured =
      engine === undefined ? undefined : takeoverTime(site.pool, engine, diedAtMs).catch(() => undefined);
    await sleep(between(random, 500, 3_000));
    await node.start();
    const ms = await measured;
    if (ms !== undefined) record.takeoverMs.push(ms);
  }
};
