import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { transaction, type Database } from '../database/index.ts';
import { noteAccount } from './account-event.store.ts';
import { hashOfSecret, newSecret } from './secret.ts';
import { apiToken } from './tables.ts';

/** So that a token that leaked into a file or a log is found by searching. */
const prefix = 'afterhours_';
const touchEveryMs = 60_000;

export interface ApiTokenRow {
  readonly id: string;
  readonly name: string;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly lastUsedAt: Date | null;
}

/** Makes a token for a program; what is returned is shown once and stored nowhere. */
export async function makeApiToken(db: Database, now: Date, by: string, name: string): Promise<string> {
  const secret = prefix + newSecret();
  await transaction(db, async (tx) => {
    const tokenHash = hashOfSecret(secret);
    await tx.insert(apiToken).values({ id: randomUUID(), name, tokenHash, madeBy: by, madeAt: now });
    await noteAccount(tx, now, 'token-made', { by, about: name });
  });
  return secret;
}

/** The tokens that work, newest first. */
export async function listApiTokens(db: Database): Promise<ApiTokenRow[]> {
  const { id, name, madeBy, madeAt, lastUsedAt } = apiToken;
  return db
    .select({ id, name, madeBy, madeAt, lastUsedAt })
    .from(apiToken)
    .where(isNull(apiToken.revokedAt))
    .orderBy(desc(apiToken.madeAt));
}

/** Whether the token works; notes that it was used, at most once a minute. */
export async function apiTokenWorks(db: Database, now: Date, secret: string): Promise<boolean> {
  if (!secret.startsWith(prefix)) return false;
  const [row] = await db
    .select({ id: apiToken.id, lastUsedAt: apiToken.lastUsedAt })
    .from(apiToken)
    .where(and(eq(apiToken.tokenHash, hashOfSecret(secret)), isNull(apiToken.revokedAt)));
  if (row === undefined) return false;
  if (row.lastUsedAt === null || now.getTime() - row.lastUsedAt.getTime() > touchEveryMs) {
    await db.update(apiToken).set({ lastUsedAt: now }).where(eq(apiToken.id, row.id));
  }
  return true;
}

/** Ends a token at once; false when there is no such token or it has ended already. */
export async function revokeApiToken(db: Database, now: Date, by: string, id: string): Promise<boolean> {
  return transaction(db, async (tx) => {
    const [ended] = await tx
      .update(apiToken)
      .set({ revokedAt: now })
      .where(and(eq(apiToken.id, id), isNull(apiToken.revokedAt)))
      .returning({ name: apiToken.name });
    if (ended === undefined) return false;
    await noteAccount(tx, now, 'token-revoked', { by, about: ended.name });
    return true;
  });
}
