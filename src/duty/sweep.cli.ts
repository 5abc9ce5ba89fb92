import { readOptions, tellUsage } from '../command-line/index.ts';
import { loadConfig } from '../config/index.ts';
import { connectDatabase, DatabaseUnusableError, type OpenDatabase } from '../database/index.ts';
import { formatFault, loadScripts, suggestion, type Script } from '../ivr/index.ts';
import { systemClock } from '../kernel/index.ts';
import { sweepDesk } from '../what-if/index.ts';
import { sweepInJson, sweepInText } from './sweep-report.ts';

const usage = `Usage: npm run sweep -- --desk DESK [--days DAYS] [--json]
  Lists every stretch of the days from now on in which a role that the desk needs has nobody, too few, somebody who
  cannot be reached, or one person twice, at this desk or at another one too. The exit status is 1 when there is any.
  --days  how many, 1 to 366; 90 unless told
  --json  prints the same as JSON`;

const options = {
  desk: { type: 'string' },
  days: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** The settings that a sweep needs: those of the service may be missing or wrong where it runs. */
const settings = ['DATABASE_URL', 'DATA_DIR', 'IVR_SCRIPTS'] as const;

process.exitCode = await main();

async function main(): Promise<number> {
  const read = readOptions(process.argv.slice(2), options);
  if (read.ok !== true) return tellUsage(read, usage);
  const { desk, days = '90', json = false } = read.values;
  const faults = [
    ...(desk === undefined ? ['--desk is missing: name a desk, such as --desk dino.'] : []),
    ...(/^[1-9]\d{0,2}$/.test(days) && Number(days) <= 366
      ? []
      : [`--days ${days}: write a number of days, 1 to 366.`]),
  ];
  if (desk === undefined || faults.length > 0) return tellUsage({ ok: false, faults }, usage);
  const loaded = loadConfig(Object.fromEntries(settings.map((name) => [name, process.env[name]])));
  if (!loaded.ok) {
    for (const { variable, problem, mend } of loaded.faults)
      console.error(`${variable} ${problem}. Mend: ${mend}.`);
    return 2;
  }
  const { scripts, faults: scriptFaults } = await loadScripts(loaded.config.ivrScripts);
  for (const fault of scriptFaults) console.error(formatFault(fault));
  const script = scripts.find((of) => of.desk === desk);
  if (script === undefined) {
    const names = scripts.map((of) => of.desk);
    console.error(`There is no desk "${desk}". ${suggestion(desk, names)}`);
    return 2;
  }
  try {
    const database = await connectDatabase(loaded.config.database, { mayJoin: true, maxConnections: 2 });
    try {
      return await run(database, script, scripts, { days: Number(days), json });
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof DatabaseUnusableError)) throw error;
    console.error(error.message);
    return 2;
  }
}

async function run(
  { pool }: OpenDatabase,
  script: Script,
  scripts: readonly Script[],
  { days, json }: { days: number; json: boolean },
): Promise<number> {
  const from = systemClock.now();
  const to = new Date(from.getTime() + days * 86_400_000);
  const { findings, nameOf } = await sweepDesk(pool, script, scripts, { from, to });
  const { desk, timeZone } = script;
  const matter = { desk, timeZone, from, to, nameOf };
  console.log(json ? sweepInJson(findings, matter) : sweepInText(findings, matter).join('\n'));
  return findings.length === 0 ? 0 : 1;
}
