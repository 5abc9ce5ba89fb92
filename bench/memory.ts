import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { postmasterOf } from './processor.ts';

/** Memory in MiB. `pss` counts a page that several processes share once in all, `rss` once for each of them. */
export interface Memory {
  pss: number;
  rss: number;
}

/** Whether this machine tells what a process uses: Linux. */
export const canMeasureMemory = existsSync('/proc/self/smaps_rollup');

/** A service with its PostgreSQL, and the simulated phones that it started. */
export function memoryOf(pid: number, dataDir: string): { service: Memory; phones: Memory } {
  const parents = parentsOfAll();
  const postmaster = postmasterOf(dataDir);
  const pids = [...new Set([pid, postmaster].flatMap((root) => [root, ...descendants(root, parents)]))];
  const isPhones = (one: number) => readFileSync(`/proc/${one}/cmdline`, 'utf8').includes('phones.js');
  return { service: sum(pids.filter((one) => !isPhones(one))), phones: sum(pids.filter(isPhones)) };
}

function sum(pids: number[]): Memory {
  const total = { pss: 0, rss: 0 };
  for (const pid of pids) {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const kib = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0);
    total.pss += kib('Pss') / 1024;
    total.rss += kib('Rss') / 1024;
  }
  return total;
}

/** Every process that this one has started, directly or not. */
export function pidsBelow(pid: number): number[] {
  return descendants(pid, parentsOfAll());
}

function parentsOfAll(): Map<number, number> {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It has ended since the folder was read.
    }
  }
  return parents;
}

function descendants(root: number, parents: ReadonlyMap<number, number>): number[] {
  const children = [...parents].filter(([, parent]) => parent === root).map(([pid]) => pid);
  return children.flatMap((pid) => [pid, ...descendants(pid, parents)]);
}
