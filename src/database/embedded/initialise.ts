import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Binaries } from './binaries.ts';
import { EmbeddedDatabaseError } from './fault.ts';
import type { Place } from './place.ts';

/** The server's only role; on a unix socket in a private folder it needs no password. */
export const superuser = 'app';

/** Names no locale of the operating system: every platform has C, and the built-in provider brings its own UTF-8 order. */
const localeArguments = [
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--encoding=UTF8',
];

export const serverEnvironment = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };

/**
 * Makes the data directory unless it exists, and refuses one that another major version made.
 * It grows under another name and is renamed at the end, so that a killed or a concurrent start leaves none half made.
 */
export function initialise(place: Place, binaries: Binaries, durable: boolean, passwordFile?: string): void {
  const versionFile = path.join(place.data, 'PG_VERSION');
  if (fs.existsSync(versionFile)) {
    refuseOtherVersion(fs.readFileSync(versionFile, 'utf8').trim(), place, binaries);
    return;
  }
  const unfinished = `${place.data}.${process.pid}`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  const authentication =
    passwordFile === undefined ? ['--auth=trust'] : ['--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const initdb = spawnSync(
    path.join(binaries.folder, 'bin', 'initdb'),
    [
      '-D',
      unfinished,
      '-U',
      superuser,
      ...authentication,
      ...localeArguments,
      ...(durable ? [] : ['--no-sync']),
    ],
    { ...place.account, cwd: place.home, env: serverEnvironment, encoding: 'utf8' },
  );
  if (initdb.status !== 0) {
    fs.rmSync(unfinished, { recursive: true, force: true });
    throw new EmbeddedDatabaseError(
      `initdb could not make the database in ${place.home}: ${initdb.error ? String(initdb.error) : initdb.stderr.trim()}`,
    );
  }
  try {
    fs.renameSync(unfinished, place.data);
  } catch {
    fs.rmSync(unfinished, { recursive: true, force: true }); // another start was faster: its directory serves both
  }
}

function refuseOtherVersion(found: string, place: Place, binaries: Binaries): void {
  if (found === String(binaries.major)) return;
  throw new EmbeddedDatabaseError(
    `${place.data} was made by PostgreSQL ${found}, and the bundled one is ${binaries.major}. ` +
      `Dump it with version ${found} and restore it into a new DATA_DIR, or set DATABASE_URL.`,
  );
}
