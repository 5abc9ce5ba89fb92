import { takesCall } from '../../src/ivr/index.ts';
import type { Snapshot } from '../snapshot.ts';
import type { World } from '../world.ts';

/** What an invariant looks at. Rows lag behind the world's time by as much as the processes' clocks differ. */
export interface View {
  world: World;
  rows: Snapshot;
  nowMs: number;
  /** How long processes and database have been well, and no time was skipped. */
  healthyMs: number;
  /**
   * How long processes, database and carriers have been well. Time in which nothing was due counts, but not before those
   * who slept through it have had some seconds to catch up.
   */
  calmMs: number;
}

/** Something that must always hold. It may remember what it saw: one is made for each world. */
export interface Invariant {
  name: string;
  /** What is wrong, in words; undefined when nothing is. */
  check(view: View): string | undefined;
}

/** The processes' clocks differ from the world's by at most this. */
export const SKEW_MS = 5_000;

/** Cases with which nobody is needed any more. */
export const OVER: ReadonlySet<string> = new Set(['resolved', 'closed', 'cancelled']);
export const TAKEN: ReadonlySet<string> = new Set(['acknowledged', 'in-contact']);

/** Whether it asks operators to take a call, and nobody to take a case. */
export function isForCalls(world: View['world'], { desk, plan }: { desk: string; plan: string }): boolean {
  const script = world.parts.scripts.find((one) => one.desk === desk);
  return script !== undefined && takesCall(script, plan);
}
