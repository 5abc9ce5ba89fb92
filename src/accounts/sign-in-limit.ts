/** Failed sign-ins of one name or one address. */
export interface Failures {
  readonly failures: number;
  readonly lastFailedAt: Date;
}

export type LimitSubject = 'name' | 'address';

const freeTries = 5;
const forgottenAfterMs = 60 * 60_000;
/**
 * The longest wait. Short for a name, because strangers can fail on it and its owner may be needed at once;
 * long for an address, because only that address pays.
 */
const longestWaitMs: Record<LimitSubject, number> = { name: 30_000, address: 15 * 60_000 };

/**
 * How many milliseconds must still pass before the next try: none for the first five failures, then 2 s, doubling.
 * Failures older than an hour are forgotten.
 */
export function waitBeforeTryMs(of: LimitSubject, known: Failures | undefined, now: Date): number {
  if (known === undefined || known.failures < freeTries || isForgotten(known, now)) return 0;
  const waitMs = Math.min(2000 * 2 ** (known.failures - freeTries), longestWaitMs[of]);
  return Math.max(0, known.lastFailedAt.getTime() + waitMs - now.getTime());
}

/** Whether the failures are too old to count. */
function isForgotten(known: Failures, now: Date): boolean {
  return now.getTime() - known.lastFailedAt.getTime() > forgottenAfterMs;
}
