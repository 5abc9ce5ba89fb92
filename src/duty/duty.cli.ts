import { DateTime } from 'luxon';
import { readOptions, tellUsage } from '../command-line/index.ts';
import { loadConfig } from '../config/index.ts';
import { connectDatabase, DatabaseUnusableError } from '../database/index.ts';
import { loadScripts, suggestion } from '../ivr/index.ts';
import { systemClock } from '../kernel/index.ts';
import { loadPeople } from '../people/index.ts';
import { answer, ask, leave, override, withdraw, type Changed, type Doing } from './by-hand.store.ts';
import { readChanges } from './changes.store.ts';
import { readInstant } from './instants.ts';
import { loadDeskDuty } from './load.store.ts';
import { whoIsOnDuty } from './on-duty.ts';

const usage = `Usage: npm run duty -- [show] --desk DESK
       npm run duty -- override --desk DESK --role ROLE --person KEY [--instead-of KEY] [--seat SEAT] --from TIME --to TIME --why TEXT
       npm run duty -- leave --desk DESK --person KEY --from TIME --to TIME [--why TEXT]
       npm run duty -- swap --desk DESK --role ROLE --person KEY --with KEY --seat SEAT --from TIME --to TIME
                            [--return-seat SEAT --return-from TIME --return-to TIME] --why TEXT
       npm run duty -- grant|refuse|withdraw ID --desk DESK
  show      who is on duty now, why and until when; overrides, leave and swaps that are not over
  override  somebody in the place of another, or in a seat
  leave     somebody is away: their shifts are holes unless somebody stands in
  swap      one asks another to take a shift, for one of theirs or for none; grant puts it in force
  withdraw  takes an override, leave or a swap back; what was true until then stays so
  TIME is 2026-12-24T17:00 by the desk's clock, or a date; --by says who does it`;

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
      const doing: Doing = { db, people, by: values.by ?? 'command line', now: systemClock.now() };
      if (command === 'show') return await show(doing, script.desk, script.timeZone);
      const changed = await change(command, id, doing, { ...values, desk: script.desk }, times.at);
      if (!changed.ok) return refuse(changed.faults);
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

async function change(
  command: string,
  id: string,
  doing: Doing,
  values: Values,
  at: Times,
): Promise<Changed> {
  const { desk = '', role = '', person = '', seat, why = '' } = values;
  const { from = doing.now, to = doing.now } = at;
  switch (command) {
    case 'override':
      return override(doing, { desk, role, person, seat, insteadOf: values['instead-of'], from, to, why });
    case 'leave':
      return leave(doing, { person, from, to, why });
    case 'swap': {
      const back = { seat: values['return-seat'], from: at['return-from'], to: at['return-to'] };
      const isWhole = back.seat !== undefined && back.from !== undefined && back.to !== undefined;
      if (!isWhole && Object.values(back).some((part) => part !== undefined))
        return { ok: false, faults: ['--return-seat, --return-from and --return-to go together.'] };
      const takes = isWhole ? { seat: back.seat!, from: back.from!, to: back.to! } : undefined;
      const gives = { seat: seat ?? '', from, to };
      return ask(doing, { desk, role, askedBy: person, askedOf: values.with ?? '', gives, takes, why });
    }
    case 'withdraw':
      return withdraw(doing, id);
    default:
      return answer(doing, id, command === 'grant' ? 'granted' : 'refused');
  }
}

async function show({ db, people, now }: Doing, desk: string, timeZone: string): Promise<number> {
  const nameOf = (key: string): string => people.find((person) => person.key === key)?.name ?? key;
  const time = (at: Date): string =>
    DateTime.fromJSDate(at, { zone: timeZone }).setLocale('en').toFormat('ccc yyyy-MM-dd HH:mm');
  const ahead = new Date(now.getTime() + 120 * 86_400_000);
  const onDuty = whoIsOnDuty(await loadDeskDuty(db.$client, desk, now, ahead), now);
  console.log(`On duty for ${desk}, ${time(now)} in ${timeZone}:`);
  for (const { role, seat, person, layer, override: by, until } of onDuty) {
    const why = by === undefined ? (layer ?? 'duty list') : `override ${by}`;
    console.log(
      `  ${role} ${seat}: ${nameOf(person)} (${why})${until === undefined ? '' : ` until ${time(until)}`}`,
    );
  }
  const { overrides, leave: away, swaps } = await readChanges(db, desk, now);
  for (const of of overrides)
    console.log(
      `Override ${of.id}: ${nameOf(of.person)} as ${of.role}, ${time(of.fromAt)} to ${time(of.toAt)}: ${of.why}`,
    );
  for (const of of away)
    console.log(`Leave ${of.id}: ${nameOf(of.person)}, ${time(of.fromAt)} to ${time(of.toAt)}`);
  for (const of of swaps)
    console.log(
      `Swap ${of.id}: ${nameOf(of.askedBy)} asks ${nameOf(of.askedOf)} for ${time(of.givesFrom)} to ${time(of.givesTo)}: ${of.why}`,
    );
  return 0;
}

function refuse(faults: readonly string[]): number {
  for (const fault of faults) console.error(fault);
  return 2;
}
