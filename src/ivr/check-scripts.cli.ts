import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readOptions, tellUsage } from '../command-line/index.ts';
import { formatFault } from './fault.ts';
import { scriptJsonSchemaText } from './json-schema.ts';
import { loadScripts } from './load.ts';

const usage = `Usage: npm run check-scripts -- [FOLDER]
       npm run check-scripts -- --write-schema   writes ivr-scripts/ivr-script.schema.json anew`;

const options = { 'write-schema': { type: 'boolean' } } as const;

process.exitCode = await main();

async function main(): Promise<number> {
  const read = readOptions(process.argv.slice(2), options, { allowPositionals: true });
  if (read.ok !== true) return tellUsage(read, usage);
  const [folder, ...more] = read.positionals;
  const writesSchema = read.values['write-schema'] === true;
  if (more.length > 0 || (writesSchema && folder !== undefined))
    return tellUsage({ ok: false, faults: ['Name one folder, or none; --write-schema takes none.'] }, usage);
  if (!writesSchema) return check(folder ?? process.env['IVR_SCRIPTS'] ?? 'ivr-scripts');
  const file = join('ivr-scripts', 'ivr-script.schema.json');
  await writeFile(file, scriptJsonSchemaText());
  console.log(`${file} written`);
  return 0;
}

async function check(folder: string): Promise<number> {
  const { scripts, faults } = await loadScripts(folder);
  for (const fault of faults) console.log(formatFault(fault));
  const names = scripts.map((script) => script.desk).join(', ');
  console.log(
    faults.length === 0 ? `No faults: ${names}.` : `${faults.length} fault${faults.length === 1 ? '' : 's'}.`,
  );
  return faults.length === 0 ? 0 : 1;
}
