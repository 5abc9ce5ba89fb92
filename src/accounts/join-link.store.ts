import { randomUUID } from 'node:crypto';
import { and, eq, gt, inArray, lt } from 'drizzle-orm';
import { brokenConstraintOf, transaction, type Database } from '../database/index.ts';
import { noteAccount } from './account-event.store.ts';
import { endSessions } from './account.store.ts';
import { hashPassword } from './password.ts';
import { hashOfSecret, newSecret } from './secret.ts';
import { account, oneTimeLink, type AccountRole } from './tables.ts';

/** Long enough for a weekend; whoever is late asks for another. */
const validMs = 3 * 24 * 60 * 60_000;

/** What a link is for, as far as whoever opens it may know. */
export type JoinLink =
  | { readonly purpose: 'invitation'; readonly role: AccountRole }
  | { readonly purpose: 'password'; readonly name: string };

/** Makes a link that makes one account, once, within three days; returns its secret. */
export async function invite(
  db: Database,
  now: Date,
  by: string,
  wanted: { role: AccountRole; person: string | undefined },
): Promise<string> {
  const secret = newSecret();
  await transaction(db, async (tx) => {
    await tx.delete(oneTimeLink).where(lt(oneTimeLink.expiresAt, now));
    await tx.insert(oneTimeLink).values({
      tokenHash: hashOfSecret(secret),
      purpose: 'invitation',
      role: wanted.role,
      person: wanted.person ?? null,
      madeBy: by,
      createdAt: now,
      expiresAt: new Date(now.getTime() + validMs),
    });
    await noteAccount(tx, now, 'invited', { by, role: wanted.role });
  });
  return secret;
}

/** Makes a link that sets the password of an account anew, once, and voids the earlier ones; undefined when there is no such account. */
export async function makePasswordLink(
  db: Database,
  now: Date,
  by: string,
  accountId: string,
): Promise<string | undefined> {
  const secret = newSecret();
  return transaction(db, async (tx) => {
    const [known] = await tx.select().from(account).where(eq(account.id, accountId));
    if (known === undefined) return undefined;
    await tx.delete(oneTimeLink).where(eq(oneTimeLink.account, accountId));
    await tx.insert(oneTimeLink).values({
      tokenHash: hashOfSecret(secret),
      purpose: 'password',
      account: accountId,
      madeBy: by,
      createdAt: now,
      expiresAt: new Date(now.getTime() + validMs),
    });
    await noteAccount(tx, now, 'password-link', { by, about: known.name });
    return secret;
  });
}

const worksNow = (secret: string, now: Date) =>
  and(
    eq(oneTimeLink.tokenHash, hashOfSecret(secret)),
    gt(oneTimeLink.expiresAt, now),
    inArray(oneTimeLink.purpose, ['invitation', 'password']),
  );

/** What the link is for; undefined when it works no more. Looking does not use it up. */
export async function readJoinLink(db: Database, now: Date, secret: string): Promise<JoinLink | undefined> {
  const [row] = await db
    .select({ role: oneTimeLink.role, name: account.name })
    .from(oneTimeLink)
    .leftJoin(account, eq(account.id, oneTimeLink.account))
    .where(worksNow(secret, now));
  if (row === undefined) return undefined;
  if (row.role !== null) return { purpose: 'invitation', role: row.role };
  return { purpose: 'password', name: row.name ?? '' };
}

/** The account that was made or has a new password; why not, otherwise. */
export type JoinResult = { ok: true; accountId: string } | { ok: false; reason: 'dead' | 'name-taken' };

/** Uses the link up: makes the account, or sets the password and ends the account's sessions. */
export async function useJoinLink(
  db: Database,
  now: Date,
  secret: string,
  given: { name: string; password: string },
): Promise<JoinResult> {
  const passwordHash = await hashPassword(given.password);
  try {
    return await transaction(db, async (tx): Promise<JoinResult> => {
      const [used] = await tx.delete(oneTimeLink).where(worksNow(secret, now)).returning();
      if (used === undefined) return { ok: false, reason: 'dead' };
      if (used.account !== null) {
        await tx.update(account).set({ passwordHash }).where(eq(account.id, used.account));
        await endSessions(tx, used.account);
        await noteAccount(tx, now, 'password-changed', { by: used.madeBy ?? undefined });
        return { ok: true, accountId: used.account };
      }
      const id = randomUUID();
      const role = used.role ?? 'manager';
      const row = { id, name: given.name, role, person: used.person, passwordHash, createdAt: now };
      await tx.insert(account).values(row);
      await noteAccount(tx, now, 'joined', { by: used.madeBy ?? undefined, about: given.name, role });
      return { ok: true, accountId: id };
    });
  } catch (error) {
    if (brokenConstraintOf(error) === 'account_name') return { ok: false, reason: 'name-taken' };
    throw error;
  }
}
