import type { CalendarFault } from './calendar-fault.ts';

/** A line of an iCalendar file, put together where it was folded, with the number at which it begins. */
export interface ContentLine {
  line: number;
  text: string;
  /** In capitals: `DTSTART`. */
  name: string;
  /** What stands between the name and the colon: `;TZID=Europe/Stockholm`. */
  parameters: string;
  value: string;
}

/** An event as the file has it. */
export interface EventLines {
  /** Of its BEGIN:VEVENT. */
  line: number;
  lines: ContentLine[];
}

export type ReadLines =
  | { ok: true; lines: ContentLine[]; events: EventLines[] }
  | { ok: false; faults: CalendarFault[] };

const mostFaults = 20;
const parameterValue = '(?:"[^"]*"|[^":;,]*)';
/** A name, parameters whose values may be quoted and several, a colon, and the value. */
const lineForm = new RegExp(
  `^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=${parameterValue}(?:,${parameterValue})*)*):(.*)$`,
  's',
);

/** Takes a file apart by RFC 5545, 3.1 (folding) and 3.4 (parts in parts); every fault at once, with its line. */
export function readLines(text: string): ReadLines {
  const faults: CalendarFault[] = [];
  const lines: ContentLine[] = [];
  const written = unfold(text);
  const [first] = written;
  if (first === undefined || !/^BEGIN:VCALENDAR$/i.test(first.text.trim())) {
    return { ok: false, faults: [{ line: first?.line ?? 1, kind: 'no-calendar' }] };
  }
  for (const { line, text: whole } of written) {
    const match = lineForm.exec(whole);
    if (match === null) faults.push({ line, kind: 'no-line', text: cut(whole) });
    else
      lines.push({
        ...{ line, text: whole, name: match[1]!.toUpperCase() },
        ...{ parameters: match[2] ?? '', value: match[3] ?? '' },
      });
  }
  if (faults.length > 0) return { ok: false, faults: faults.slice(0, mostFaults) };
  return nested(lines);
}

function unfold(text: string): { line: number; text: string }[] {
  const whole: { line: number; text: string }[] = [];
  const written = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  for (const [index, part] of written.entries()) {
    const last = whole.at(-1);
    if (/^[ \t]/.test(part) && last !== undefined) last.text += part.slice(1);
    else if (part !== '') whole.push({ line: index + 1, text: part });
  }
  return whole;
}

/** The events, where every part that is begun is ended in its turn. */
function nested(lines: ContentLine[]): ReadLines {
  const open: ContentLine[] = [];
  const events: EventLines[] = [];
  const refused = (fault: CalendarFault): ReadLines => ({ ok: false, faults: [fault] });
  for (const of of lines) {
    const part = of.value.toUpperCase();
    if (of.name === 'BEGIN') {
      open.push(of);
      if (part === 'VEVENT') events.push({ line: of.line, lines: [] });
      continue;
    }
    if (of.name === 'END') {
      const begun = open.pop();
      if (begun?.value.toUpperCase() !== part)
        return refused({ line: of.line, kind: 'ends-nothing', part: cut(of.value) });
      continue;
    }
    const inner = open.at(-1)?.value.toUpperCase();
    if (inner === undefined) return refused({ line: of.line, kind: 'outside', text: cut(of.text) });
    if (inner === 'VEVENT') events.at(-1)?.lines.push(of);
  }
  const [left] = open;
  if (left !== undefined) return refused({ line: left.line, kind: 'not-ended', part: cut(left.value) });
  return { ok: true, lines, events };
}

/** What is shown of somebody's calendar in a fault: no more than finds the place. */
export function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
