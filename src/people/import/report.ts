import { formatFault } from '../../ivr/index.ts';
import type { Existing } from './existing.ts';
import type { PeopleFault } from './fault.ts';
import type { NewDuty } from './import.store.ts';
import type { ImportPlan, Sorted } from './plan.ts';

/** What an import did; or why it did nothing. */
export type ImportReport =
  | { ok: false; faults: PeopleFault[] }
  | {
      ok: true;
      /** Names of people. */
      people: Sorted<string>;
      /** The lists that are now in force, with the names of people. */
      duty: { desk: string; role: string; people: string[] }[];
      /** Each schedule of the file, with the instant from which it is in force, and whether it was in force already. */
      schedules: { desk: string; role: string; seats: number; validFrom: Date; isNew: boolean }[];
      leave: { added: number; unchanged: number };
      /** Names of customers. */
      customers: Sorted<string>;
      warnings: PeopleFault[];
    };

export function reportOf(
  { plan, written }: { plan: ImportPlan; written: NewDuty },
  existing: Existing,
  warnings: PeopleFault[],
): ImportReport {
  const { added, changed, unchanged } = plan.people;
  const names = new Map([...added, ...changed, ...unchanged].map(({ key, name }) => [key, name]));
  const nameOf = (key: string): string => names.get(key) ?? existing.people.get(key)?.name ?? key;
  return {
    ok: true,
    people: namesOf(plan.people),
    duty: plan.duty.map((list) => ({ ...list, people: list.people.map(nameOf) })),
    schedules: plan.schedules.map((schedule) => ({
      desk: schedule.desk,
      role: schedule.role,
      seats: schedule.definition?.seats.length ?? 0,
      validFrom: schedule.validFrom,
      isNew: written.schedules.includes(schedule),
    })),
    leave: { added: written.leave.length, unchanged: plan.leave.length - written.leave.length },
    customers: namesOf(plan.customers),
    warnings,
  };
}

/** The report for a terminal. */
export function describeReport(report: ImportReport): string {
  if (!report.ok) {
    const count = report.faults.length === 1 ? 'One fault' : `${report.faults.length} faults`;
    return [...report.faults.map(formatFault), `${count}; nothing is imported.`].join('\n');
  }
  const { people, duty, schedules, leave, customers, warnings } = report;
  const width = Math.max(0, ...duty.map(({ desk, role }) => `${desk} ${role}`.length));
  return [
    `People: ${counted(people)}`,
    ...duty.map(({ desk, role, people: names }) => {
      return `On duty: ${`${desk} ${role}`.padEnd(width)}  ${names.join(', ') || 'nobody'}`;
    }),
    ...schedules.map(describeSchedule),
    ...(leave.added + leave.unchanged > 0
      ? [`Leave: ${leave.added} added, ${leave.unchanged} unchanged`]
      : []),
    `Customers: ${counted(customers)}`,
    ...warnings.map((warning) => `Warning: ${formatFault(warning)}`),
  ].join('\n');
}

function describeSchedule(of: Extract<ImportReport, { ok: true }>['schedules'][number]): string {
  const seats = of.seats === 1 ? '1 seat' : `${of.seats} seats`;
  const what = of.seats === 0 ? 'no schedule: the duty list counts' : seats;
  const since = of.isNew ? `from ${of.validFrom.toISOString().slice(0, 16)}Z on` : 'unchanged';
  return `Schedule: ${of.desk} ${of.role}  ${what}, ${since}`;
}

const mostNames = 10;

/** "2 added (Anna Alm, Bo Berg), 0 changed, 4 unchanged". */
function counted({ added, changed, unchanged }: Sorted<string>): string {
  return `${added.length} added${listed(added)}, ${changed.length} changed${listed(changed)}, ${unchanged.length} unchanged`;
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return '';
  const more = names.length > mostNames ? `, and ${names.length - mostNames} more` : '';
  return ` (${names.slice(0, mostNames).join(', ')}${more})`;
}

function namesOf({ added, changed, unchanged }: Sorted<{ name: string }>): Sorted<string> {
  const names = (entries: readonly { name: string }[]): string[] => entries.map(({ name }) => name);
  return { added: names(added), changed: names(changed), unchanged: names(unchanged) };
}
