import { transaction, type Database } from '../../database/index.ts';
import { systemClock } from '../../kernel/index.ts';
import { checkPeopleFile, personMend } from './check.ts';
import { settleSchedules } from './check-schedules.ts';
import type { PeopleFault } from './fault.ts';
import { applyImport, loadExisting, lockImports } from './import.store.ts';
import { planImport } from './plan.ts';
import { readPeopleFile } from './read.ts';
import { textsAt } from './texts-at.ts';
import { reportOf, type ImportReport } from './report.ts';
import { parseSource, type PeopleSource } from './source.ts';
import { findWarnings, type DeskScript } from './warnings.ts';

export interface ImportOptions {
  /** The scripts of all desks. Without them desks are not checked, nor who is missing on duty. */
  desks?: readonly DeskScript[] | undefined;
  /** Who imports: it stands beside the duty lists that are changed. */
  by?: string;
  /** When a schedule begins that does not say it; the machine's time unless told. */
  now?: Date;
}

/**
 * Imports people, duty, schedules, leave and customers: all of the file in one transaction, or nothing when it has a fault. Importing a
 * file again changes nothing. People and customers that are not in the file stay as they are, and so does every duty
 * list that it does not name.
 */
export async function importPeople(
  db: Database,
  source: PeopleSource,
  { desks, by = 'import', now = systemClock.now() }: ImportOptions = {},
): Promise<ImportReport> {
  const { raw, faults: unreadable, locate } = parseSource(source);
  if (unreadable.length > 0) return { ok: false, faults: unreadable };
  const { content, findings } = readPeopleFile(raw);
  return transaction(db, async (tx) => {
    await lockImports(tx.$client);
    const customerKeys = content.customers.map(({ entry }) => entry.key);
    const existing = await loadExisting(tx.$client, customerKeys);
    const known = { people: existing.people.keys(), desks: desks?.map(({ desk }) => desk) };
    const people = new Set([
      ...existing.people.keys(),
      ...textsAt(raw, ['people', '*', 'key']).map(({ entry }) => entry),
    ]);
    const settled = settleSchedules(content, {
      existing,
      desks,
      people,
      personMend: (key) => personMend(key, [...people]),
      now,
    });
    const faults = [...findings, ...checkPeopleFile(raw, content, known), ...settled.findings].map(locate);
    if (faults.length > 0) return { ok: false, faults: faults.sort(byPlace) };
    const plan = planImport(content, existing, settled);
    const written = await applyImport(tx.$client, plan, { by, now });
    return reportOf(
      { plan, written },
      existing,
      findWarnings(content, existing, desks).map(locate).sort(byPlace),
    );
  });
}

function byPlace(a: PeopleFault, b: PeopleFault): number {
  return a.line - b.line || a.column - b.column;
}
