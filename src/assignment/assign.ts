import { clearAlarm, raiseAlarm } from '../alarms/index.ts';
import { lockCase, noteCase, type Case } from '../cases/index.ts';
import { addOpenTime } from '../coverage/index.ts';
import { tellCustomer } from '../customer-mail/index.ts';
import type { Task, TaskOutcome } from '../engine/index.ts';
import type { Script } from '../ivr/index.ts';
import { hoursWith, loadOwnHours } from '../own-hours/index.ts';
import { loadDuty } from '../people/index.ts';
import { scriptOf, unitOfWork, type Service, type Unit } from '../service/index.ts';
import { mailsOf, personToTell, writeAssignment, type ToldPerson } from './person.store.ts';
import { tellOfAssignment } from './tell-technician.ts';
import { assignmentDue, lookAgainAt, mustWait } from './when.ts';
import { whomToAssign } from './whom.ts';

const HOUR_MS = 3_600_000;

/** A case has been registered: its customer is told, and it is given to somebody when the office is open. */
export async function caseRegistered(
  service: Service,
  unit: Unit,
  of: { id: string; desk: string },
): Promise<void> {
  await tellCustomer(service, unit, of, { kind: 'registered' });
  await planAssignment(service, unit, of);
}

/** Puts down that a case is given to somebody: at once while the office is open, else at its next opening. */
export async function planAssignment(
  service: Service,
  unit: Unit,
  of: { id: string; desk: string },
): Promise<void> {
  const script = scriptOf(service, of.desk);
  if (!script?.assign) return;
  const dueAt = assignmentDue(await hoursNow(unit, script), unit.now);
  if (dueAt) unit.later(assignTask(of.id, dueAt, 0));
}

/** When the office answers, by its script and by what people have set in the console. */
async function hoursNow(unit: Unit, script: Script) {
  return hoursWith(script, await loadOwnHours(unit.tx, unit.now));
}

function assignTask(caseId: string, dueAt: Date, tries: number) {
  const data = { tries };
  return { kind: 'case.assign', key: `case.assign:${caseId}`, subject: caseId, data, priority: 4, dueAt };
}

/**
 * The task: gives a case to whoever is on duty for the role that the script names. Where nobody is who can be told, the
 * hole in the duty list is an alarm, and the list is looked at again a quarter of an hour later.
 */
export async function assignWhenDue(service: Service, task: Task): Promise<TaskOutcome> {
  return unitOfWork(service, async (unit): Promise<TaskOutcome> => {
    const found = await lockCase(unit.db, task.subject);
    const script = found && scriptOf(service, found.desk);
    if (!found || !script?.assign || !needsSomebody(found)) return;
    const hours = await hoursNow(unit, script);
    const tries = Number(task.data['tries'] ?? 0);
    const again = (dueAt: Date | undefined): TaskOutcome => {
      if (!dueAt) return;
      unit.later(assignTask(found.id, dueAt, tries + 1));
      return 'settled';
    };
    if (mustWait(hours, unit.now)) return again(assignmentDue(hours, unit.now));
    const { role } = script.assign;
    const onDuty = (await loadDuty(unit.tx, script.desk, unit.now)).duty[role] ?? [];
    const mails = await mailsOf(
      unit.tx,
      onDuty.map(({ key }) => key),
    );
    const { person, unreachable } = whomToAssign(onDuty, mails);
    const hole = { role, wanted: 1, found: 0, unreachable };
    const facts = { kind: 'duty-hole', desk: script.desk, ...hole } as const;
    if (!person) {
      const isNews = await raiseAlarm(service, unit, { desk: script.desk, facts });
      if (isNews || tries === 0) noteCase(unit, found.id, 'duty.hole', hole);
      return again(lookAgainAt(hours, unit.now));
    }
    await clearAlarm(unit.tx, facts, 'somebody is on duty', unit.now);
    await giveTo(service, unit, script, found, (await personToTell(unit.tx, person.key))!, undefined);
    return undefined;
  });
}

function needsSomebody({ status, assignedTo }: Case): boolean {
  return assignedTo === null && status !== 'closed' && status !== 'cancelled' && status !== 'resolved';
}

/** Why a case is not given to somebody. */
export type AssignRefusal =
  | { readonly kind: 'no-such-desk'; readonly desk: string }
  | { readonly kind: 'no-such-person'; readonly person: string }
  | { readonly kind: 'theirs-already'; readonly name: string }
  /** Neither by SMS nor by mail. */
  | { readonly kind: 'cannot-be-told'; readonly name: string };

/** Gives a case to a person by hand. Of a refusal nobody is told. */
export async function assignByHand(
  service: Service,
  unit: Unit,
  found: Case,
  to: { person: string; by: string },
): Promise<{ ok: true } | { ok: false; why: AssignRefusal }> {
  const script = scriptOf(service, found.desk);
  if (!script) return { ok: false, why: { kind: 'no-such-desk', desk: found.desk } };
  const person = await personToTell(unit.tx, to.person);
  if (!person) return { ok: false, why: { kind: 'no-such-person', person: to.person } };
  if (found.assignedTo === person.key)
    return { ok: false, why: { kind: 'theirs-already', name: person.name } };
  if (person.sms === null && person.mail === null)
    return { ok: false, why: { kind: 'cannot-be-told', name: person.name } };
  await unit.tx.query('DELETE FROM task WHERE key = $1', [`case.assign:${found.id}`]);
  await giveTo(service, unit, script, found, person, to.by);
  return { ok: true };
}

async function giveTo(
  service: Service,
  unit: Unit,
  script: Script,
  found: Case,
  person: ToldPerson,
  by: string | undefined,
): Promise<void> {
  const hours = script.assign?.responseHours;
  const dueAt =
    hours === undefined ? undefined : addOpenTime(await hoursNow(unit, script), unit.now, hours * HOUR_MS);
  await writeAssignment(unit.tx, found.id, person.key, unit.now, dueAt);
  noteCase(unit, found.id, 'case.assigned', { person: person.key, ...(by === undefined ? {} : { by }) });
  tellOfAssignment(service, unit, script, person, found);
  await tellCustomer(service, unit, found, { kind: 'assigned', to: person.name });
}
