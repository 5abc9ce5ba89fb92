import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pidsBelow } from './memory.ts';

/** Whether this machine tells what a process has used: Linux. */
export const canMeasureProcessor = existsSync('/proc/self/stat');

/** Linux counts in hundredths of a second, whatever the kernel's own tick. */
const msPerTick = 10;

/** Milliseconds of processor that a process has used until now, with its children, ended or not. */
export function processorMs(pid: number): number {
  return (
    pidsBelow(pid)
      .concat(pid)
      .reduce((total, one) => total + ticksOf(one), 0) * msPerTick
  );
}

/** The process of the embedded PostgreSQL whose folder this is. */
export function postmasterOf(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'pgdata', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Its own, and that of its children that it has waited for. */
function ticksOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0);
  } catch {
    // It has ended since it was found: its parent has it on its account.
    return 0;
  }
}
