import type { NotRedirected } from '../phrases/index.ts';

/** So many a technician may send within an hour (a slip, or a phone in the wrong hands, must not text a town). */
const MOST_AN_HOUR = 10;
/** Told twice within this time, in minutes, a customer has been told once too often. */
export const AGAIN_AFTER_MINUTES = 10;

/** What is known of a number that is to be sent to the desk, and of whoever sends it. */
export interface RedirectCircumstances {
  /** The number is the desk's, another of ours, or the sender's own. */
  isOurs: boolean;
  takesNoTexts: boolean;
  hasOptedOut: boolean;
  /** How often its owner was sent to this desk within AGAIN_AFTER_MINUTES. */
  toldOfLate: number;
  /** How many customers the sender has sent to a desk within the hour. */
  sentThisHour: number;
}

/** Why the customer is not texted; undefined: nothing speaks against it. */
export function whyNotRedirected(of: RedirectCircumstances): NotRedirected | undefined {
  if (of.isOurs) return 'ours';
  if (of.toldOfLate > 0) return 'just-told';
  if (of.hasOptedOut) return 'opted-out';
  if (of.takesNoTexts) return 'landline';
  return of.sentThisHour >= MOST_AN_HOUR ? 'too-many' : undefined;
}
