import {
  addLeave,
  changing,
  leaveFromCalendar,
  withdrawLeave,
  type Changed,
  type Doing,
} from '../duty/index.ts';
import { planImport, type ImportPlan, type StoredLeave } from './plan-import.ts';
import { readLeave } from './read-leave.ts';

const mostBytes = 1024 * 1024;

/**
 * Has somebody's leave be what their calendar says, an iCalendar file, as far as it came from calendars: nothing that was
 * entered by hand is touched. All of it, or nothing where a line cannot be read or the change needs a reason.
 */
export async function importLeave(
  doing: Doing,
  { person, text, timeZone }: { person: string; text: string; timeZone: string },
): Promise<Changed> {
  const { now } = doing;
  if (!doing.people.some(({ key }) => key === person))
    return { ok: false, faults: [`Nobody has the key "${person}": import the person first.`] };
  if (text.length > mostBytes)
    return { ok: false, faults: ['The file is larger than 1 MB: export a calendar that holds leave alone.'] };
  const read = readLeave(text, { timeZone, now });
  if (!read.ok)
    return { ok: false, faults: read.faults.map(({ line, what, mend }) => `Line ${line}: ${what} ${mend}`) };
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
      return { ok: true, told: told(plan) };
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

function told({ added, changed, gone, asBefore }: ImportPlan): string {
  return `Leave from the calendar: ${added} new, ${changed} changed, ${gone} gone, ${asBefore} as before.`;
}
