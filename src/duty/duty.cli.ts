import { readFileSync } from 'node:fs';
import { importLeave } from '../calendars/index.ts';
import { readOptions, tellUsage } from '../command-line/index.ts';
import { loadConfig } from '../config/index.ts';
import { connectDatabase, DatabaseUnusableError } from '../database/index.ts';
import { loadScripts, suggestion } from '../ivr/index.ts';
import { systemClock } from '../kernel/index.ts';
import { hoursWith, loadOwnHours } from '../own-hours/index.ts';
import { loadPeople } from '../people/index.ts';
import { phrasesFor } from '../phrases/index.ts';
import { answer, ask, leave, override, withdraw } from './by-hand.store.ts';
import type { Changed, Doing } from './changing.store.ts';
import type { Gap } from './gaps.ts';
import { dutyFaultInText } from './fault-report.ts';
import { readInstant } from './instants.ts';
import { showDuty } from './show.store.ts';
import { gapInText } from './sweep-report.ts';

const usage = `Usage: npm run duty -- [show] --desk DESK
       npm run duty -- override --desk DESK --role ROLE --person KEY [--instead-of KEY] [--seat SEAT] --from TIME --to TIME --why TEXT
       npm run duty -- leave --desk DESK --person KEY --from TIME --to TIME [--why TEXT]
       npm run duty -- swap --desk DESK --role ROLE --person KEY --with KEY --seat SEAT --from TIME --to TIME
                            [--return-seat SEAT --return-from TIME --return-to TIME] --why TEXT
       npm run duty -- grant|refuse|withdraw ID --desk DESK
       npm run duty -- import-leave FILE.ics --desk DESK --person KEY
  show      who is on duty now, why and until when; overrides, leave and swaps that are not over
  override  somebody in the place of another, or in a seat
  leave     somebody is away: their shifts are holes unless somebody stands in
  swap      one asks another to take a shift, for one of theirs or for none; grant puts it in force
  withdraw  takes an override, leave or a swap back; what was true until then stays so
  import-leave  has the leave of a person be what their calendar says; by hand entered leave stays as it is
  TIME is 2026-12-24T17:00 by the desk's clock, or a date; --by says who does it
  A change that leaves a needed role with nobody, too few, or somebody who cannot be reached lists the hours and is not
  made, unless --reason says why it is right all the same`;

const text = { type: 'string' } as const;
const options = {
  desk: text,
  role: text,
  person: text,
  with: text,
  'instead-of': text,
  seat: text,
  from: text,
  to: text,
  why: text,
  by: text,
  reason: text,
  'return-seat': text,
  'return-from': text,
  'return-to': text,
} as const;
type Values = Partial<Record<keyof typeof options, string>>;

/** What each command cannot do without. */
const needed: Record<string, (keyof Values)[]> = {
  show: [],
  override: ['role', 'person', 'from', 'to', 'why'],
  leave: ['person', 'from', 'to'],
  swap: ['role', 'person', 'with', 'seat', 'from', 'to', 'why'],
  grant: [],
  refuse: [],
  withdraw: [],
  'import-leave': ['person'],
};
const settings = ['DATABASE_URL', 'DATA_DIR', 'IVR_SCRIPTS'] as const;

process.exitCode = await main();

async function main(): Promise<number> {
  const read = readOptions(process.argv.slice(2), options, { allowPositionals: true });
  if (read.ok !== true) return tellUsage(read, usage);
  const [command = 'show', id = ''] = read.positionals;
  const values: Values = read.values;
  const missing = (needed[command] ?? []).filter((name) => values[name] === undefined);
  const faults = [
    ...(needed[command] ? [] : [`There is no "${command}". ${suggestion(command, Object.keys(needed))}`]),
    ...[...(values.desk === undefined ? ['desk'] : []), ...missing].map((name) => `--${name} is missing.`),
  ];
  if (faults.length > 0) return tellUsage({ ok: false, faults }, usage);
  const loaded = loadConfig(Object.fromEntries(settings.map((name) => [name, process.env[name]])));
  if (!loaded.ok)
    return refuse(
      loaded.faults.map(({ variable, problem, mend }) => `${variable} ${problem}. Mend: ${mend}.`),
    );
  const { scripts } = await loadScripts(loaded.config.ivrScripts);
  const script = scripts.find(({ desk }) => desk === values.desk);
  if (script === undefined) {
    const names = scripts.map(({ desk }) => desk);
    return refuse([`There is no desk "${values.desk ?? ''}". ${suggestion(values.desk ?? '', names)}`]);
  }
  const times = readTimes(values, script.timeZone);
  if (!times.ok) return refuse(times.faults);
  try {
    const database = await connectDatabase(loaded.config.database, { mayJoin: true, maxConnections: 2 });
    try {
      const { db } = database;
      const people = await loadPeople(db.$client);
      const now = systemClock.now();
      const own = await loadOwnHours(db.$client, now);
      const desks = scripts.map((of) => ({ script: of, hours: hoursWith(of, own) }));
      const doing: Doing = { db, people, desks, by: values.by ?? 'command line', now, reason: values.reason };
      if (command === 'show') {
        console.log((await showDuty(doing, script.desk, script.timeZone)).join('\n'));
        return 0;
      }
      const changed = await change(
        command,
        id,
        doing,
        { ...values, desk: script.desk },
        {
          at: times.at,
          timeZone: script.timeZone,
        },
      );
      if (!changed.ok) return refuse([...changed.faults, ...gapLines(changed, doing, script.timeZone)]);
      console.log(changed.told);
      return 0;
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof DatabaseUnusableError)) throw error;
    return refuse([error.message]);
  }
}

