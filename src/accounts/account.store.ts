import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { transaction, type Database } from '../database/index.ts';
import { noteAccount } from './account-event.store.ts';
import { hashPassword, passwordMatches } from './password.ts';
import { hashOfSecret } from './secret.ts';
import { account, knownBrowser, session, type AccountRole } from './tables.ts';

/** An account as others see it. */
export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly createdAt: Date;
  /** When one of its sessions was last used; undefined: it has none. */
  readonly lastSeenAt: Date | undefined;
}

/** Everybody who may sign in, by name. */
export async function listAccounts(db: Database): Promise<AccountRow[]> {
  const rows = await db
    .select({
      id: account.id,
      name: account.name,
      role: account.role,
      createdAt: account.createdAt,
      lastSeenAt: sql<string | null>`max(${session.lastSeenAt})`,
    })
    .from(account)
    .leftJoin(session, eq(session.account, account.id))
    .groupBy(account.id)
    .orderBy(asc(account.name));
  return rows.map((row) => ({
    ...row,
    lastSeenAt: row.lastSeenAt === null ? undefined : new Date(row.lastSeenAt),
  }));
}

/**
 * Sets a new password and ends every other session of the account; `sessionSecret` is the one that stays.
 * False when `current` is not the password.
 */
export async function changePassword(
  db: Database,
  now: Date,
  accountId: string,
  given: { current: string; wanted: string; sessionSecret: string },
): Promise<boolean> {
  const [known] = await db.select().from(account).where(eq(account.id, accountId));
  if (!(await passwordMatches(given.current, known?.passwordHash)) || known === undefined) return false;
  const passwordHash = await hashPassword(given.wanted);
  await transaction(db, async (tx) => {
    await tx.update(account).set({ passwordHash }).where(eq(account.id, accountId));
    await endSessions(tx, accountId, given.sessionSecret);
    await noteAccount(tx, now, 'password-changed', { by: known.name });
  });
  return true;
}

/** Ends every session of an account, and no browser is known any more. */
export async function signOutEverywhere(
  db: Database,
  now: Date,
  about: { accountId: string; name: string },
): Promise<void> {
  await transaction(db, async (tx) => {
    await endSessions(tx, about.accountId);
    await noteAccount(tx, now, 'signed-out-everywhere', { by: about.name });
  });
}

/** Ends the sessions of an account, all but the one of `exceptSecret`, and forgets the browsers it is known from. */
export async function endSessions(db: Database, accountId: string, exceptSecret?: string): Promise<void> {
  const own = eq(session.account, accountId);
  const other =
    exceptSecret === undefined ? own : and(own, ne(session.tokenHash, hashOfSecret(exceptSecret)));
  await db.delete(session).where(other);
  await db.delete(knownBrowser).where(eq(knownBrowser.account, accountId));
}

export type RemoveResult = 'removed' | 'unknown' | 'last-supervisor';

/** Removes an account with its sessions and links. Never the last supervisor: nobody could let anybody in again. */
export async function removeAccount(db: Database, now: Date, id: string, by: string): Promise<RemoveResult> {
  return transaction(db, async (tx) => {
    await tx.execute(sql`LOCK TABLE ${account} IN SHARE ROW EXCLUSIVE MODE`);
    const all = await tx.select({ id: account.id, name: account.name, role: account.role }).from(account);
    const found = all.find((of) => of.id === id);
    if (found === undefined) return 'unknown';
    const supervisors = all.filter((of) => of.role === 'supervisor');
    if (found.role === 'supervisor' && supervisors.length === 1) return 'last-supervisor';
    await tx.delete(account).where(eq(account.id, id));
    await noteAccount(tx, now, 'removed', { by, about: found.name });
    return 'removed';
  });
}
