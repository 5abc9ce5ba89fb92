import { enqueueMissing, type TaskOutcome } from '../engine/index.ts';
import type { Clock } from '../kernel/index.ts';
import type { Queryable } from '../database/index.ts';
import { unitOfWork } from '../service/index.ts';
import { deleteAtCarriers, type RetentionService } from './delete-at-carriers.ts';
import { erasePersonalData } from './retention.store.ts';
import { nothingSaid, tellOfRefusals, together } from './refusals.ts';
import { cutoff, type RetentionSettings } from './settings.ts';

const KEY = 'retention.sweep';
const EVERY_MS = 6 * 3_600_000;
/** From a sweep that has left something that can be done to the next. */
const GOES_ON_AFTER_MS = 60_000;
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
  const isMore = await sweep(service, settings);
  const waitMs = isMore ? GOES_ON_AFTER_MS : EVERY_MS;
  await unitOfWork(service, async (unit) => unit.later(sweepTask(new Date(unit.now.getTime() + waitMs))));
  return 'settled';
}

/**
 * Deletes callers' messages at the carrier and blanks personal data, each after its own number of days; what is blanked
 * here is then deleted at the carrier too. What cannot be deleted now is tried again at the next sweep, and an alarm says
 * so when it is not a matter of time. True when there is more to delete at a carrier at once.
 */
export async function sweep(service: RetentionService, settings: RetentionSettings): Promise<boolean> {
  const now = service.clock.now();
  const db = service.db.$client;
  const soundBefore = cutoff(now, settings.recordingDays);
  // Each kind for itself: three messages that a carrier cannot delete now keep none of its texts.
  const ofSound = nothingSaid();
  let isMore = false;
  if (soundBefore) {
    isMore = await deleteAtCarriers(service, 'recording', { before: soundBefore, now, said: ofSound });
  }
  const restBefore = cutoff(now, settings.personalDataDays);
  for (let batch = 0; restBefore && batch < MOST_BATCHES; batch += 1) {
    if ((await erasePersonalData(db, restBefore, now, BATCH)) < BATCH) break;
  }
  const said = [ofSound];
  for (const kind of restBefore ? (['call', 'text'] as const) : []) {
    const ofKind = nothingSaid();
    said.push(ofKind);
    if (await deleteAtCarriers(service, kind, { before: now, now, said: ofKind })) isMore = true;
  }
  if (soundBefore || restBefore) await tellOfRefusals(service, together(said), now);
  return isMore;
}

function sweepTask(dueAt: Date) {
  return { kind: KEY, key: KEY, subject: 'all', priority: 9, dueAt };
}
