import { isKnownTimeZone } from '../../coverage/index.ts';
import {
  faultsOf,
  isSameDefinition,
  readInstant,
  saysOffset,
  type RoleDefinition,
} from '../../duty/index.ts';
import type { Existing } from './existing.ts';
import type { Finding, Path } from './fault.ts';
import type { Located, PeopleFile, ScheduleOfRole } from './read.ts';
import type { LeaveEntry, ScheduleEntry } from './schedule-schema.ts';

/** A schedule of the file as it is to be in force; null: the duty list again. */
export interface PlannedSchedule {
  desk: string;
  role: string;
  validFrom: Date;
  definition: RoleDefinition | null;
}

export interface PlannedLeave {
  person: string;
  from: Date;
  to: Date;
  why: string;
}

/** What is known beside the file. */
export interface ScheduleContext {
  existing: Existing;
  /** The scripts' clocks; undefined when they could not be read. */
  desks: readonly { desk: string; timeZone: string }[] | undefined;
  /** Every person that the file or the database names, faulty or not. */
  people: ReadonlySet<string>;
  personMend: (key: string) => string;
  now: Date;
}

export interface SettledSchedules {
  schedules: PlannedSchedule[];
  leave: PlannedLeave[];
  findings: Finding[];
}

/** What the schedules and the leave of a file come to by the desks' clocks; and what cannot be meant in them. */
export function settleSchedules(file: PeopleFile, context: ScheduleContext): SettledSchedules {
  const findings: Finding[] = [];
  const schedules = file.schedules.flatMap((of) => {
    const planned = planSchedule(of, context, findings);
    if (of.entry.schedule !== undefined)
      findings.push(...peopleFindings(of, of.entry.schedule, file, context));
    return planned ?? [];
  });
  const leave = file.leave.flatMap((of) => planLeave(of, schedules, context, findings) ?? []);
  return { schedules, leave, findings };
}

function planSchedule(
  { path, entry: { desk, role, schedule } }: Located<ScheduleOfRole>,
  context: ScheduleContext,
  findings: Finding[],
): PlannedSchedule | undefined {
  const before = findings.length;
  if (schedule === undefined) return { desk, role, validFrom: context.now, definition: null };
  const timeZone = zoneOf(desk, role, schedule, context);
  // A desk that there is none of is told as that, and has no clock.
  if (timeZone === undefined && context.desks?.every((of) => of.desk !== desk)) return undefined;
  if (timeZone === undefined || !isKnownTimeZone(timeZone)) {
    findings.push({
      path: schedule.time_zone === undefined ? path : [...path, 'time_zone'],
      what: timeZone === undefined ? `The clock of ${desk} is not known.` : `"${timeZone}" is no time zone.`,
      mend: 'Write time_zone: with an IANA name such as Europe/Stockholm.',
    });
    return undefined;
  }
  const definition = definitionOf(schedule, timeZone);
  findings.push(...faultsOf(definition).map((fault) => ({ ...fault, path: [...path, ...fault.path] })));
  const validFrom = validFromOf(path, { desk, role, schedule, definition }, context, findings);
  return findings.length > before ? undefined : { desk, role, validFrom, definition };
}

function zoneOf(
  desk: string,
  role: string,
  { time_zone }: ScheduleEntry,
  { desks, existing }: ScheduleContext,
): string | undefined {
  const stored = existing.schedules.findLast((of) => of.desk === desk && of.role === role && of.definition);
  return time_zone ?? desks?.find((script) => script.desk === desk)?.timeZone ?? stored?.definition?.timeZone;
}

/** Seats and layers that have no name are counted. */
function definitionOf({ seats }: ScheduleEntry, timeZone: string): RoleDefinition {
  return {
    timeZone,
    seats: seats.map(({ name, layers }, seat) => ({
      name: name ?? `seat ${seat + 1}`,
      layers: layers.map(({ name: called, rotation, ...layer }, index) => ({
        name: called ?? `layer ${index + 1}`,
        every: rotation,
        ...layer,
      })),
    })),
  };
}

