import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { serverAccount, type ServerAccount } from './account.ts';
import { EmbeddedDatabaseError } from './fault.ts';

/** Where the embedded server lives. */
export interface Place {
  /** The folder that was asked for (DATA_DIR): holds the record of who runs the server. */
  readonly dir: string;
  /** Where the server's files really are: `dir`, or a folder elsewhere when the server's account cannot enter `dir`. */
  readonly home: string;
  /** PostgreSQL's data directory. */
  readonly data: string;
  readonly logFile: string;
  readonly account: ServerAccount;
}

/**
 * Makes the folders ready for the server's account.
 * A root process may keep its project where nobody else can go (/root is 0700 on Debian); the files then go to /var/lib,
 * and a link in `dir` is the only record of that, so that deleting `dir` begins anew.
 */
export function preparePlace(requestedDir: string): Place {
  const dir = path.resolve(requestedDir);
  makeFolder(dir);
  const account = serverAccount(dir);
  own(dir, account);
  const home = canEnter(dir, account) ? dir : homeElsewhere(dir, account);
  return { dir, home, data: path.join(home, 'pgdata'), logFile: path.join(home, 'postgres.log'), account };
}

function makeFolder(dir: string): void {
  try {
    // Only the last folder is private: the server's account must be able to pass through those above.
    makeFoldersAbove(dir);
    makeOne(dir, 0o700);
    fs.accessSync(dir, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
  } catch (cause) {
    const owner = fs.statSync(dir, { throwIfNoEntry: false });
    const whose = owner
      ? `belongs to user ${owner.uid}, and we are user ${process.getuid?.() ?? 'unknown'}`
      : 'cannot be made';
    throw new EmbeddedDatabaseError(
      `the database's folder ${dir} ${whose} (${(cause as NodeJS.ErrnoException).code ?? String(cause)}). ` +
        'Run as the user who made it, or set DATA_DIR to a folder of your own.',
      { cause },
    );
  }
}

/** One by one: where nothing can be made, as below /proc, Node's own recursive way never ends. */
function makeFoldersAbove(dir: string): void {
  const above = path.dirname(dir);
  if (fs.existsSync(above)) return;
  makeFoldersAbove(above);
  makeOne(above);
}

/** Another process may make it at the same moment. */
function makeOne(folder: string, mode?: number): void {
  try {
    if (!fs.existsSync(folder)) fs.mkdirSync(folder, { mode });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Hands a root-owned folder to the server's account. A folder of somebody else's stays theirs. */
function own(folder: string, { uid, gid }: ServerAccount): void {
  if (uid === undefined || gid === undefined) return;
  if (fs.statSync(folder).uid === 0) fs.chownSync(folder, uid, gid);
}

function canEnter(folder: string, account: ServerAccount): boolean {
  if (account.uid === undefined) return true;
  const probe = spawnSync('/bin/sh', ['-c', 'cd "$1" && [ -w . ]', 'sh', folder], { ...account, cwd: '/' });
  return probe.status === 0;
}

function homeElsewhere(dir: string, account: ServerAccount): string {
  const link = path.join(dir, 'files');
  if (fs.existsSync(link)) return fs.realpathSync(link);
  const home = fs.mkdtempSync('/var/lib/afterhours-');
  own(home, account);
  fs.rmSync(link, { force: true });
  fs.symlinkSync(home, link);
  return home;
}