type Times = Partial<Record<keyof Values, Date>>;

function readTimes(
  values: Values,
  timeZone: string,
): { ok: true; at: Times } | { ok: false; faults: string[] } {
  const at: Times = {};
  const faults: string[] = [];
  for (const name of ['from', 'to', 'return-from', 'return-to'] as const) {
    const written = values[name];
    if (written === undefined) continue;
    const instant = readInstant(written, timeZone, name.endsWith('to'));
    if (instant === undefined)
      faults.push(`--${name} ${written} is no time: write 2026-12-24T17:00, or a date.`);
    else at[name] = instant;
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, at };
}

/** What is written to the terminal of a change: what was done, or why nothing was. */
type Told = { ok: true; told: string } | { ok: false; faults: string[]; gaps?: readonly Gap[] };

function inText(changed: Changed): Told {
  return changed.ok ? changed : { ...changed, faults: changed.faults.map(dutyFaultInText) };
}

async function change(
  command: string,
  id: string,
  doing: Doing,
  values: Values,
  { at, timeZone }: { at: Times; timeZone: string },
): Promise<Told> {
  const { desk = '', role = '', person = '', seat, why = '' } = values;
  const { from = doing.now, to = doing.now } = at;
  switch (command) {
    case 'override':
      return inText(
        await override(doing, { desk, role, person, seat, insteadOf: values['instead-of'], from, to, why }),
      );
    case 'leave':
      return inText(await leave(doing, { person, from, to, why }));
    case 'swap': {
      const back = { seat: values['return-seat'], from: at['return-from'], to: at['return-to'] };
      const isWhole = back.seat !== undefined && back.from !== undefined && back.to !== undefined;
      if (!isWhole && Object.values(back).some((part) => part !== undefined))
        return { ok: false, faults: ['--return-seat, --return-from and --return-to go together.'] };
      const takes = isWhole ? { seat: back.seat!, from: back.from!, to: back.to! } : undefined;
      const gives = { seat: seat ?? '', from, to };
      const askedOf = values.with ?? '';
      return inText(await ask(doing, { desk, role, askedBy: person, askedOf, gives, takes, why }));
    }
    case 'withdraw':
      return inText(await withdraw(doing, id));
    case 'import-leave':
      return importFile(doing, { file: id, person, timeZone });
    default:
      return inText(await answer(doing, id, command === 'grant' ? 'granted' : 'refused'));
  }
}

/** A file that cannot be opened is a fault as any other. */
async function importFile(
  doing: Doing,
  { file, ...of }: { file: string; person: string; timeZone: string },
): Promise<Told> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, faults: [`${file === '' ? 'No file is named' : file} cannot be read: ${why}`] };
  }
  const { leaveFile } = phrasesFor('en');
  const done = await importLeave(doing, { ...of, text });
  if (done.ok) return { ok: true, told: leaveFile.imported(done.counts) };
  return { ...done, faults: done.faults.map((fault) => leaveFile.fault(fault)) };
}

/** What a change would leave open, a line each, and how to make it all the same. */
function gapLines({ gaps = [] }: { gaps?: readonly Gap[] }, { people }: Doing, timeZone: string): string[] {
  if (gaps.length === 0) return [];
  const nameOf = (key: string): string => people.find((person) => person.key === key)?.name ?? key;
  return [
    'Nothing was changed: it would leave these hours open.',
    ...gaps.map((gap) => `  ${gapInText(gap, { timeZone, nameOf })}`),
    'See that somebody stands in, or say with --reason why it is right all the same.',
  ];
}

function refuse(faults: readonly string[]): number {
  for (const fault of faults) console.error(fault);
  return 2;
}
