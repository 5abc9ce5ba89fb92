import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How long this process, which is the carrier and the people, could do nothing at a time. */
export interface Standstill {
  p99Ms: number;
  maxMs: number;
}

/** A carrier that stands still for so long is not what a run is about. */
const mostMs = 2_000;

/** Watches from now on; what it returns tells what was found. */
export function watchStandstill(): () => Standstill {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  return () => {
    delay.disable();
    const ms = (nanoseconds: number) => Math.round(nanoseconds / 1e6);
    return { p99Ms: ms(delay.percentile(99)), maxMs: ms(delay.max) };
  };
}

/** Why the figures of a run say nothing about the service; undefined: they do. */
export function tooBusy({ p99Ms, maxMs }: Standstill): string | undefined {
  if (maxMs <= mostMs) return undefined;
  return `the simulated carrier stood still for up to ${maxMs} ms (p99 ${p99Ms}): this machine is too busy for so many callers a second`;
}
