import { join } from 'node:path';
import { tellUsage } from '../command-line/index.ts';
import { loadConfig, numbersAtSecondCarrier, type Config } from '../config/index.ts';
import { connectDatabase, DatabaseUnusableError } from '../database/index.ts';
import { formatFault, loadScripts, suggestion, type Script } from '../ivr/index.ts';
import { systemClock, type PhoneNumber } from '../kernel/index.ts';
import { Carriers, carrierTitles } from '../service/index.ts';
import { failOpenUsage, readArguments, type FailOpenWish } from './arguments.ts';
import { binSteps } from './bins.ts';
import { examineSets } from './hosted-sets.ts';
import { hostedAt, makeFailOpen, type DocumentSet, type MadeDocuments } from './make.ts';
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
  const second = numbersAtSecondCarrier(process.env);
  const faults = [...(loaded.ok ? [] : loaded.faults), ...(second.ok ? [] : [second.fault])];
  for (const { variable, problem, mend } of faults) console.error(`${variable} ${problem}. Mend: ${mend}.`);
  if (!loaded.ok || !second.ok) return 1;
  const { config } = loaded;
  const source = { config, carriers: carriersWith(second.numbers) };
  const read = readArguments(process.argv.slice(2), {
    url: config.failOpen?.url,
    folder: config.failOpen?.folder,
  });
  if (read.ok !== true) return tellUsage(read, failOpenUsage);
  const script = await readScript(config, read.wish.desk);
  if (script === undefined) return 1;
  try {
    return await run(source, script, read.wish);
  } catch (error) {
    if (!(error instanceof DatabaseUnusableError)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** What the documents are made from, beside the script. */
interface Source {
  config: Config;
  carriers: Carriers;
}

function carriersWith(numbers: readonly PhoneNumber[]): Carriers {
  return new Carriers(numbers.length === 0 ? undefined : { name: 'signalwire', numbers });
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

async function run(source: Source, script: Script, wish: FailOpenWish): Promise<number> {
  if (wish.way === 'bins') {
    const steps = binSteps(wish.bins);
    const made = await make(source, script, () => steps.addressOf);
    for (const line of steps.describe(made.sets[0].documents)) console.log(line);
    return made.ringsSomebody ? 0 : 1;
  }
  const made = await make(source, script, (place) => hostedAt(wish.host, place));
  const failed = await useHost(source.carriers, script, made, wish);
  return failed || !made.ringsSomebody ? 1 : 0;
}

async function make(
  { config, carriers }: Source,
  script: Script,
  standsAt: Parameters<typeof makeFailOpen>[4],
): Promise<MadeDocuments> {
  const database = await connectDatabase(config.database, { mayJoin: true, maxConnections: 2 });
  try {
    const senders = { pageFrom: config.pageFrom, carriers };
    const made = await makeFailOpen(database.pool, script, systemClock.now(), senders, standsAt);
    for (const fault of made.faults) console.error(`${fault}.`);
    return made;
  } finally {
    await database.close();
  }
}

/** True when the hosted copy has a fault. */
async function useHost(
  carriers: Carriers,
  { desk, numbers }: Script,
  { sets }: MadeDocuments,
  { way, host, out }: Exclude<FailOpenWish, { way: 'bins' }>,
): Promise<boolean> {
  const voiceAt = ({ place }: DocumentSet): string => hostedAt(host, place)('voice');
  if (way === 'check') {
    const fault = await examineSets(systemClock, sets, (place) => hostedAt(host, place));
    if (fault) console.error(`${hostedAt(host, fault.place)(fault.name)} ${fault.message}.`);
    else console.log(`${sets.map(voiceAt).join(', ')} and what it names are what they have to be now.`);
    return fault !== undefined;
  }
  for (const { place, documents } of sets) {
    const written = await writeDocuments(out, place, documents);
    const what =
      written.length === 0 ? 'nothing has changed' : `written: ${written.map((n) => `${n}.xml`).join(', ')}`;
    console.log(`${join(out, place)}: ${what}.`);
  }
  console.log(
    `Serve that folder at ${host}/${desk}/, then look: npm run fail-open -- ${desk} --host ${host} --check`,
  );
  for (const number of numbers) {
    const set = sets.find(({ carrier }) => carrier === carriers.of(number)) ?? sets[0];
    console.log(`  ${howToSet(set, number, voiceAt(set))}`);
  }
  return false;
}

function howToSet({ carrier }: DocumentSet, number: PhoneNumber, address: string): string {
  if (carrier === 'twilio')
    return `npm run connect -- --number ${number} --voice-fallback ${address} --apply`;
  return `in ${carrierTitles[carrier]}'s dashboard, as the fallback for calls to ${number}, with GET: ${address}`;
}
