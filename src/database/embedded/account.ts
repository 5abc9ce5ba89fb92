import fs from 'node:fs';
import { EmbeddedDatabaseError } from './fault.ts';

/** The operating-system account that the server runs under; empty: our own. Fits spawn's options. */
export interface ServerAccount {
  readonly uid?: number;
  readonly gid?: number;
}

/** One line of the passwd file. */
interface PasswdEntry {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const unprivilegedNames = ['postgres', 'nobody', 'daemon'];

function parsePasswd(text: string): PasswdEntry[] {
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 7)
    .map((fields) => ({ name: fields[0] ?? '', uid: Number(fields[2]), gid: Number(fields[3]) }));
}

/**
 * Whom a root process lets the server run as, since PostgreSQL refuses root: the owner of a folder that somebody else
 * already uses, otherwise the first unprivileged account there is. Only accounts with a passwd entry will do, because
 * initdb asks for one.
 */
export function chooseAccount(passwd: string, folderOwnerUid: number): ServerAccount {
  const entries = parsePasswd(passwd);
  const owner = folderOwnerUid === 0 ? undefined : entries.find((entry) => entry.uid === folderOwnerUid);
  const chosen =
    owner ?? unprivilegedNames.map((name) => entries.find((entry) => entry.name === name)).find(Boolean);
  if (chosen === undefined) {
    throw new EmbeddedDatabaseError(
      `running as root, and PostgreSQL refuses root; none of the accounts ${unprivilegedNames.join(', ')} exists here. ` +
        'Run as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
    );
  }
  return { uid: chosen.uid, gid: chosen.gid };
}

/** The account for the server whose files lie in `folder`, which exists. */
export function serverAccount(folder: string): ServerAccount {
  if (process.getuid?.() !== 0) return {};
  return chooseAccount(fs.readFileSync('/etc/passwd', 'utf8'), fs.statSync(folder).uid);
}
