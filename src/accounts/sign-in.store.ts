import { inArray, sql } from 'drizzle-orm';
import type { Database } from '../database/index.ts';
import { passwordMatches } from './password.ts';
import { hashOfSecret } from './secret.ts';
import { waitBeforeTryMs, type LimitSubject } from './sign-in-limit.ts';
import { openSession } from './session.store.ts';
import { account, signInFailure } from './tables.ts';

export type SignInResult =
  | { ok: true; secret: string }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'wait'; waitMs: number };

const forgottenAfter = sql`interval '1 hour'`;

/**
 * Signs in by name and password and opens a session. The failure is counted before the password is looked at, so that
 * many tries at once count as many; a right password forgives them.
 */
export async function signIn(
  db: Database,
  now: Date,
  given: { name: string; password: string; address: string },
): Promise<SignInResult> {
  // A name is stored as its hash: what people type into the wrong field may be a password.
  const name = `name:${hashOfSecret(given.name.trim().toLowerCase())}`;
  const address = `address:${given.address}`;
  const waitMs = await wait(db, now, [
    { of: 'name', subject: name },
    { of: 'address', subject: address },
  ]);
  if (waitMs > 0) return { ok: false, reason: 'wait', waitMs };
  await countFailure(db, now, [name, address]);
  const [known] = await db
    .select()
    .from(account)
    .where(sql`lower(${account.name}) = lower(${given.name.trim()})`);
  if (!(await passwordMatches(given.password, known?.passwordHash)) || known === undefined) {
    return { ok: false, reason: 'wrong' };
  }
  await db.delete(signInFailure).where(inArray(signInFailure.subject, [name, address]));
  return { ok: true, secret: await openSession(db, now, known.id) };
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

async function countFailure(db: Database, now: Date, subjects: readonly string[]): Promise<void> {
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
