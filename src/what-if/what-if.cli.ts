import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tellUsage } from '../command-line/index.ts';
import { loadConfig, type DatabaseConfig } from '../config/index.ts';
import { connectDatabase, DatabaseUnusableError } from '../database/index.ts';
import { formatFault, loadScripts, suggestion, type Script } from '../ivr/index.ts';
import { readFileAlone } from '../people/index.ts';
import { whatIf } from './answer.ts';
import { readArguments, whatIfUsage, type Order } from './arguments.ts';
import { inDatabase } from './in-database.ts';
import { inFile } from './in-file.ts';
import { inJson } from './in-json.ts';
import { inText } from './in-text.ts';
import { scriptAlone, type LookUp } from './known.ts';
import { faultInWords } from './words.ts';

/** The settings that this needs: those of the service may be missing or wrong where it runs. */
const settings = ['DATABASE_URL', 'DATA_DIR', 'IVR_SCRIPTS'] as const;

process.exitCode = await main();

async function main(): Promise<number> {
  const read = readArguments(process.argv.slice(2));
  if (read.ok !== true) return tellUsage(read, whatIfUsage);
  const loaded = loadConfig(Object.fromEntries(settings.map((name) => [name, process.env[name]])));
  if (!loaded.ok)
    return refuse(
      loaded.faults.map(({ variable, problem, mend }) => `${variable} ${problem}. Mend: ${mend}.`),
    );
  const { scripts, faults } = await loadScripts(loaded.config.ivrScripts);
  for (const fault of faults) console.error(formatFault(fault));
  const { order } = read;
  const script = scripts.find(({ desk }) => desk === order.desk);
  if (script === undefined) {
    // A script with a fault may be the one that is meant: its desk cannot be answered for until it is mended.
    if (faults.length > 0) return 1;
    const names = scripts.map(({ desk }) => desk);
    return refuse([`There is no desk "${order.desk}". ${suggestion(order.desk, names)}`]);
  }
  if (order.people !== undefined) return askFile(order, order.people, script, scripts);
  const isThere = isDatabaseThere(loaded.config.database);
  return order.scriptAlone || !isThere
    ? answer(order, script, scriptAlone)
    : askDatabase(order, script, loaded.config.database);
}

/** An embedded database that nobody has made yet is not made for a question. */
function isDatabaseThere(target: DatabaseConfig): boolean {
  // The folder alone may hold what else a service keeps there.
  return target.kind === 'server' || existsSync(join(target.dataDir, 'pgdata', 'PG_VERSION'));
}

async function askFile(
  order: Order,
  file: string,
  script: Script,
  scripts: readonly Script[],
): Promise<number> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => error as NodeJS.ErrnoException);
  if (typeof text !== 'string') {
    const why = text.code === 'ENOENT' ? 'there is no such file' : text.message;
    return refuse([`${file}: cannot be read: ${why}. Give the path of a people file: --people people.yaml`]);
  }
  const read = readFileAlone({ file, text }, scripts);
  return read.ok ? answer(order, script, inFile(read.file)) : refuse(read.faults.map(formatFault));
}

async function askDatabase(order: Order, script: Script, target: DatabaseConfig): Promise<number> {
  try {
    const database = await connectDatabase(target, { mayJoin: true, maxConnections: 2 });
    try {
      return await answer(order, script, inDatabase(database.pool));
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof DatabaseUnusableError)) throw error;
    return refuse([error.message, 'To ask the script alone, without names, add --script-alone.']);
  }
}

async function answer(order: Order, script: Script, lookUp: LookUp): Promise<number> {
  const result = await whatIf(script, order.wish, lookUp);
  if (!result.ok) return refuse(result.faults.map((fault) => `--${fault.part} ${faultInWords(fault)}`));
  console.log(order.json ? JSON.stringify(inJson(result.answer), null, 2) : inText(result.answer).join('\n'));
  return 0;
}

function refuse(faults: readonly string[]): number {
  for (const fault of faults) console.error(fault);
  return 2;
}
