import { setTimeout as sleep } from 'node:timers/promises';
import { between, count, type Fault } from './fault.ts';

/** Rolling deployments: each node in its turn is told to stop, and started again before the next one is. */
export const sigterm: Fault = async ({ site, random, over, record }) => {
  for (let turn = 0; !over(); turn += 1) {
    await sleep(between(random, 1_000, 3_000));
    const node = site.nodes[turn % 2]!;
    if (over() || site.nodes.some((other) => !other.isUp)) continue;
    const { code, ms } = await node.stop();
    count(record, 'SIGTERM');
    record.stopMs.push(ms);
    if (code !== 0) record.badStops.push(code);
    await node.start();
  }
};
