import type { Database } from '../database/index.ts';
import { accountEvent } from './tables.ts';

/** What happens to accounts and tokens, for whoever asks later who let whom in. Only grows. */
export type AccountEventName =
  | 'invited'
  | 'joined'
  | 'password-link'
  | 'password-changed'
  | 'removed'
  | 'signed-out-everywhere'
  | 'token-made'
  | 'token-revoked';

/** Adds a line; `by` and `about` are names of accounts or tokens. */
export async function noteAccount(
  db: Database,
  now: Date,
  event: AccountEventName,
  data: { by?: string | undefined; about?: string; role?: string },
): Promise<void> {
  await db.insert(accountEvent).values({ at: now, event, data });
}
