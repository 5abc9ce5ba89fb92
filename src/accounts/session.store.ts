import { and, eq, gt, lt, lte } from 'drizzle-orm';
import type { Database } from '../database/index.ts';
import { csrfTokenOf, hashOfSecret, newSecret } from './secret.ts';
import { account, session, type AccountRole } from './tables.ts';

const idleLimitMs = 12 * 60 * 60_000;
/** However much it is used: a stolen cookie is worth something for a week at most. */
const longestSessionMs = 7 * 24 * 60 * 60_000;
// The time of last use is written at most so often: a page that updates itself must not write at each reading.
const touchEveryMs = 60_000;

/** Who is signed in, and the token that this session's forms must carry. */
export interface SignedIn {
  readonly accountId: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly person: string | undefined;
  readonly csrfToken: string;
}

/** Opens a session and returns the secret for its cookie. Sessions that idled out are removed on the way. */
export async function openSession(db: Database, now: Date, accountId: string): Promise<string> {
  const secret = newSecret();
  await db.delete(session).where(lt(session.lastSeenAt, new Date(now.getTime() - idleLimitMs)));
  await db
    .insert(session)
    .values({ tokenHash: hashOfSecret(secret), account: accountId, createdAt: now, lastSeenAt: now });
  return secret;
}

/** Who the cookie's secret belongs to; undefined when it is none of ours, was not used for 12 hours, or is a week old. */
export async function readSession(db: Database, now: Date, secret: string): Promise<SignedIn | undefined> {
  const tokenHash = hashOfSecret(secret);
  const [row] = await db
    .select({ account, lastSeenAt: session.lastSeenAt })
    .from(session)
    .innerJoin(account, eq(account.id, session.account))
    .where(
      and(
        eq(session.tokenHash, tokenHash),
        gt(session.lastSeenAt, new Date(now.getTime() - idleLimitMs)),
        gt(session.createdAt, new Date(now.getTime() - longestSessionMs)),
      ),
    );
  if (row === undefined) return undefined;
  const touchBefore = new Date(now.getTime() - touchEveryMs);
  if (row.lastSeenAt < touchBefore) {
    await db
      .update(session)
      .set({ lastSeenAt: now })
      .where(and(eq(session.tokenHash, tokenHash), lte(session.lastSeenAt, touchBefore)));
  }
  return {
    accountId: row.account.id,
    name: row.account.name,
    role: row.account.role,
    person: row.account.person ?? undefined,
    csrfToken: csrfTokenOf(secret),
  };
}

/** Ends the session of this secret; ending it twice does nothing. */
export async function closeSession(db: Database, secret: string): Promise<void> {
  await db.delete(session).where(eq(session.tokenHash, hashOfSecret(secret)));
}
