import type { DrillMiss } from '../phrases/index.ts';

/** How far the last try of a test page has come at the carrier. */
export interface LastTry {
  channel: 'voice' | 'sms';
  /** Of the call or text; null: none was ever made. */
  status: string | null;
  wasAnswered: boolean;
  errorCode: string | null;
}

/**
 * Why it has reached nobody. A call that was picked up has reached nobody without its key, because voicemail boxes pick up
 * too, nor has a text that was delivered without an answer.
 */
export function whyMissed({ channel, status, wasAnswered, errorCode }: LastTry): {
  why: DrillMiss;
  code?: string;
} {
  const code = errorCode === null ? {} : { code: errorCode };
  if (status === null || status === 'due' || status === 'canceled') return { why: 'not-asked' };
  if (status === 'failed' || status === 'undelivered') return { why: 'failed', ...code };
  if (channel === 'sms') return { why: 'no-reply' };
  if (status === 'busy') return { why: 'busy' };
  return { why: wasAnswered ? 'no-key' : 'no-answer' };
}

/** As it is written on the page's row: "failed 21217". */
export function writeMiss({ why, code }: { why: DrillMiss; code?: string }): string {
  return code === undefined ? why : `${why} ${code}`;
}
