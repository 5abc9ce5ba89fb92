import type { MailFailureClass } from './transport.ts';

/** A mail that could not be sent for so long is given up: nobody wants to be woken by last week's alarm. */
export const GIVEN_UP_AFTER_MS = 3 * 24 * 3_600_000;

const WAITS_MINUTES = [1, 2, 5, 10, 15, 30];
const LONGEST_WAIT_MINUTES = 60;

export type NextTry = { kind: 'again'; afterMs: number } | { kind: 'give-up' };

/** What follows a try that failed: `attempt` tries so far, the mail being `ageMs` old. */
export function nextTry(failure: MailFailureClass, attempt: number, ageMs: number): NextTry {
  if (failure === 'address-dead') return { kind: 'give-up' };
  const afterMs = (WAITS_MINUTES[attempt - 1] ?? LONGEST_WAIT_MINUTES) * 60_000;
  return ageMs + afterMs > GIVEN_UP_AFTER_MS ? { kind: 'give-up' } : { kind: 'again', afterMs };
}
