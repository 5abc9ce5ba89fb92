import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Place } from './place.ts';

/** The port never opens: it only names the socket file. */
export const socketPort = 5432;

/** sun_path holds 104 bytes on macOS and 108 on Linux, the closing NUL included. */
const maxSocketPathBytes = 103;

function fitsSocket(folder: string): boolean {
  return Buffer.byteLength(path.join(folder, `.s.PGSQL.${socketPort}`)) <= maxSocketPathBytes;
}

/** A private folder whose path is short enough for a unix socket: the server's own, otherwise a new one for temporary files. */
export function makeSocketFolder(place: Place): string {
  if (fitsSocket(place.home)) return place.home;
  const temporary = fitsSocket(path.join(os.tmpdir(), 'afterhours-XXXXXX')) ? os.tmpdir() : '/tmp';
  const folder = fs.mkdtempSync(path.join(temporary, 'afterhours-'));
  const { uid, gid } = place.account;
  if (uid !== undefined && gid !== undefined) fs.chownSync(folder, uid, gid);
  return folder;
}

/** Removes the folder that makeSocketFolder made; the server's own home stays. */
export function removeSocketFolder(folder: string, place: Place): void {
  if (folder !== place.home) fs.rmSync(folder, { recursive: true, force: true });
}
