import type { CalendarLeave } from './occurrences.ts';

/** Leave that came from a calendar and counts still. */
export interface StoredLeave {
  id: string;
  source: string;
  from: Date;
  to: Date;
}

/** How much of somebody's leave an import has made, changed, taken back and left as it was. */
export interface ImportCounts {
  added: number;
  changed: number;
  gone: number;
  asBefore: number;
}

/** What must be written so that somebody's leave is what their calendar says. */
export interface ImportPlan extends ImportCounts {
  add: CalendarLeave[];
  /** Ids of leave whose event is gone, or is at another time now. */
  takeBack: string[];
}

/**
 * What an import comes to at `now`. The calendar is the whole of what calendars say of a person: what came from an earlier
 * one and is not in it any more goes. What is past stays as it was, and what has begun begins now.
 */
export function planImport(
  stored: readonly StoredLeave[],
  wanted: readonly CalendarLeave[],
  now: Date,
): ImportPlan {
  const known = new Map(stored.map((leave) => [leave.source, leave]));
  const ahead = wanted.filter(({ to }) => to > now);
  const plan: ImportPlan = { add: [], takeBack: [], added: 0, changed: 0, gone: 0, asBefore: 0 };
  for (const { source, from, to } of ahead) {
    const before = known.get(source);
    known.delete(source);
    if (before !== undefined && isSame(before, { from, to }, now)) {
      plan.asBefore += 1;
      continue;
    }
    if (before !== undefined) plan.takeBack.push(before.id);
    plan[before === undefined ? 'added' : 'changed'] += 1;
    plan.add.push({ source, from: from < now ? now : from, to });
  }
  plan.takeBack.push(...[...known.values()].map(({ id }) => id));
  plan.gone = known.size;
  return plan;
}

/** What has begun on both sides differs in its end alone. */
function isSame(a: { from: Date; to: Date }, b: { from: Date; to: Date }, now: Date): boolean {
  if (a.to.getTime() !== b.to.getTime()) return false;
  return a.from.getTime() === b.from.getTime() || (a.from <= now && b.from <= now);
}
