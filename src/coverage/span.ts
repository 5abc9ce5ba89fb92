import type { Span } from './coverage-hours.ts';

/** A span as people write it, `09:00-17:00` (24:00 ends a day), or undefined when it is none or ends before it begins. */
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
  const endMinute = toHour * 60 + toMinute;
  const valid = fromMinute < 60 && toMinute < 60 && startMinute < endMinute && endMinute <= 24 * 60;
  return valid ? { startMinute, endMinute } : undefined;
}
