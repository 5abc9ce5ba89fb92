import type { CarrierFailure } from '../telephony/index.ts';

/** Tries to hand one page to the carrier; then its channel is given up for this round, and the next round tries anew. */
export const MOST_ATTEMPTS = 3;

export type AfterFailure =
  | { kind: 'retry'; afterMs: number }
  /** The carrier may have acted: wait for a callback to say so before trying again. */
  | { kind: 'wait-and-see'; afterMs: number }
  | { kind: 'give-up'; address: 'dead' | 'opted-out' | 'unknown'; alarm: boolean };

/** Twilio: the phone has sent STOP, and every text to it fails until it sends START. */
const OPTED_OUT = '21610';

/**
 * What follows a failed attempt. `jitter` is between 0 and 1: retries of many pages must not come at one instant.
 * Twilio's advice for what may pass: again in 5 to 30 s.
 */
export function afterFailure(failure: CarrierFailure, attempt: number, jitter: number): AfterFailure {
  switch (failure.class) {
    case 'address-dead':
      return { kind: 'give-up', address: failure.code === OPTED_OUT ? 'opted-out' : 'dead', alarm: true };
    case 'ours-broken':
      return { kind: 'give-up', address: 'unknown', alarm: true };
    case 'race':
    case 'may-pass':
      if (attempt >= MOST_ATTEMPTS) return { kind: 'give-up', address: 'unknown', alarm: false };
      if (failure.ambiguous) return { kind: 'wait-and-see', afterMs: 3_000 };
      return { kind: 'retry', afterMs: Math.round(5_000 + jitter * 3_000 * attempt) };
  }
}
