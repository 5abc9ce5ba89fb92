import type { Queryable } from '../database/index.ts';
import { sweep, type DeskDuty, type DutyFinding } from '../duty/index.ts';
import type { Script } from '../ivr/index.ts';
import { hoursWith, loadOwnHours } from '../own-hours/index.ts';
import { loadRosterSource, usableChannels } from '../people/index.ts';

/** What a sweep of a desk has found, and how to name whom it is about. */
export interface SweptDuty {
  findings: DutyFinding[];
  nameOf: (person: string) => string;
}

/** Looks for what will be missing or doubled in the duty of a desk between two instants; `scripts` are all desks, for whoever has a shift at another one too. */
export async function sweepDesk(
  db: Queryable,
  script: Script,
  scripts: readonly Script[],
  { from, to }: { from: Date; to: Date },
): Promise<SweptDuty> {
  const own = await loadOwnHours(db, from);
  const { duty, people } = await loadRosterSource(db, script.desk, { from, to });
  const others: DeskDuty[] = [];
  for (const { desk } of scripts)
    if (desk !== script.desk) others.push((await loadRosterSource(db, desk, { from, to })).duty);
  const canBeReached = (key: string): boolean => {
    const person = people.get(key);
    return person !== undefined && usableChannels(person).length > 0;
  };
  const swept = { script, duty, canBeReached, others, hours: hoursWith(script, own) };
  return {
    findings: sweep(swept, from, to),
    nameOf: (key) => people.get(key)?.name ?? key,
  };
}
