import { setTimeout as sleep } from 'node:timers/promises';
import { between, count, type Fault } from './fault.ts';

/** PostgreSQL crashes, is away for a while, recovers from its log, and crashes again. */
export const postgres: Fault = async ({ site, random, over, record }) => {
  while (!over()) {
    await sleep(between(random, 4_000, 9_000));
    if (over()) return;
    await site.postgres.crash();
    count(record, 'PostgreSQL stopped');
    await sleep(between(random, 500, 5_000));
    await site.postgres.start();
  }
};
