import { DateTime } from 'luxon';
import { hoursOn, type CoverageHours } from '../../coverage/index.ts';
import { reasonWords } from '../words/hours-reason.ts';
import type { DutyFinding, SeatStrip, Stretch } from '../../duty/index.ts';

/** A day of a week that is shown, from its first instant to that of the next: 23 or 25 hours where clocks change. */
export interface WeekDay {
  date: string;
  from: Date;
  to: Date;
  /** The name of a holiday, or why the office has hours of its own. */
  special: string | undefined;
}

/** A date, year first, if there is such a one in four digits. */
export function readDay(text: string | undefined): string | undefined {
  if (text === undefined || !/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  return DateTime.fromISO(text, { zone: 'utc' }).isValid ? text : undefined;
}

/** The Monday of the week in which an instant lies, by a clock. */
export function mondayOf(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).startOf('week').toISODate() ?? '';
}

/** The date so many days after another, or before it. */
export function dayAfter(date: string, days: number): string {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toISODate() ?? '';
}

/** Seven days from a date on, by the office's clock; holidays by their names in a language. */
export function weekFrom(date: string, hours: CoverageHours, language: string): WeekDay[] {
  const zone = hours.timeZone;
  return Array.from({ length: 7 }, (_, index) => {
    const own = dayAfter(date, index);
    const begins = DateTime.fromISO(own, { zone }).startOf('day');
    const special = reasonWords(hours, hoursOn(hours, own), language);
    return { date: own, from: begins.toJSDate(), to: begins.plus({ days: 1 }).toJSDate(), special };
  });
}

/** Where in a week an instant lies, in hundredths of its width: days are equally wide, however many hours they have. */
export function placeIn(week: readonly WeekDay[], at: Date): number {
  const before = week.filter(({ to }) => to <= at).length;
  const day = week[before];
  const part = day === undefined ? 0 : Math.max(0, at.getTime() - day.from.getTime());
  const share = day === undefined ? 0 : part / (day.to.getTime() - day.from.getTime());
  return (100 * (before + share)) / week.length;
}

/** What is wrong with a stretch of a seat. */
export type Mark = 'missing' | 'unreachable' | 'doubled' | 'partly-doubled';

export interface MarkedStretch extends Stretch {
  marks: readonly Mark[];
}

/** A seat of a week, with what the sweep found of it. Roles that are needed and have no seat at all are empty seats. */
export function markedStrips(
  strips: readonly SeatStrip[],
  findings: readonly DutyFinding[],
  { from, to }: { from: Date; to: Date },
): { role: string; seat: string; stretches: MarkedStretch[] }[] {
  const here = findings.filter((finding) => finding.from < to && from < finding.to);
  const unseated = here
    .filter(({ problem, role }) => problem === 'nobody' && !strips.some((strip) => strip.role === role))
    .map(({ role }) => role);
  const empty = { from, to, person: undefined, shift: undefined };
  const added = [...new Set(unseated)].map((role) => ({ role, seat: '', stretches: [empty] }));
  return [...strips, ...added].map(({ role, seat, stretches }) => ({
    role,
    seat,
    stretches: stretches.flatMap((stretch) =>
      stretch.person === undefined
        ? hole(stretch, here, role)
        : [{ ...stretch, marks: marksOf(stretch, here, role) }],
    ),
  }));
}

/** An empty stretch, in which the desk may do without the seat for a part of the time. */
function hole(stretch: Stretch, findings: readonly DutyFinding[], role: string): MarkedStretch[] {
  const missed = findings.filter(
    (finding) => finding.role === role && (finding.problem === 'nobody' || finding.problem === 'too-few'),
  );
  const inside = missed
    .flatMap(({ from, to }) => [from, to])
    .filter((at) => at > stretch.from && at < stretch.to);
  const edges = [...new Set([stretch.from, ...inside, stretch.to].map((at) => at.getTime()))].sort(
    (a, b) => a - b,
  );
  return edges.slice(0, -1).map((at, index) => {
    const from = new Date(at);
    const isMissing = missed.some((finding) => finding.from <= from && from < finding.to);
    return { ...stretch, from, to: new Date(edges[index + 1] ?? at), marks: isMissing ? ['missing'] : [] };
  });
}

function marksOf(stretch: Stretch, findings: readonly DutyFinding[], role: string): Mark[] {
  const mine = findings.filter(
    ({ people, from, to }) =>
      stretch.person !== undefined &&
      people.includes(stretch.person) &&
      from < stretch.to &&
      stretch.from < to,
  );
  const marks: Mark[] = [];
  if (mine.some((of) => of.problem === 'unreachable' && of.role === role)) marks.push('unreachable');
  const doubled = mine.filter((of) => of.problem.startsWith('doubled'));
  if (doubled.some(({ from, to }) => from <= stretch.from && stretch.to <= to)) marks.push('doubled');
  else if (doubled.length > 0) marks.push('partly-doubled');
  return marks;
}
