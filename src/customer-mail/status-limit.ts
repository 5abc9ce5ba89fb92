/** Wrong tries on one case or from one address. */
export interface WrongTries {
  failures: number;
  lastFailedAt: Date;
}

export type LimitOf = 'case' | 'address';

const FREE_TRIES = 5;
const FIRST_WAIT_MS = 30_000;
/**
 * A case: at most 24 tries a day, from wherever they come, so that half of a million PINs takes more than fifty years.
 * An address, behind which a whole office may sit: a quarter of an hour.
 */
const LONGEST_WAIT_MS: Record<LimitOf, number> = { case: 60 * 60_000, address: 15 * 60_000 };
/** Longer than the longest wait: else whoever waits begins with free tries again. */
export const FORGOTTEN_AFTER_MS = 24 * 3_600_000;

/** How many milliseconds must still pass before the next try: none for the first five, then 30 s, doubling. */
export function waitBeforeLookMs(of: LimitOf, known: WrongTries | undefined, now: Date): number {
  if (known === undefined || known.failures < FREE_TRIES) return 0;
  const sinceMs = now.getTime() - known.lastFailedAt.getTime();
  if (sinceMs > FORGOTTEN_AFTER_MS) return 0;
  const waitMs = Math.min(
    FIRST_WAIT_MS * 2 ** Math.min(known.failures - FREE_TRIES, 20),
    LONGEST_WAIT_MS[of],
  );
  return Math.max(0, waitMs - sinceMs);
}
