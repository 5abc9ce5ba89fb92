import { setTimeout as sleep } from 'node:timers/promises';
import { count, type Fault } from './fault.ts';

const beginsAfterMs = 3_000;
const lookEveryMs = 100;

/**
 * The carrier's REST API is away once: half of the requests fail, the others hang, and no callback comes. Calls still
 * come in, so cases are opened for which nobody can be paged until it is back.
 */
export const carrier: Fault = async ({ site, over, carrierOutageSeconds, record }) => {
  await sleep(beginsAfterMs);
  const { faults } = site.phones;
  const ids = [
    faults.add({ kind: 'rest-500', probability: 0.5 }),
    faults.add({ kind: 'rest-hang' }),
    faults.add({ kind: 'callback-drop' }),
  ];
  count(record, `carrier away for ${carrierOutageSeconds} s`);
  for (let waitedMs = 0; waitedMs < carrierOutageSeconds * 1000; waitedMs += lookEveryMs)
    await sleep(lookEveryMs);
  for (const id of ids) faults.remove(id);
  // Once is what there is to see: the rest of the run is the recovery.
  while (!over()) await sleep(lookEveryMs);
};
