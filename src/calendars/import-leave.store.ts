import {
  addLeave,
  changing,
  leaveFromCalendar,
  withdrawLeave,
  type Doing,
  type Unchanged,
} from '../duty/index.ts';
import type { LeaveFileFault } from './calendar-fault.ts';
import { planImport, type ImportCounts, type ImportPlan, type StoredLeave } from './plan-import.ts';
import { readLeave } from './read-leave.ts';

const mostMegabytes = 1;

/** What came of an import, or why nothing did; `gaps` as of any change of duty. */
export type ImportedLeave = { ok: true; counts: ImportCounts } | Unchanged<LeaveFileFault>;

/**
 * Has somebody's leave be what their calendar says, an iCalendar file, as far as it came from calendars: nothing that was
 * entered by hand is touched. All of it, or nothing where a line cannot be read or the change needs a reason.
 */
export async function importLeave(
  doing: Doing,
  { person, text, timeZone }: { person: string; text: string; timeZone: string },
): Promise<ImportedLeave> {
  const { now } = doing;
  if (!doing.people.some(({ key }) => key === person))
    return { ok: false, faults: [{ kind: 'unknown-person', person }] };
  if (text.length > mostMegabytes * 1024 * 1024)
    return { ok: false, faults: [{ kind: 'too-large', mostMegabytes }] };
  const read = readLeave(text, { timeZone, now });
  if (!read.ok) return read;
  let plan: ImportPlan;
  return changing(
    doing,
    'calendar',
    async (tx) => {
      const stored = await leaveFromCalendar(tx.$client, person, now);
      plan = planImport(stored, read.leave, now);
      return touchedBy(plan, stored);
    },
    async (tx) => {
      for (const id of plan.takeBack) await withdrawLeave(tx.$client, id, doing);
      for (const leave of plan.add) await addLeave(tx.$client, { ...leave, person, why: '' }, doing);
      const { added, changed, gone, asBefore } = plan;
      return { ok: true, counts: { added, changed, gone, asBefore } } as const;
    },
  );
}

function touchedBy({ add, takeBack }: ImportPlan, stored: readonly StoredLeave[]) {
  const all = [...add, ...stored.filter(({ id }) => takeBack.includes(id))];
  if (all.length === 0) return undefined;
  return {
    from: new Date(Math.min(...all.map(({ from }) => from.getTime()))),
    to: new Date(Math.max(...all.map(({ to }) => to.getTime()))),
  };
}
