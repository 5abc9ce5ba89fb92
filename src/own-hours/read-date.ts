import { DateTime } from 'luxon';
import { readSpan } from '../coverage/index.ts';

/** A date as somebody has filled it in. */
export interface WrittenDate {
  date: string;
  /** What the office does on it. */
  does: string;
  /** With `hours`: spans with commas between, as in 08:00-12:00, 13:00-15:00. */
  hours: string;
  why: string;
}

export interface SetDate {
  date: string;
  spans: readonly string[];
  why: string;
}

export type DateField = 'date' | 'does' | 'hours' | 'why';

/** What is wrong with a field. */
export type DateFault =
  | { kind: 'no-date' }
  | { kind: 'over'; date: string; today: string }
  | { kind: 'no-choice' }
  | { kind: 'no-hours' }
  /** `text`: the part that is no span. */
  | { kind: 'no-span'; text: string }
  | { kind: 'overlap' }
  | { kind: 'no-why' }
  | { kind: 'long-why'; most: number; length: number };

export type DateFaults = Partial<Record<DateField, DateFault>>;

const wholeDay = '00:00-24:00';
const longestWhy = 200;

/** Reads a form; every fault at once. `today` is the desk's own date: what is over cannot be set. */
export function readDate(
  { date, does, hours, why }: WrittenDate,
  today: string,
): { ok: true; set: SetDate } | { ok: false; faults: DateFaults } {
  const faults: DateFaults = {};
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !DateTime.fromISO(date, { zone: 'utc' }).isValid)
    faults.date = { kind: 'no-date' };
  else if (date < today) faults.date = { kind: 'over', date, today };
  const spans = does === 'closed' ? [] : does === 'open' ? [wholeDay] : readSpans(hours, faults);
  if (!['closed', 'open', 'hours'].includes(does)) faults.does = { kind: 'no-choice' };
  const reason = why.trim();
  if (reason === '') faults.why = { kind: 'no-why' };
  if (reason.length > longestWhy) faults.why = { kind: 'long-why', most: longestWhy, length: reason.length };
  return Object.keys(faults).length > 0
    ? { ok: false, faults }
    : { ok: true, set: { date, spans, why: reason } };
}

function readSpans(text: string, faults: DateFaults): string[] {
  const spans = text
    .split(',')
    .map((part) => part.replace(/\s*[-–]\s*/, '-').trim())
    .filter((part) => part !== '');
  const wrong = spans.find((part) => readSpan(part) === undefined);
  if (spans.length === 0) faults.hours = { kind: 'no-hours' };
  else if (wrong !== undefined) faults.hours = { kind: 'no-span', text: wrong };
  else if (overlap(spans)) faults.hours = { kind: 'overlap' };
  return spans;
}

function overlap(texts: readonly string[]): boolean {
  const spans = texts.flatMap((text) => readSpan(text) ?? []).sort((a, b) => a.startMinute - b.startMinute);
  return spans.some((span, at) => span.startMinute < (spans[at - 1]?.endMinute ?? 0));
}
