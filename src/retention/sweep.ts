import { clearAlarm, raiseAlarm } from '../alarms/index.ts';
import { enqueueMissing, type TaskOutcome } from '../engine/index.ts';
import type { Clock } from '../kernel/index.ts';
import type { Queryable } from '../database/index.ts';
import { unitOfWork, type Service } from '../service/index.ts';
import type { CarrierName, Telephony } from '../telephony/index.ts';
import { dueRecordings, erasePersonalData, noteDeleted, type DueRecording } from './retention.store.ts';
import { cutoff, type RetentionSettings } from './settings.ts';

type RetentionService = Service & {
  telephony: { at(carrier: CarrierName): Pick<Telephony, 'deleteRecording'> };
};

const KEY = 'retention.sweep';
const EVERY_MS = 6 * 3_600_000;
const FIRST_AFTER_MS = 60_000;
/** Few at a time: calls that come in meanwhile go first. */
const BATCH = 50;
/** A backlog of years goes over several sweeps. */
const MOST_BATCHES = 100;

/** Puts the first sweep down soon after a start; every process may ask. */
export async function planSweep(db: Queryable, clock: Clock): Promise<void> {
  await enqueueMissing(db, [sweepTask(new Date(clock.now().getTime() + FIRST_AFTER_MS))]);
}

/** The task: deletes what has had its time, and puts the next sweep down. */
export async function runSweep(service: RetentionService, settings: RetentionSettings): Promise<TaskOutcome> {
  await sweep(service, settings);
  await unitOfWork(service, async (unit) => unit.later(sweepTask(new Date(unit.now.getTime() + EVERY_MS))));
  return 'settled';
}

/**
 * Deletes callers' messages at the carrier and blanks personal data, each after its own number of days. What cannot be
 * deleted now is tried again at the next sweep, and an alarm says so when it is not a matter of time.
 */
export async function sweep(service: RetentionService, settings: RetentionSettings): Promise<void> {
  const now = service.clock.now();
  const db = service.db.$client;
  const soundBefore = cutoff(now, settings.recordingDays);
  if (soundBefore) await deleteRecordings(service, soundBefore, now);
  const restBefore = cutoff(now, settings.personalDataDays);
  for (let batch = 0; restBefore && batch < MOST_BATCHES; batch += 1) {
    if ((await erasePersonalData(db, restBefore, now, BATCH)) < BATCH) break;
  }
}

async function deleteRecordings(service: RetentionService, before: Date, now: Date): Promise<void> {
  const db = service.db.$client;
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const due = await dueRecordings(db, before, BATCH);
    for (const recording of due) {
      // The first that is refused tells about all: the carrier is not asked ten thousand times for the same no.
      if (!(await deleteOne(service, recording, now))) return;
    }
    if (due.length < BATCH) break;
  }
  await clearAlarm(db, { kind: 'recordings-kept', code: '' }, 'the carrier deletes them again', now);
}

async function deleteOne(service: RetentionService, recording: DueRecording, now: Date): Promise<boolean> {
  const db = service.db.$client;
  const { carrier, carrierId } = recording;
  const answer =
    carrierId === null ? undefined : await service.telephony.at(carrier).deleteRecording(carrierId);
  if (answer === undefined || answer.ok || answer.failure.class === 'race') {
    await noteDeleted(db, recording.id, answer?.ok ? 'deleted' : 'gone', now);
    return true;
  }
  const { class: failure, code, message } = answer.failure;
  service.log.warn({ recording: recording.id, code, reason: message }, 'a recording could not be deleted');
  if (failure !== 'may-pass') {
    const facts = { kind: 'recordings-kept', code } as const;
    await unitOfWork(service, (unit) => raiseAlarm(service, unit, { facts, desk: undefined }));
  }
  return false;
}

function sweepTask(dueAt: Date) {
  return { kind: KEY, key: KEY, subject: 'all', priority: 9, dueAt };
}
