import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { transaction, type Database } from '../../database/index.ts';
import { importPeople } from './import-people.store.ts';
import { hasPeople, lockImports } from './import.store.ts';
import { describeReport } from './report.ts';

const exampleFile = path.join('examples', 'people.yaml');

/**
 * Imports examples/people.yaml when there is nobody in the database, so that a first start on simulated phones has
 * somebody to page; true when it did. Of several processes that start at once, one does it.
 * @throws Error when the file is missing from this installation, or faulty.
 */
export async function seedExamplePeople(db: Database): Promise<boolean> {
  return transaction(db, async (tx) => {
    await lockImports(tx.$client);
    if (await hasPeople(tx.$client)) return false;
    const text = fs.readFileSync(path.join(installation(), exampleFile), 'utf8');
    const report = await importPeople(tx, { file: exampleFile, text });
    if (!report.ok) throw new Error(describeReport(report));
    return true;
  });
}

/** The folder of this installation, wherever the bundle puts this file: the nearest one above that has the example. */
function installation(): string {
  for (let at = path.dirname(fileURLToPath(import.meta.url)); ; at = path.dirname(at)) {
    if (fs.existsSync(path.join(at, exampleFile))) return at;
    if (at === path.dirname(at)) throw new Error(`${exampleFile} is missing from this installation`);
  }
}
