import fs from 'node:fs';
import path from 'node:path';
import { processLives } from './postmaster.ts';

/** How another process finds a running server; the file `server.json` beside the data, readable by its owner alone. */
export interface ServerRecord {
  /** The process that started the server and stops it when it ends. */
  readonly ownerPid: number;
  /** Without a database name. */
  readonly url: string;
}

const fileOf = (dir: string): string => path.join(dir, 'server.json');

/** Written whole or not at all: a reader never sees half of it. */
export function writeRecord(dir: string, record: ServerRecord): void {
  const unfinished = `${fileOf(dir)}.${process.pid}`;
  fs.writeFileSync(unfinished, `${JSON.stringify(record)}\n`, { mode: 0o600 });
  fs.renameSync(unfinished, fileOf(dir));
}

/** The record, if the process that wrote it still lives. */
export function readLivingRecord(dir: string): ServerRecord | undefined {
  try {
    const record = JSON.parse(fs.readFileSync(fileOf(dir), 'utf8')) as ServerRecord;
    return processLives(record.ownerPid) ? record : undefined;
  } catch {
    return undefined;
  }
}

export function removeRecord(dir: string): void {
  fs.rmSync(fileOf(dir), { force: true });
}
