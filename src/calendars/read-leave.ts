import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import type { CalendarFault } from './calendar-fault.ts';
import { cut, readLines, type ContentLine, type EventLines } from './content-lines.ts';
import { faultsOfTimes } from './event-times.ts';
import { leaveOf, tooManySteps, type CalendarLeave } from './occurrences.ts';
import { withZones } from './zones.ts';

type ReadLeave = { ok: true; leave: CalendarLeave[] } | { ok: false; faults: CalendarFault[] };

/** How far ahead events that repeat are written down; the next import goes on from there. */
const aheadDays = 400;
/** More repetitions than this are nobody's leave. */
const mostLeave = 2000;
/** More events than this are not read at all: calls wait while they are. */
const mostEvents = 3000;
const longestUid = 200;

/**
 * When somebody is away, by an iCalendar file (RFC 5545): each event that is not over at `now`, whatever it is called. Days
 * are days by the clock of `timeZone`, and so are times without a zone. Events that repeat are followed for 400 days. Every
 * fault at once, with its line.
 */
export function readLeave(text: string, { timeZone, now }: { timeZone: string; now: Date }): ReadLeave {
  const read = readLines(text);
  if (!read.ok) return read;
  if (read.events.length > mostEvents)
    return {
      ok: false,
      faults: [{ line: 1, kind: 'too-many-events', found: read.events.length, most: mostEvents }],
    };
  const faults = read.events.flatMap(faultsOfTimes);
  if (faults.length > 0) return { ok: false, faults };
  const window = { from: now, to: new Date(now.getTime() + aheadDays * 86_400_000) };
  const done = withZones(read.lines, () => expand(read.lines, read.events, { timeZone, window }));
  return done.ok ? done.value : done;
}

function expand(
  lines: readonly ContentLine[],
  events: readonly EventLines[],
  how: { timeZone: string; window: { from: Date; to: Date } },
): ReadLeave {
  const components = parse(lines);
  if (!Array.isArray(components)) return { ok: false, faults: [components] };
  const byUid = new Map<string, { component: ICAL.Component; written: EventLines }[]>();
  for (const [index, component] of components.entries()) {
    const uid = uidOf(component);
    const same = byUid.get(uid) ?? [];
    same.push({ component, written: events[index] ?? { line: 1, lines: [] } });
    byUid.set(uid, same);
  }
  const leave = new Map<string, CalendarLeave>();
  const faults: CalendarFault[] = [];
  const budget = { steps: tooManySteps };
  for (const [uid, all] of byUid) {
    const whole = all.filter(({ component }) => !isReplacement(component));
    const replaced = all.map(({ component }) => component).filter(isReplacement);
    // What stands in the place of a repetition is counted with the event that repeats, where the file has that.
    for (const of of whole.length > 0 ? whole : all) {
      const found = leaveOf({ ...of, uid, replaced: whole.length > 0 ? replaced : [] }, how, budget);
      if (!found.ok) faults.push(found.fault);
      else for (const one of found.leave) leave.set(one.source, one);
    }
  }
  if (leave.size > mostLeave)
    faults.push({ line: 1, kind: 'too-much-leave', found: leave.size, days: aheadDays, most: mostLeave });
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, leave: [...leave.values()].sort((a, b) => a.from.getTime() - b.from.getTime()) };
}

/** The events of all calendars in the file, in their order. */
function parse(lines: readonly ContentLine[]): ICAL.Component[] | CalendarFault {
  try {
    const parsed = ICAL.parse(lines.map(({ text }) => text).join('\r\n')) as unknown[];
    const roots = Array.isArray(parsed[0]) ? parsed : [parsed];
    return roots.flatMap((root) => new ICAL.Component(root as never).getAllSubcomponents('vevent'));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const place = lines.find(({ text }) => message.includes(text)) ?? lines[0];
    return {
      line: place?.line ?? 1,
      kind: 'unreadable-line',
      ...{ text: cut(place?.text ?? ''), why: cut(message) },
    };
  }
}

function isReplacement(component: ICAL.Component): boolean {
  return component.hasProperty('recurrence-id');
}

function uidOf(component: ICAL.Component): string {
  const uid = String(component.getFirstPropertyValue('uid'));
  return uid.length > longestUid ? createHash('sha256').update(uid).digest('hex') : uid;
}
