import { transaction, type Database } from '../../database/index.ts';
import { checkPeopleFile } from './check.ts';
import type { PeopleFault } from './fault.ts';
import { applyImport, loadExisting, lockImports } from './import.store.ts';
import { planImport } from './plan.ts';
import { readPeopleFile } from './read.ts';
import { reportOf, type ImportReport } from './report.ts';
import { parseSource, type PeopleSource } from './source.ts';
import { findWarnings, type DeskScript } from './warnings.ts';

export interface ImportOptions {
  /** The scripts of all desks. Without them desks are not checked, nor who is missing on duty. */
  desks?: readonly DeskScript[] | undefined;
}

/**
 * Imports people, duty and customers: all of the file in one transaction, or nothing when it has a fault. Importing a
 * file again changes nothing. People and customers that are not in the file stay as they are, and so does every duty
 * list that it does not name.
 */
export async function importPeople(
  db: Database,
  source: PeopleSource,
  { desks }: ImportOptions = {},
): Promise<ImportReport> {
  const { raw, faults: unreadable, locate } = parseSource(source);
  if (unreadable.length > 0) return { ok: false, faults: unreadable };
  const { content, findings } = readPeopleFile(raw);
  return transaction(db, async (tx) => {
    await lockImports(tx.$client);
    const customerKeys = content.customers.map(({ entry }) => entry.key);
    const existing = await loadExisting(tx.$client, customerKeys);
    const known = { people: existing.people.keys(), desks: desks?.map(({ desk }) => desk) };
    const faults = [...findings, ...checkPeopleFile(raw, content, known)].map(locate);
    if (faults.length > 0) return { ok: false, faults: faults.sort(byPlace) };
    const plan = planImport(content, existing);
    await applyImport(tx.$client, plan);
    return reportOf(plan, existing, findWarnings(content, existing, desks).map(locate).sort(byPlace));
  });
}

function byPlace(a: PeopleFault, b: PeopleFault): number {
  return a.line - b.line || a.column - b.column;
}
