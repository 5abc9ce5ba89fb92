import type { Span } from './coverage-hours.ts';

const minutesOfDay = 24 * 60;

/**
 * A span as people write it: `09:00-17:00`, `09:00-24:00`, or past midnight `22:00-06:00`. Undefined when it is none; a
 * span that ends when it begins is none either, the whole day is `00:00-24:00`.
 */
export function readSpan(text: string): Span | undefined {
  const match = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(text.trim());
  if (match === null) return undefined;
  const [fromHour, fromMinute, toHour, toMinute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const startMinute = fromHour * 60 + fromMinute;
  const end = toHour * 60 + toMinute;
  const valid =
    fromMinute < 60 &&
    toMinute < 60 &&
    startMinute < minutesOfDay &&
    end <= minutesOfDay &&
    startMinute !== end;
  return valid ? { startMinute, endMinute: end < startMinute ? end + minutesOfDay : end } : undefined;
}

/** The span as people write it: what `readSpan` reads. */
export function writeSpan({ startMinute, endMinute }: Span): string {
  return `${clock(startMinute)}-${clock(endMinute > minutesOfDay ? endMinute - minutesOfDay : endMinute)}`;
}

function clock(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
