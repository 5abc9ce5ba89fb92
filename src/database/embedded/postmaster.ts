import fs from 'node:fs';
import path from 'node:path';

/** What PostgreSQL's own lock file (postmaster.pid) says of the server on a data directory. */
export interface Postmaster {
  readonly pid: number;
  /** `starting`, `ready` or `stopping`; empty while the file is still being written. */
  readonly status: string;
}

/** Reads postmaster.pid; line 1 is the process id, line 8 the status. Undefined: no server, or none that got so far. */
export function readPostmaster(dataFolder: string): Postmaster | undefined {
  const text = readIfThere(path.join(dataFolder, 'postmaster.pid'));
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  return Number.isInteger(pid) && pid > 0 ? { pid, status: (lines[7] ?? '').trim() } : undefined;
}

/** True while a process with this id exists, whoever owns it. */
export function processLives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * True while `pid` is a running PostgreSQL. On Linux the process table tells a number that something else has taken
 * since (after a container's restart the same few numbers come again), and a dead child that nobody has collected.
 */
export function postgresRuns(pid: number): boolean {
  if (!processLives(pid)) return false;
  if (process.platform !== 'linux') return true;
  const stat = readIfThere(`/proc/${pid}/stat`);
  if (stat === undefined) return false;
  return stat.includes('(postgres)') && !/\) [ZX] /.test(stat);
}

/**
 * Removes the lock files of a dead server whose process id another program has taken since. PostgreSQL clears up after
 * itself except when that program runs as the same user: then it would refuse to start for ever.
 */
export function removeStaleLocks(dataFolder: string, socketFolder: string, socketPort: number): void {
  const left = readPostmaster(dataFolder);
  if (left === undefined || !processLives(left.pid) || postgresRuns(left.pid)) return;
  fs.rmSync(path.join(dataFolder, 'postmaster.pid'), { force: true });
  fs.rmSync(path.join(socketFolder, `.s.PGSQL.${socketPort}.lock`), { force: true });
}

function readIfThere(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
