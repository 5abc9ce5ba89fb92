import { formatFault } from '../../ivr/index.ts';
import type { Existing } from './existing.ts';
import type { PeopleFault } from './fault.ts';
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
      /** Names of customers. */
      customers: Sorted<string>;
      warnings: PeopleFault[];
    };

export function reportOf(plan: ImportPlan, existing: Existing, warnings: PeopleFault[]): ImportReport {
  const { added, changed, unchanged } = plan.people;
  const names = new Map([...added, ...changed, ...unchanged].map(({ key, name }) => [key, name]));
  const nameOf = (key: string): string => names.get(key) ?? existing.people.get(key)?.name ?? key;
  return {
    ok: true,
    people: namesOf(plan.people),
    duty: plan.duty.map((list) => ({ ...list, people: list.people.map(nameOf) })),
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
  const { people, duty, customers, warnings } = report;
  const width = Math.max(0, ...duty.map(({ desk, role }) => `${desk} ${role}`.length));
  return [
    `People: ${counted(people)}`,
    ...duty.map(({ desk, role, people: names }) => {
      return `On duty: ${`${desk} ${role}`.padEnd(width)}  ${names.join(', ') || 'nobody'}`;
    }),
    `Customers: ${counted(customers)}`,
    ...warnings.map((warning) => `Warning: ${formatFault(warning)}`),
  ].join('\n');
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
