import type { Pool } from 'pg';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { monotonicMs } from './statistics.ts';

/** Opens a supervisor's session in the database; returns its cookie. */
export async function signIn(pool: Pool): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const account = randomUUID();
  await pool.query(
    `INSERT INTO account (id, name, role, password_hash, created_at) VALUES ($1, $2, 'supervisor', 'none', now())`,
    [account, `Bench ${account}`],
  );
  await pool.query(
    'INSERT INTO session (token_hash, account, created_at, last_seen_at) VALUES ($1, $2, now(), now())',
    [createHash('sha256').update(secret).digest('base64url'), account],
  );
  return `afterhours=${secret}`;
}

/**
 * From asking for a page to its last byte.
 * @throws Error for an answer that is not 200, such as the way to the sign-in.
 */
export async function timePage(url: string, path: string, cookie: string): Promise<number> {
  const beganAtMs = monotonicMs();
  const answer = await fetch(url + path, { headers: { cookie }, redirect: 'manual' });
  await answer.text();
  const tookMs = monotonicMs() - beganAtMs;
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return tookMs;
}
