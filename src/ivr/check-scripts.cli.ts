import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatFault } from './fault.ts';
import { scriptJsonSchemaText } from './json-schema.ts';
import { loadScripts } from './load.ts';

const usage = `Usage: npm run check-scripts -- [FOLDER]
       npm run check-scripts -- --write-schema   writes ivr-scripts/ivr-script.schema.json anew`;

const [argument, ...more] = process.argv.slice(2);

if (
  argument === '--help' ||
  more.length > 0 ||
  (argument?.startsWith('-') && argument !== '--write-schema')
) {
  console.log(usage);
  process.exitCode = argument === '--help' ? 0 : 2;
} else if (argument === '--write-schema') {
  const file = join('ivr-scripts', 'ivr-script.schema.json');
  await writeFile(file, scriptJsonSchemaText());
  console.log(`${file} written`);
} else {
  await check(argument ?? process.env['IVR_SCRIPTS'] ?? 'ivr-scripts');
}

async function check(folder: string): Promise<void> {
  const { scripts, faults } = await loadScripts(folder);
  for (const fault of faults) console.log(formatFault(fault));
  const names = scripts.map((script) => script.desk).join(', ');
  console.log(
    faults.length === 0 ? `No faults: ${names}.` : `${faults.length} fault${faults.length === 1 ? '' : 's'}.`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}
