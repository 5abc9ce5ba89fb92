import ICAL from 'ical.js';
import type { CalendarFault } from './calendar-fault.ts';
import type { EventLines } from './content-lines.ts';
import { instantOfTime, readingOf } from './zones.ts';

/** A time in which somebody is away, by their calendar. */
export interface CalendarLeave {
  /** The event, and which of its repetitions: the same however often the file comes. */
  source: string;
  from: Date;
  to: Date;
}

/** An event with what stands in the place of single repetitions of it. */
export interface EventOfCalendar {
  uid: string;
  component: ICAL.Component;
  written: EventLines;
  replaced: readonly ICAL.Component[];
}

/** How many repetitions are looked at in one file: the daily ones of forty years. Calls wait while they are. */
export const tooManySteps = 15_000;

const daySeconds = 86_400;

interface How {
  timeZone: string;
  window: { from: Date; to: Date };
}

/** The rule asks for more than a calendar of leave can mean, or for what never comes. */
class EndlessRule extends Error {}

/** The times of an event within a window, its repetitions one by one. `budget` is what is left for the whole file. */
export function leaveOf(
  of: EventOfCalendar,
  how: How,
  budget: { steps: number },
): { ok: true; leave: CalendarLeave[] } | { ok: false; fault: CalendarFault } {
  const line = (name: string): number =>
    of.written.lines.find((written) => written.name === name)?.line ?? of.written.line;
  try {
    const event = new ICAL.Event(of.component, {
      exceptions: [...of.replaced],
    });
    const base = { from: event.startDate, to: event.endDate };
    if (toInstants(base, how).to <= toInstants(base, how).from)
      return { ok: false, fault: { line: line('DTEND'), kind: 'ends-before' } };
    return { ok: true, leave: [...repetitions(of, event, how, budget)] };
  } catch (error) {
    if (error instanceof EndlessRule) return { ok: false, fault: { line: line('RRULE'), kind: 'endless' } };
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, fault: { line: line('RRULE'), kind: 'unreadable-event', why } };
  }
}

function* repetitions(
  { uid, component, replaced }: EventOfCalendar,
  event: ICAL.Event,
  how: How,
  budget: { steps: number },
): Generator<CalendarLeave> {
  const { window, timeZone } = how;
  const counts = ({ from, to }: { from: Date; to: Date }): boolean => to > window.from && from < window.to;
  if (!event.isRecurring()) {
    const once = toInstants({ from: event.startDate, to: event.endDate }, how);
    const id = component.getFirstPropertyValue('recurrence-id');
    if (counts(once) && !isCancelled(event)) yield { source: sourceOf(uid, id), ...once };
    return;
  }
  // Most repetitions of an old event are long over: nothing need be found out of them.
  const lengthMs = readingOf(event.endDate) - readingOf(event.startDate) + 86_400_000;
  const isAsPlanned = replaced.length === 0;
  if (instantOfTime(event.startDate, timeZone) >= window.to) return;
  endYearlyRules(component, window.to);
  const expansion = event.iterator();
  watch(expansion, budget);
  for (let next = expansion.next() as ICAL.Time | null; next; next = expansion.next() as ICAL.Time | null) {
    const begins = instantOfTime(next, timeZone);
    if (begins >= window.to) return;
    if (isAsPlanned && begins.getTime() + lengthMs < window.from.getTime()) continue;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next) as Occurrence;
    // As long by the clock as the first: a night from 22 to 6 ends at 6, whatever is done to the clocks in it.
    const own = item === event ? undefined : { from: startDate, to: endDate };
    const times =
      own === undefined ? toInstants({ from: next, to: endDate }, how, event) : toInstants(own, how);
    if (counts(times) && !isCancelled(item)) yield { source: sourceOf(uid, next), ...times };
  }
}

/** What the library says of a repetition; its own types leave that open. */
interface Occurrence {
  item: ICAL.Event;
  startDate: ICAL.Time;
  endDate: ICAL.Time;
}

interface Times {
  from: ICAL.Time;
  to: ICAL.Time;
}

/** `like`: the event of which it is a repetition, so long by the clock. */
function toInstants({ from, to }: Times, { timeZone }: How, like?: ICAL.Event): { from: Date; to: Date } {
  const ends = like === undefined ? to : from.clone();
  if (like !== undefined) {
    const lengthSeconds = (readingOf(like.endDate) - readingOf(like.startDate)) / 1000;
    ends.adjust(Math.floor(lengthSeconds / daySeconds), 0, 0, lengthSeconds % daySeconds);
  }
  return { from: instantOfTime(from, timeZone), to: instantOfTime(ends, timeZone) };
}

function isCancelled({ component }: ICAL.Event): boolean {
  return String(component.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED';
}

/** A repetition is named by when it would be by its rule, wherever it was moved. */
function sourceOf(uid: string, repetition: unknown): string {
  return repetition instanceof ICAL.Time ? `${uid}#${repetition.toICALString()}` : uid;
}

/** A rule for 29 February waits so long at most: from 1896 to 1904 there was none. */
const longestWaitYears = 8;

/**
 * The library looks for the first year in which a yearly rule comes true up to the year 20000, before anybody can stop it:
 * for a first Monday that is a 15th in vain.
 */
function endYearlyRules(component: ICAL.Component, end: Date): void {
  const last = end.getUTCFullYear() + longestWaitYears + 1;
  for (const property of component.getAllProperties('rrule')) {
    const rule = property.getFirstValue();
    if (!(rule instanceof ICAL.Recur) || rule.freq !== 'YEARLY') continue;
    if (rule.until === null || rule.until.year > last) rule.until = ICAL.Time.fromDateString(`${last}-12-31`);
  }
}

/**
 * Has the library stop: it looks for the next repetition for ever where there is none, as of a rule for every seventh day
 * that asks for another weekday than the first has.
 */
function watch(expansion: ICAL.RecurExpansion, budget: { steps: number }): void {
  const { ruleIterators } = expansion as unknown as { ruleIterators?: ICAL.RecurIterator[] };
  for (const iterator of ruleIterators ?? []) {
    const check = iterator.check_contracting_rules.bind(iterator);
    iterator.check_contracting_rules = () => {
      budget.steps -= 1;
      if (budget.steps < 0) throw new EndlessRule();
      return check();
    };
  }
}
