import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { between, count, type Fault } from './fault.ts';

const volume = 'size=300m,mode=0755';
const chunk = Buffer.alloc(1024 * 1024, 1);

/** Why no small volume can be mounted here; undefined: it can. */
export function whyNoVolume(): string | undefined {
  if (process.platform !== 'linux') return 'a small volume is mounted on Linux only';
  if (process.getuid?.() !== 0) return 'only root may mount a small volume for the database';
  const trial = fs.mkdtempSync('/tmp/afterhours-volume-');
  const mounted = mount(trial);
  if (mounted === undefined) unmount(trial);
  fs.rmdirSync(trial);
  return mounted;
}

/** Puts a small volume where the database will be; returns what takes it away. */
export function makeVolume(folder: string): () => void {
  fs.mkdirSync(folder, { recursive: true });
  const why = mount(folder);
  if (why !== undefined) throw new Error(why);
  return () => unmount(folder);
}

function mount(folder: string): string | undefined {
  const { status, stderr, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', volume, 'tmpfs', folder], {
    encoding: 'utf8',
  });
  return status === 0 ? undefined : `a volume could not be mounted: ${error?.message ?? stderr.trim()}`;
}

/** At once for us; for a process of PostgreSQL's that is still ending, when it has ended. */
function unmount(folder: string): void {
  spawnSync('umount', ['-l', folder]);
}

/** The database's volume is full for some seconds, then somebody makes room and starts PostgreSQL if it has given up. */
export const disk: Fault = async ({ site, random, over, record }) => {
  const filler = join(site.databaseFolder, 'filler');
  while (!over()) {
    await sleep(between(random, 4_000, 8_000));
    if (over()) return;
    fill(filler);
    count(record, 'disk full');
    await sleep(between(random, 3_000, 8_000));
    fs.rmSync(filler, { force: true });
    await site.postgres.start();
  }
};

function fill(file: string): void {
  const out = fs.openSync(file, 'a');
  try {
    for (const part of [chunk, chunk.subarray(0, 4096)]) {
      for (;;) if (fs.writeSync(out, part) < part.length) break;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    fs.closeSync(out);
  }
}