/** What was true stays true: a schedule begins now or later, unless it is the one that was in force then anyway. */
function validFromOf(
  path: Path,
  {
    desk,
    role,
    schedule,
    definition,
  }: ScheduleOfRole & { schedule: ScheduleEntry; definition: RoleDefinition },
  { existing, now }: ScheduleContext,
  findings: Finding[],
): Date {
  const text = schedule.valid_from;
  if (text === undefined) return now;
  const validFrom = readInstant(text, definition.timeZone);
  const place = { path: [...path, 'valid_from'] };
  if (validFrom === undefined) {
    const mend = 'Write a time such as 2026-12-01T08:00, by the clock of the desk.';
    findings.push({ ...place, what: `"${text}" is no time.`, mend });
    return now;
  }
  const known = existing.schedules.findLast(
    (of) => of.desk === desk && of.role === role && of.validFrom <= validFrom,
  );
  if (validFrom < now && !(known && isSameDefinition(known.definition, definition)))
    findings.push({
      ...place,
      what: `${text} is past, and who was on duty then is not changed afterwards.`,
      mend: 'Leave valid_from: out to begin now, or write a later time.',
    });
  return validFrom;
}

/** Whoever is named must be there, and answer for that role. */
function peopleFindings(
  { path, entry: { desk, role } }: Located<ScheduleOfRole>,
  { seats }: ScheduleEntry,
  file: PeopleFile,
  { existing, people, personMend }: ScheduleContext,
): Finding[] {
  const named = seats.flatMap(({ layers }, seat) =>
    layers.flatMap((layer, index) =>
      layer.people.map((key, at) => ({
        key,
        path: [...path, 'seats', seat, 'layers', index, 'people', at],
      })),
    ),
  );
  return named.flatMap(({ key, path: at }): Finding[] => {
    if (!people.has(key)) {
      const what = `Nobody has the key "${key}", neither in this file nor in the database.`;
      return [{ path: at, what, mend: personMend(key) }];
    }
    const person = file.people.find(({ entry }) => entry.key === key)?.entry ?? existing.people.get(key);
    if (person === undefined || person.roles.some((of) => of === role)) return [];
    const what = `${key} has not the role ${role}, for which this schedule is (${desk}).`;
    return [{ path: at, what, mend: `Add ${role} to the roles of ${key}, or take the key out.` }];
  });
}

function planLeave(
  { path, entry }: Located<LeaveEntry>,
  schedules: readonly PlannedSchedule[],
  context: ScheduleContext,
  findings: Finding[],
): PlannedLeave | undefined {
  const { person, why } = entry;
  if (!context.people.has(person)) {
    const what = `Nobody has the key "${person}", neither in this file nor in the database.`;
    findings.push({ path: [...path, 'person'], what, mend: context.personMend(person) });
    return undefined;
  }
  const zones = zonesFor(entry, schedules, context);
  const [zone = ''] = zones;
  const needsClock = ![entry.from, entry.to].every(saysOffset);
  if (needsClock && (zones.length !== 1 || !isKnownTimeZone(zone))) {
    findings.push({
      path: entry.time_zone === undefined ? path : [...path, 'time_zone'],
      what:
        zones.length === 1
          ? `"${zone}" is no time zone.`
          : `It is not known by which clock this leave is meant${zones.length > 1 ? `: ${zones.join(' or ')}` : ''}.`,
      mend: 'Write time_zone: with an IANA name such as Europe/Stockholm.',
    });
    return undefined;
  }
  const from = readInstant(entry.from, zone);
  const to = readInstant(entry.to, zone, true);
  for (const [key, instant] of Object.entries({ from, to })) {
    if (instant !== undefined) continue;
    const what = `"${entry[key as 'from' | 'to']}" is neither a date nor a time.`;
    const mend = 'Write 2026-12-24, or 2026-12-24T17:00 by the clock of the desk.';
    findings.push({ path: [...path, key], what, mend });
  }
  if (from === undefined || to === undefined) return undefined;
  if (to <= from) {
    const what = `This leave of ${person} ends before it begins.`;
    findings.push({
      path: [...path, 'to'],
      what,
      mend: 'Write a later end; a date counts to its last minute.',
    });
    return undefined;
  }
  return { person, from, to, why };
}

/** The clocks that may be meant: its own, those of the schedules that name the person, or those of all desks. */
function zonesFor(
  { person, time_zone }: LeaveEntry,
  schedules: readonly PlannedSchedule[],
  { existing, desks }: ScheduleContext,
): string[] {
  if (time_zone !== undefined) return [time_zone];
  const named = [...schedules, ...existing.schedules]
    .flatMap(({ definition }) => definition ?? [])
    .filter(({ seats }) => seats.some(({ layers }) => layers.some(({ people }) => people.includes(person))))
    .map(({ timeZone }) => timeZone);
  const all = (desks ?? []).map(({ timeZone }) => timeZone);
  return [...new Set(named.length > 0 ? named : all)];
}
