import { NOT_ASKED, type CarrierFailure } from '../telephony/index.ts';

/** Tries to hand one page to a carrier; then its channel is given up for this round, and the next round tries anew. */
export const MOST_ATTEMPTS = 3;

/** What a failure is judged by besides itself. */
export interface Attempt {
  /** Counts from 1. */
  number: number;
  channel: 'voice' | 'sms';
  /** Severity 1 or 2: nothing is waited for that could go another way. */
  isUrgent: boolean;
  /** Between 0 and 1: retries of many pages must not come at one instant. */
  jitter: number;
  /** Whether there is another carrier, and whether it is known not to work. */
  other?: 'works' | 'refuses' | undefined;
  /** Tries after which it is given up even if the carrier was never asked; a page is not. */
  most?: number | undefined;
}

export type AfterFailure =
  /** Once more by the same carrier. `beside`: and at once by the other one too. */
  | { kind: 'retry'; afterMs: number; beside: boolean }
  /** The carrier may have acted: wait for a callback to say so before trying again. */
  | { kind: 'wait-and-see'; afterMs: number; beside: boolean }
  /** At once by the other carrier. `alarm`: this one is broken. */
  | { kind: 'other-carrier'; alarm: boolean }
  | { kind: 'give-up'; address: 'dead' | 'opted-out' | 'unknown'; alarm: boolean };

/** Twilio: the phone has sent STOP, and every text to it fails until it sends START. */
const OPTED_OUT = '21610';

/**
 * What follows a failed attempt. Twilio's advice for what may pass: again in 5 to 30 s.
 *
 * A phone never has two calls of ours, so a call goes another way only when it was certainly not placed; a text may go
 * both ways: doubled beats missed.
 */
export function afterFailure(failure: CarrierFailure, attempt: Attempt): AfterFailure {
  const { number, channel, isUrgent, jitter, other } = attempt;
  switch (failure.class) {
    case 'address-dead':
      return { kind: 'give-up', address: failure.code === OPTED_OUT ? 'opted-out' : 'dead', alarm: true };
    case 'ours-broken': {
      // The other one is asked for a page once, even if it has just refused: nobody else is left to ask.
      const isWorthIt = other === 'works' || (other === 'refuses' && number === 1);
      if (isWorthIt && number < MOST_ATTEMPTS) return { kind: 'other-carrier', alarm: true };
      return { kind: 'give-up', address: 'unknown', alarm: true };
    }
    case 'race':
    case 'may-pass': {
      // A carrier that was never asked has said nothing against it: a page ends with its case, or with its round.
      if (
        attempt.most === undefined
          ? number >= MOST_ATTEMPTS && failure.code !== NOT_ASKED
          : number >= attempt.most
      )
        return { kind: 'give-up', address: 'unknown', alarm: false };
      const byOther = isUrgent && number === 1 && other === 'works';
      const beside = byOther && channel === 'sms';
      if (failure.ambiguous) return { kind: 'wait-and-see', afterMs: 3_000, beside };
      if (byOther && channel === 'voice') return { kind: 'other-carrier', alarm: false };
      return {
        kind: 'retry',
        afterMs: Math.round(5_000 + jitter * 3_000 * Math.min(number, MOST_ATTEMPTS)),
        beside,
      };
    }
  }
}
