import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { readOptions, tellUsage } from '../command-line/index.ts';
import { loadConfig, type Config } from '../config/index.ts';
import { connectDatabase, DatabaseUnusableError } from '../database/index.ts';
import { formatFault, loadScripts, type Script } from '../ivr/index.ts';
import { importPeople } from './import/index.ts';
import { describeReport } from './import/report.ts';

const usage = `Usage: npm run import -- FILE.yaml [--by NAME]
  Imports people, on-call duty and customers: see docs/PEOPLE.md, and examples/people.yaml for a file to begin with.
  --by  who changes the duty lists, as the duty page shows it; the name of this session's user unless told`;

const options = { by: { type: 'string' } } as const;

/** The settings that an import needs: those of the service may be missing or wrong where it runs. */
const settings = ['DATABASE_URL', 'DATA_DIR', 'IVR_SCRIPTS'] as const;

process.exitCode = await main();

async function main(): Promise<number> {
  const read = readOptions(process.argv.slice(2), options, { allowPositionals: true });
  if (read.ok !== true) return tellUsage(read, usage);
  const [file, ...more] = read.positionals;
  if (file === undefined || more.length > 0)
    return tellUsage({ ok: false, faults: ['Name one file.'] }, usage);
  return (await run(file, read.values.by?.trim() || sessionUser())) ? 0 : 1;
}

/** Whoever sits at the machine; some, as a container, know nobody. */
function sessionUser(): string {
  try {
    return `import (${userInfo().username})`;
  } catch {
    return 'import';
  }
}

async function run(name: string, by: string): Promise<boolean> {
  const text = await readFile(name, 'utf8').catch((error: unknown) => error as NodeJS.ErrnoException);
  if (typeof text !== 'string') {
    const why = text.code === 'ENOENT' ? 'there is no such file' : text.message;
    console.error(
      `${name}: cannot be read: ${why}. Give the path of a YAML file: npm run import -- people.yaml`,
    );
    return false;
  }
  const config = readSettings();
  if (config === undefined) return false;
  const desks = await readDesks(config.ivrScripts);
  try {
    const database = await connectDatabase(config.database, { mayJoin: true, maxConnections: 2 });
    try {
      const report = await importPeople(database.db, { file: name, text }, { desks, by });
      console[report.ok ? 'log' : 'error'](describeReport(report));
      return report.ok;
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof DatabaseUnusableError)) throw error;
    console.error(error.message);
    return false;
  }
}

function readSettings(): Config | undefined {
  const result = loadConfig(Object.fromEntries(settings.map((name) => [name, process.env[name]])));
  if (result.ok) return result.config;
  for (const { variable, problem, mend } of result.faults) {
    console.error(`${variable} ${problem}. Mend: ${mend}.`);
  }
  return undefined;
}

/** The desks' scripts; undefined, and said so, when they cannot all be read. */
async function readDesks(folder: string): Promise<Script[] | undefined> {
  const { scripts, faults } = await loadScripts(folder);
  const [first] = faults;
  if (first === undefined) return scripts;
  console.error(
    `Desks are not checked, because the IVR scripts cannot be read (npm run check-scripts says all): ${formatFault(first)}`,
  );
  return undefined;
}
