import { join } from 'node:path';
import { loadConfig, type Config } from '../config/index.ts';
import { connectDatabase, DatabaseUnusableError } from '../database/index.ts';
import { formatFault, loadScripts, suggestion, type Script } from '../ivr/index.ts';
import { systemClock } from '../kernel/index.ts';
import { failOpenUsage, readArguments, type FailOpenWish } from './arguments.ts';
import { binSteps } from './bins.ts';
import { examineCopy } from './hosted-copy.ts';
import { hostedAt, makeFailOpen, type MadeDocuments } from './make.ts';
import { writeDocuments } from './write.ts';

/** The settings that the documents need: those of the service may be missing or wrong where they are made. */
const settings = [
  'DATABASE_URL',
  'DATA_DIR',
  'IVR_SCRIPTS',
  'PAGE_FROM',
  'FAIL_OPEN_URL',
  'FAIL_OPEN_DIR',
] as const;

process.exitCode = await main();

async function main(): Promise<number> {
  const loaded = loadConfig(Object.fromEntries(settings.map((name) => [name, process.env[name]])));
  if (!loaded.ok) {
    for (const { variable, problem, mend } of loaded.faults)
      console.error(`${variable} ${problem}. Mend: ${mend}.`);
    return 1;
  }
  const { config } = loaded;
  const read = readArguments(process.argv.slice(2), {
    url: config.failOpen?.url,
    folder: config.failOpen?.folder,
  });
  if (read.ok === 'help') {
    console.log(failOpenUsage);
    return 0;
  }
  if (!read.ok) {
    for (const fault of read.faults) console.error(fault);
    console.error(failOpenUsage);
    return 2;
  }
  const script = await readScript(config, read.wish.desk);
  if (script === undefined) return 1;
  try {
    return await run(config, script, read.wish);
  } catch (error) {
    if (!(error instanceof DatabaseUnusableError)) throw error;
    console.error(error.message);
    return 1;
  }
}

async function readScript({ ivrScripts }: Config, desk: string): Promise<Script | undefined> {
  const { scripts, faults } = await loadScripts(ivrScripts);
  for (const fault of faults) console.error(formatFault(fault));
  if (faults.length > 0) return undefined;
  const names = scripts.map((script) => script.desk);
  const found = scripts.find((script) => script.desk === desk);
  if (!found) console.error(`There is no desk "${desk}". ${suggestion(desk, names)}`);
  return found;
}

async function run(config: Config, script: Script, wish: FailOpenWish): Promise<number> {
  if (wish.way === 'bins') {
    const steps = binSteps(wish.bins);
    const made = await make(config, script, steps.addressOf);
    for (const line of steps.describe(made.documents)) console.log(line);
    return made.ringsSomebody ? 0 : 1;
  }
  const made = await make(config, script, hostedAt(wish.host, script.desk));
  const failed = await useHost(script, made, wish);
  return failed || !made.ringsSomebody ? 1 : 0;
}

async function make(
  config: Config,
  script: Script,
  addressOf: Parameters<typeof makeFailOpen>[3],
): Promise<MadeDocuments> {
  const database = await connectDatabase(config.database, { mayJoin: true, maxConnections: 2 });
  try {
    const made = await makeFailOpen(database.pool, script, config.pageFrom, addressOf);
    for (const fault of made.faults) console.error(`${fault}.`);
    return made;
  } finally {
    await database.close();
  }
}

/** True when the hosted copy has a fault. */
async function useHost(
  { desk, numbers }: Script,
  made: MadeDocuments,
  { way, host, out }: Exclude<FailOpenWish, { way: 'bins' }>,
): Promise<boolean> {
  const addressOf = hostedAt(host, desk);
  if (way === 'check') {
    const fault = await examineCopy(systemClock, made.documents, addressOf);
    if (fault) console.error(`${addressOf(fault.name)} ${fault.message}.`);
    else console.log(`${addressOf('voice')} and what it names are what they have to be now.`);
    return fault !== undefined;
  }
  const written = await writeDocuments(out, desk, made.documents);
  const what =
    written.length === 0 ? 'nothing has changed' : `written: ${written.map((n) => `${n}.xml`).join(', ')}`;
  console.log(`${join(out, desk)}: ${what}.`);
  console.log(`Serve that folder at ${host}/${desk}/, then look: npm run fail-open -- ${desk} --check`);
  for (const number of numbers) {
    console.log(`  npm run connect -- --number ${number} --voice-fallback ${addressOf('voice')} --apply`);
  }
  return false;
}
