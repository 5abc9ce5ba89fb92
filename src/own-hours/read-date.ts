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

const wholeDay = '00:00-24:00';
const longestWhy = 200;

/** Reads a form; every fault at once, each with its mend. `today` is the desk's own date: what is over cannot be set. */
export function readDate(
  { date, does, hours, why }: WrittenDate,
  today: string,
): { ok: true; set: SetDate } | { ok: false; faults: Partial<Record<DateField, string>> } {
  const faults: Partial<Record<DateField, string>> = {};
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !DateTime.fromISO(date, { zone: 'utc' }).isValid)
    faults.date = 'Give a date, year first, such as 2026-12-23.';
  else if (date < today) faults.date = `${date} is over: today is ${today}.`;
  const spans = does === 'closed' ? [] : does === 'open' ? [wholeDay] : readSpans(hours, faults);
  if (!['closed', 'open', 'hours'].includes(does)) faults.does = 'Choose one of the three.';
  const reason = why.trim();
  if (reason === '') faults.why = 'Say why, for whoever asks later.';
  if (reason.length > longestWhy)
    faults.why = `At most ${longestWhy} characters; these are ${reason.length}.`;
  return Object.keys(faults).length > 0
    ? { ok: false, faults }
    : { ok: true, set: { date, spans, why: reason } };
}

function readSpans(text: string, faults: Partial<Record<DateField, string>>): string[] {
  const spans = text
    .split(',')
    .map((part) => part.replace(/\s*[-–]\s*/, '-').trim())
    .filter((part) => part !== '');
  const wrong = spans.find((part) => readSpan(part) === undefined);
  if (spans.length === 0) faults.hours = 'Give the hours, such as 08:00-12:00.';
  else if (wrong !== undefined)
    faults.hours = `"${wrong}" is no span of hours. Write 08:00-12:00, or several with commas between.`;
  else if (overlap(spans)) faults.hours = 'Two of these spans overlap. Write each hour once.';
  return spans;
}

function overlap(texts: readonly string[]): boolean {
  const spans = texts.flatMap((text) => readSpan(text) ?? []).sort((a, b) => a.startMinute - b.startMinute);
  return spans.some((span, at) => span.startMinute < (spans[at - 1]?.endMinute ?? 0));
}
