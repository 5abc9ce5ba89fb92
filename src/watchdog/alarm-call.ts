import { alarmToCall, carrierFor } from '../alarms/index.ts';
import type { Task } from '../engine/index.ts';
import { newId } from '../kernel/index.ts';
import { askAboutCallsAt, reservePhones } from '../paging/index.ts';
import { scriptOf, senderOf, unitOfWork, type Service, type Unit } from '../service/index.ts';

const RING_SECONDS = 25;
/** Within three minutes: a phone that is set to silence lets the second call of one number through. */
const SECOND_CALL_AFTER_MS = 120_000;
const MOST_CALLS = 2;
/** A phone that is at another call of ours is looked at again so often, for about half an hour. */
const BUSY_AGAIN_MS = 20_000;
const MOST_WAITS = 90;

/** Calls a supervisor about an alarm that stands: once, and once more when nobody has pressed the key in the first call. */
export async function callAboutAlarm(service: Service, task: Task): Promise<'settled' | void> {
  return unitOfWork(service, async (unit) => {
    const { person, attempt, waits } = readData(task);
    const about = await alarmToCall(unit.tx, task.subject, person);
    const script =
      about && ((about.desk === null ? undefined : scriptOf(service, about.desk)) ?? service.scripts[0]);
    if (!about || !script || about.number === null) return;
    const wish = carrierFor(about.facts, service.carriers);
    const from = senderOf(service, script, { channel: 'voice', now: unit.now, wish });
    const call = {
      id: newId(unit.now),
      desk: script.desk,
      person,
      from_number: from,
      to_number: about.number,
      carrier: service.carriers.of(from),
      attempt: 1,
    };
    const free = await reservePhones(unit.tx, [call], 'alarm', unit.now);
    if (!free.has(call.id)) {
      askAboutCallsAt(unit, [about.number], () => true);
      if (waits < MOST_WAITS) again(unit, task, { person, attempt, waits: waits + 1 }, BUSY_AGAIN_MS);
      return waits < MOST_WAITS ? 'settled' : undefined;
    }
    unit.insert('alarm_telling', {
      id: newId(unit.now),
      alarm_id: task.subject,
      person,
      channel: 'voice',
      address: about.number,
      call_id: call.id,
      told_at: unit.now,
    });
    const order = {
      from: call.from_number,
      to: about.number,
      answerUrl: service.urls.leg(call.id),
      statusUrl: service.urls.callStatus(call.id),
      ringTimeoutSeconds: RING_SECONDS,
    };
    unit.order({ kind: 'call.place', id: call.id, urgency: 2, call: order });
    if (attempt >= MOST_CALLS) return;
    again(unit, task, { person, attempt: attempt + 1, waits: 0 }, SECOND_CALL_AFTER_MS);
    return 'settled';
  });
}

interface CallData {
  person: string;
  attempt: number;
  waits: number;
}

function readData({ data }: Task): CallData {
  return {
    person: String(data['person']),
    attempt: Number(data['attempt'] ?? 1),
    waits: Number(data['waits'] ?? 0),
  };
}

function again(unit: Unit, task: Task, data: CallData, afterMs: number): void {
  const dueAt = new Date(unit.now.getTime() + afterMs);
  unit.later({
    kind: task.kind,
    key: task.key,
    subject: task.subject,
    data: { ...data },
    priority: 1,
    dueAt,
  });
}
