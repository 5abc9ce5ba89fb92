import type { Queryable } from '../../database/index.ts';
import { loadDeskDuty, type DutyFinding } from '../../duty/index.ts';
import type { Script } from '../../ivr/index.ts';
import { hoursWith, loadOwnHours } from '../../own-hours/index.ts';
import { loadRosterSource, usableChannels } from '../../people/index.ts';
import { swept } from '../swept.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const aheadDays = 90;

/**
 * What the duty of one desk will lack in the next 90 days. The time is swept anew only when something that it follows from has
 * changed, or an hour has passed; of `others` no more is looked at than who has a shift there too.
 */
export async function findingsAhead(
  db: Queryable,
  script: Script,
  others: readonly string[],
  now: Date,
): Promise<{ findings: readonly DutyFinding[]; nameOf: (person: string) => string }> {
  const from = new Date(Math.floor(now.getTime() / hourMs) * hourMs);
  const to = new Date(Math.ceil(now.getTime() / dayMs + aheadDays) * dayMs);
  const [own, { duty, people }, ...elsewhere] = await Promise.all([
    loadOwnHours(db, from),
    loadRosterSource(db, script.desk, { from, to }),
    ...others.map((desk) => loadDeskDuty(db, desk, from, to)),
  ]);
  const reachable = [...people.values()]
    .filter((person) => usableChannels(person).length > 0)
    .map(({ key }) => key);
  const all = new Set(reachable);
  const looked = { script, duty, others: elsewhere, hours: hoursWith(script, own) };
  return {
    findings: swept({ ...looked, canBeReached: (key) => all.has(key) }, { from, to }, reachable.sort()),
    nameOf: (key) => people.get(key)?.name ?? key,
  };
}
