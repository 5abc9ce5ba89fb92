import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { Clock } from '../kernel/index.ts';
import { transaction, type Database } from '../database/index.ts';
import { hashPassword } from './password.ts';
import { hashOfSecret, newSecret } from './secret.ts';
import { account, oneTimeLink } from './tables.ts';

/**
 * The path to print at a first start: it makes the first supervisor, once. Undefined when an account exists.
 * Each start makes a new link and voids the older ones, because those may stand in somebody's terminal or log.
 */
export async function ensureFirstLink(db: Database, clock: Clock): Promise<string | undefined> {
  const secret = newSecret();
  const made = await transaction(db, async (tx) => {
    await tx.execute(sql`LOCK TABLE ${account} IN SHARE ROW EXCLUSIVE MODE`);
    if ((await tx.select({ id: account.id }).from(account).limit(1)).length > 0) return false;
    await tx.delete(oneTimeLink).where(eq(oneTimeLink.purpose, 'first-supervisor'));
    await tx
      .insert(oneTimeLink)
      .values({ tokenHash: hashOfSecret(secret), purpose: 'first-supervisor', createdAt: clock.now() });
    return true;
  });
  return made ? `/welcome/${secret}` : undefined;
}

const isFirst = (secret: string) =>
  and(eq(oneTimeLink.tokenHash, hashOfSecret(secret)), eq(oneTimeLink.purpose, 'first-supervisor'));

/** Whether the link still works. Looking does not use it up. */
export async function firstLinkWorks(db: Database, secret: string): Promise<boolean> {
  const rows = await db.select({ hash: oneTimeLink.tokenHash }).from(oneTimeLink).where(isFirst(secret));
  return rows.length > 0;
}

/** Makes the first supervisor and uses the link up. Undefined when the link works no more. */
export async function makeFirstSupervisor(
  db: Database,
  now: Date,
  secret: string,
  wanted: { name: string; password: string },
): Promise<string | undefined> {
  const id = randomUUID();
  const passwordHash = await hashPassword(wanted.password);
  return transaction(db, async (tx) => {
    const used = await tx
      .delete(oneTimeLink)
      .where(isFirst(secret))
      .returning({ hash: oneTimeLink.tokenHash });
    if (used.length === 0) return undefined;
    await tx
      .insert(account)
      .values({ id, name: wanted.name, role: 'supervisor', passwordHash, createdAt: now });
    return id;
  });
}

/** Whether anybody has an account yet. */
export async function hasAccounts(db: Database): Promise<boolean> {
  return (await db.select({ id: account.id }).from(account).limit(1)).length > 0;
}
