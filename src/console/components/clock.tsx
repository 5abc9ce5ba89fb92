import { duration, minutes } from '../words/time.ts';

/**
 * A figure that counts up from `since`. The script lets it tick; without one it stands as of the page's time.
 * `form` minutes is for promises, which stay in minutes beyond the hour.
 */
export function Elapsed({ since, now }: { since: Date; now: Date }) {
  return <span data-since={since.toISOString()}>{duration(now.getTime() - since.getTime())}</span>;
}

/** A figure that counts down to `until` and stops at nothing. */
export function Remaining({ until, now }: { until: Date; now: Date }) {
  return <span data-until={until.toISOString()}>{minutes(until.getTime() - now.getTime())}</span>;
}

/** How much of a promised time is used up, as a thin bar; `share` from 0 to 1. */
export function Meter({ share, tone = '' }: { share: number; tone?: '' | 'live' | 'taken' | 'fail' }) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <svg class={`meter ${tone}`.trim()} height="3" aria-hidden="true">
      <rect width={`${percent}%`} height="3" />
    </svg>
  );
}
