import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import type { Binaries } from './binaries.ts';
import { EmbeddedDatabaseError } from './fault.ts';
import { initialise, superuser } from './initialise.ts';
import type { Launched } from './launch.ts';
import type { Place } from './place.ts';
import { readPostmaster } from './postmaster.ts';
import { serverArguments } from './server-settings.ts';

/**
 * The same on Windows: loopback TCP with a password, and pg_ctl, which gives up an administrator's rights.
 * Untried. There is no watchdog: after a kill the server stays, and the next start ends it.
 */
export async function launchOnWindows(
  place: Place,
  binaries: Binaries,
  durable: boolean,
): Promise<Launched | undefined> {
  const passwordFile = path.join(place.home, 'password');
  if (!fs.existsSync(passwordFile)) {
    fs.writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  }
  initialise(place, binaries, durable, passwordFile);
  const pgCtl = path.join(binaries.folder, 'bin', 'pg_ctl.exe');
  const run = (...words: string[]): boolean =>
    spawnSync(pgCtl, ['-D', place.data, '-w', ...words], { stdio: 'ignore' }).status === 0;
  run('stop', '-m', 'fast'); // an orphan's, since nobody alive owns it
  const port = await freePort();
  const listen = ['-c', 'listen_addresses=127.0.0.1', '-c', `port=${port}`];
  const settings = [...serverArguments(place.data, durable).slice(2), ...listen].join(' ');
  if (!run('start', '-l', place.logFile, '-o', settings)) {
    throw new EmbeddedDatabaseError(`PostgreSQL did not start in ${place.home}; see ${place.logFile}`);
  }
  const password = fs.readFileSync(passwordFile, 'utf8');
  return {
    pid: readPostmaster(place.data)?.pid ?? 0,
    url: `postgresql://${superuser}:${password}@127.0.0.1:${port}/`,
    stop: async () => void run('stop', '-m', 'fast'),
  };
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  return port;
}
