import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Database } from '../database/index.ts';
import { clientOf } from './client-address.ts';
import { PasswordsBusy, passwordMatches } from './password.ts';
import { hashOfSecret, newSecret } from './secret.ts';
import { waitBeforeTryMs, type LimitSubject } from './sign-in-limit.ts';
import { openSession } from './session.store.ts';
import { account, knownBrowser, signInFailure } from './tables.ts';

export type SignInResult =
  | {
      ok: true;
      secret: string;
      /** For the cookie by which this browser is known; undefined when it is known already. */
      browser: string | undefined;
    }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'wait'; waitMs: number };

/** How long a browser is known. */
export const knownForMs = 365 * 24 * 60 * 60_000;
const busyWaitMs = 2_000;
const forgottenAfter = sql`interval '1 hour'`;

/**
 * Signs in by name and password and opens a session. The failure is counted before the password is looked at, so that
 * many tries at once count as many; a right password forgives them.
 */
export async function signIn(
  db: Database,
  now: Date,
  given: { name: string; password: string; address: string; browser?: string | undefined },
): Promise<SignInResult> {
  // A name is stored as its hash: what people type into the wrong field may be a password.
  const name = `name:${hashOfSecret(given.name.trim().toLowerCase())}`;
  const [known] = await db
    .select()
    .from(account)
    .where(sql`lower(${account.name}) = lower(${given.name.trim()})`);
  const isKnown = known !== undefined && (await browserIsKnown(db, known.id, given.browser));
  // Strangers may fail on the name without end: a browser that its owner has used before does not wait for them.
  const subjects: { of: LimitSubject; subject: string }[] = isKnown
    ? [{ of: 'name', subject: `browser:${hashOfSecret(given.browser ?? '')}` }]
    : [
        { of: 'name', subject: name },
        { of: 'address', subject: `address:${clientOf(given.address)}` },
      ];
  const waitMs = await wait(db, now, subjects);
  if (waitMs > 0) return { ok: false, reason: 'wait', waitMs };
  const names = subjects.map(({ subject }) => subject);
  await countFailure(db, now, names);
  const matches = await passwordMatches(given.password, known?.passwordHash).catch((error: unknown) => {
    if (error instanceof PasswordsBusy) return 'busy';
    throw error;
  });
  if (matches === 'busy') return { ok: false, reason: 'wait', waitMs: busyWaitMs };
  if (!matches || known === undefined) return { ok: false, reason: 'wrong' };
  await db.delete(signInFailure).where(inArray(signInFailure.subject, [name, ...names]));
  const browser = isKnown ? undefined : await rememberBrowser(db, now, known.id);
  return { ok: true, secret: await openSession(db, now, known.id), browser };
}

async function browserIsKnown(
  db: Database,
  accountId: string,
  browser: string | undefined,
): Promise<boolean> {
  if (browser === undefined) return false;
  const rows = await db
    .select({ account: knownBrowser.account })
    .from(knownBrowser)
    .where(and(eq(knownBrowser.tokenHash, hashOfSecret(browser)), eq(knownBrowser.account, accountId)));
  return rows.length > 0;
}

/** The secret of a browser that is known from now on, for a year. */
async function rememberBrowser(db: Database, now: Date, accountId: string): Promise<string> {
  const secret = newSecret();
  const forgotten = new Date(now.getTime() - knownForMs);
  await db.delete(knownBrowser).where(lt(knownBrowser.lastUsedAt, forgotten));
  await db
    .insert(knownBrowser)
    .values({ tokenHash: hashOfSecret(secret), account: accountId, lastUsedAt: now });
  return secret;
}

async function wait(
  db: Database,
  now: Date,
  subjects: readonly { of: LimitSubject; subject: string }[],
): Promise<number> {
  const rows = await db
    .select()
    .from(signInFailure)
    .where(
      inArray(
        signInFailure.subject,
        subjects.map((s) => s.subject),
      ),
    );
  return Math.max(
    ...subjects.map((s) =>
      waitBeforeTryMs(
        s.of,
        rows.find((row) => row.subject === s.subject),
        now,
      ),
    ),
  );
}

/** Counts a failure of each of these; those of an hour ago are forgotten. */
export async function countFailure(db: Database, now: Date, subjects: readonly string[]): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  await db.delete(signInFailure).where(sql`${signInFailure.lastFailedAt} < ${at} - ${forgottenAfter}`);
  await db
    .insert(signInFailure)
    .values(subjects.map((subject) => ({ subject, failures: 1, lastFailedAt: now })))
    .onConflictDoUpdate({
      target: signInFailure.subject,
      set: { failures: sql`${signInFailure.failures} + 1`, lastFailedAt: now },
    });
}
