import { subjectOf } from '../alarms/index.ts';
import { loadDeskDuty, onDutyAt } from '../duty/index.ts';
import type { Service } from '../service/index.ts';
import { missedDrills } from './drill.store.ts';

/** So long after the shift has begun it is still of use to know that somebody may not be reached. */
const STANDS_AFTER_MS = 12 * 3_600_000;

/** The subjects of alarms about people who were not reached and still have not been, while they have that shift. */
export async function missedDrillSubjects(service: Service): Promise<Set<string>> {
  const db = service.db.$client;
  const now = service.clock.now();
  const subjects = new Set<string>();
  for (const { desk, person, shiftAt } of await missedDrills(db, new Date(now.getTime() - STANDS_AFTER_MS))) {
    const at = shiftAt > now ? shiftAt : now;
    const duty = await loadDeskDuty(db, desk, at, at);
    if (!onDutyAt(duty, at).some((of) => of.person === person)) continue;
    const about = { desk, key: person, from: shiftAt.toISOString() };
    subjects.add(subjectOf({ kind: 'drill-missed', timeZone: '', person: '', missed: [], ...about }));
  }
  return subjects;
}
