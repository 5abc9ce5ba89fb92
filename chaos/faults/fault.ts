import type { Random } from '../../phones/random.ts';
import type { Site } from '../site.ts';

/** What a fault has to go on. */
export interface Stage {
  site: Site;
  random: Random;
  /** True when the cases have been played: the fault mends what it broke and returns. */
  over: () => boolean;
  carrierOutageSeconds: number;
  record: FaultRecord;
}

/** What was done, and what was measured at it. */
export interface FaultRecord {
  /** How often each thing was done to the service. */
  done: Record<string, number>;
  /** One for each death of a node that held tasks. */
  takeoverMs: number[];
  stopMs: number[];
  /** Exit codes of nodes that were told to stop, other than 0. */
  badStops: (number | string)[];
}

/** Does harm again and again until the stage is over, and leaves everything running. */
export type Fault = (stage: Stage) => Promise<void>;

export function count(record: FaultRecord, what: string): void {
  record.done[what] = (record.done[what] ?? 0) + 1;
}

/** Between two bounds, in milliseconds. */
export function between(random: Random, fromMs: number, toMs: number): number {
  return Math.round(fromMs + random.next() * (toMs - fromMs));
}
