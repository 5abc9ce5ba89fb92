import { remindTechnician } from '../assignment/index.ts';
import { lockCase, noteCase } from '../cases/index.ts';
import { nextOpening, openSpans, type CoverageHours } from '../coverage/index.ts';
import { tellCustomer } from '../customer-mail/index.ts';
import type { Task, TaskOutcome } from '../engine/index.ts';
import { hoursWith, loadOwnHours } from '../own-hours/index.ts';
import { scriptOf, unitOfWork, type Service, type Unit } from '../service/index.ts';
import { workOf } from './work.store.ts';

const DAY_MS = 24 * 3_600_000;
/** Past any run of closed days. */
const LOOK_DAYS = 60;

/**
 * When the office has opened on so many further days: the opening of the last of them. A day on which it opens twice is
 * one day, a holiday is none. Undefined when it does not open so often within sixty days and the number asked for.
 */
export function afterWorkingDays(hours: CoverageHours, now: Date, workingDays: number): Date | undefined {
  const until = new Date(now.getTime() + (LOOK_DAYS + 2 * workingDays) * DAY_MS);
  const localDate = (at: Date) => at.toLocaleDateString('sv-SE', { timeZone: hours.timeZone });
  const openings = new Map<string, Date>();
  for (const { from } of openSpans(hours, now, until)) {
    const date = localDate(from);
    if (date !== localDate(now) && !openings.has(date)) openings.set(date, from);
  }
  return [...openings.values()][workingDays - 1];
}

/** Puts down when the return of an old unit is asked for next. False when it is not: the desk asks for none any more. */
export async function expectReturn(
  service: Service,
  unit: Unit,
  of: { id: string; desk: string },
): Promise<boolean> {
  const script = scriptOf(service, of.desk);
  if (!script?.returns) return false;
  const days = script.returns.remindEveryWorkingDays;
  const hours = hoursWith(script, await loadOwnHours(unit.tx, unit.now));
  const dueAt = afterWorkingDays(hours, unit.now, days);
  if (dueAt) unit.later({ kind: 'case.return', key: `case.return:${of.id}`, subject: of.id, dueAt });
  return dueAt !== undefined;
}

/** The task: asks the customer for the old unit and tells whoever has the case, again and again until it is back. */
export async function askForReturn(service: Service, task: Task): Promise<TaskOutcome> {
  return unitOfWork(service, async (unit): Promise<TaskOutcome> => {
    const found = await lockCase(unit.db, task.subject);
    if (!found || found.status === 'closed' || found.status === 'cancelled') return;
    const work = await workOf(unit.db, found);
    if (work.shippedAt === null || work.returnedAt !== null) return;
    if (!scriptOf(service, found.desk)?.returns) return;
    noteCase(unit, found.id, 'unit.return-asked', {});
    await tellCustomer(service, unit, found, { kind: 'return-awaited' });
    await remindTechnician(service, unit, found, 'return-awaited');
    // Without a next time the task is over: said to be replaced, it would come back with its lease for ever.
    return (await expectReturn(service, unit, found)) ? 'settled' : undefined;
  });
}

/** Puts down when what a case waits for is to be looked at: then, or when the office opens next. */
export async function expectEndOfWait(
  service: Service,
  unit: Unit,
  of: { id: string; desk: string },
  until: Date,
): Promise<void> {
  const script = scriptOf(service, of.desk);
  const hours = script && hoursWith(script, await loadOwnHours(unit.tx, unit.now));
  const dueAt = (hours && nextOpening(hours, until)) ?? until;
  unit.later({ kind: 'case.waiting', key: `case.waiting:${of.id}`, subject: of.id, dueAt });
}

/** The task: what a case waits for should be there by now, and whoever has it is told. */
export async function endOfWait(service: Service, task: Task): Promise<TaskOutcome> {
  return unitOfWork(service, async (unit): Promise<TaskOutcome> => {
    const found = await lockCase(unit.db, task.subject);
    if (!found || found.status === 'closed' || found.status === 'cancelled') return;
    const work = await workOf(unit.db, found);
    // It waits for something else since, or for nothing.
    if (work.waitingFor === null || work.waitingUntil === null || work.waitingUntil > unit.now) return;
    noteCase(unit, found.id, 'case.waiting-over', {});
    await remindTechnician(service, unit, found, 'waiting-over');
  });
}
