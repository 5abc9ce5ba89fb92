import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { transaction, type Database } from '../../database/index.ts';
import { importPeople } from './import-people.store.ts';
import { hasPeople, lockImports } from './import.store.ts';
import { describeReport } from './report.ts';

const exampleFiles = ['people.yaml', 'dvnordic.yaml'].map((name) => path.join('examples', name));

/**
 * Imports the people of the example files when there is nobody in the database, so that a first start on simulated phones has
 * somebody to page; true when it did. Of several processes that start at once, one does it.
 * @throws Error when a file is missing from this installation, or faulty.
 */
export async function seedExamplePeople(db: Database): Promise<boolean> {
  return transaction(db, async (tx) => {
    await lockImports(tx.$client);
    if (await hasPeople(tx.$client)) return false;
    for (const file of exampleFiles) {
      const text = fs.readFileSync(path.join(installation(), file), 'utf8');
      const report = await importPeople(tx, { file, text });
      if (!report.ok) throw new Error(describeReport(report));
    }
    return true;
  });
}

/** The folder of this installation, wherever the bundle puts this file: the nearest one above that has the examples. */
function installation(): string {
  for (let at = path.dirname(fileURLToPath(import.meta.url)); ; at = path.dirname(at)) {
    const missing = exampleFiles.find((file) => !fs.existsSync(path.join(at, file)));
    if (missing === undefined) return at;
    if (at === path.dirname(at)) throw new Error(`${missing} is missing from this installation`);
  }
}
