import { randomInt } from 'node:crypto';
import {
  changesSince,
  desksWithSchedules,
  loadDeskDuty,
  NO_SCHEDULE_MS,
  scheduleRounds,
  stretches,
} from '../duty/index.ts';
import type { NewTask, Task, TaskHandler } from '../engine/index.ts';
import { dutySettingsOf, type Script } from '../ivr/index.ts';
import { hoursWith, loadOwnHours, type OwnHours } from '../own-hours/index.ts';
import { unitOfWork, type Service } from '../service/index.ts';
import { endForgotten, numbersOf, openDrill } from './drill.store.ts';
import { channelsToTry, drillsDue, SHORT_NOTICE_MS, type Tried } from './due.ts';
import { takeTurn, turnTask } from './turn.ts';
import { LONGEST_BEFORE_MS, verdictAt } from './when.ts';

const KIND = scheduleRounds.drills;
const EVERY_MS = 5 * 60_000;
/** Nobody may stay without drills because one of theirs was never ended: so long after its verdict was due, it is. */
const FORGOTTEN_AFTER_MS = 2 * 3_600_000;

/** The round that must be there; one that is due sooner already stays so. For a start of the service. */
export function drillTasks(now: Date): NewTask[] {
  return [roundTask(new Date(now.getTime() + 2000))];
}

/** What the engine does with the tasks of drills. */
export function drillHandlers(service: Service): Record<string, TaskHandler> {
  return { [KIND]: (task) => goRound(service, task), 'drill.turn': (task) => takeTurn(service, task) };
}

/** Begins a drill with everybody who is about to go on duty and in the time for it, unless they were reached lately. */
async function goRound(service: Service, task: Task): Promise<'settled'> {
  const now = service.clock.now();
  const db = service.db.$client;
  const scheduled = await desksWithSchedules(db);
  const scripts = service.scripts.filter((of) => scheduled.has(of.desk) && dutySettingsOf(of).drills);
  const own = scripts.length === 0 ? undefined : await loadOwnHours(db, now);
  const faults: unknown[] = [];
  for (const script of own ? scripts : []) {
    try {
      await beginAt(service, script, own!, now);
    } catch (fault) {
      faults.push(fault);
    }
  }
  await unitOfWork(service, async (unit) => {
    await endForgotten(unit, new Date(unit.now.getTime() - FORGOTTEN_AFTER_MS));
    const everyMs = scheduled.size === 0 ? NO_SCHEDULE_MS : EVERY_MS;
    unit.later({ ...roundTask(new Date(unit.now.getTime() + everyMs)), key: task.key });
  });
  // One desk's fault keeps no other from its drills, and is told itself.
  if (faults.length > 0) throw faults[0];
  return 'settled';
}

async function beginAt(service: Service, script: Script, own: OwnHours, now: Date): Promise<void> {
  const db = service.db.$client;
  const until = new Date(now.getTime() + LONGEST_BEFORE_MS);
  const since = new Date(now.getTime() - SHORT_NOTICE_MS);
  const duty = await loadDeskDuty(db, script.desk, since, until);
  const changes = await changesSince(db, script.desk, new Date(now.getTime() - LONGEST_BEFORE_MS));
  const due = drillsDue(stretches(duty, since, until), hoursWith(script, own), now, changes);
  const numbers = await numbersOf(
    db,
    due.map(({ person }) => person),
  );
  for (const { person, shiftAt } of due) {
    const tried = channelsToTry(numbers.get(person) ?? [], shiftAt, dutySettingsOf(script).drillDays);
    if (tried.length > 0) await begin(service, script.desk, { person, shiftAt, tried });
  }
}

function begin(
  service: Service,
  desk: string,
  { person, shiftAt, tried }: { person: string; shiftAt: Date; tried: readonly Tried[] },
): Promise<void> {
  return unitOfWork(service, async (unit) => {
    const pages = tried.map(({ channel, address }) => ({
      channel,
      address,
      code: channel === 'sms' ? newCode() : undefined,
    }));
    const id = await openDrill(unit, {
      desk,
      person,
      shiftAt,
      verdictAt: verdictAt(unit.now, shiftAt),
      pages,
    });
    if (id !== undefined) unit.later(turnTask(id, unit.now));
  });
}

/** T and four digits: A, N, D and J belong to cases. */
function newCode(): string {
  return `T${randomInt(1000, 10_000)}`;
}

function roundTask(dueAt: Date): NewTask {
  return { kind: KIND, key: KIND, subject: '', priority: 8, dueAt };
}
