import { clearAlarm, raiseAlarm } from '../alarms/index.ts';
import { unitOfWork, type Service } from '../service/index.ts';
import type { CarrierFailure, CarrierName, Telephony } from '../telephony/index.ts';
import { dueRecordings, noteDeleted, type DueRecording } from './retention.store.ts';

export type RetentionService = Service & {
  telephony: { at(carrier: CarrierName): Pick<Telephony, 'deleteRecording'> };
};

/** Few at a time: calls that come in meanwhile go first. */
const BATCH = 50;
/** A backlog of years goes over several sweeps. */
const MOST_DELETED = 5_000;
/** A carrier that fails so often in a row is away: each try may take its 8 s. */
const MOST_UNANSWERED = 3;

/** What the carriers have said in one sweep. */
interface Said {
  /** Not asked any more in this sweep. */
  done: Set<CarrierName>;
  unansweredInARow: Map<CarrierName, number>;
  /** The first refusal that is not a matter of time. */
  kept: { carrier: CarrierName; code: string } | undefined;
  mayPass: boolean;
}

/**
 * Deletes callers' messages made before an instant, at the carrier and then here. One that is refused keeps no other;
 * a carrier that is away, or refuses the whole account, is left alone until the next sweep, and no other carrier with it.
 */
export async function deleteRecordings(service: RetentionService, before: Date, now: Date): Promise<void> {
  const db = service.db.$client;
  const said: Said = { done: new Set(), unansweredInARow: new Map(), kept: undefined, mayPass: false };
  let deleted = 0;
  let after: DueRecording | undefined;
  while (deleted < MOST_DELETED) {
    const due = await dueRecordings(db, before, { after, except: [...said.done], limit: BATCH });
    for (const recording of due) {
      if (!said.done.has(recording.carrier) && (await deleteOne(service, recording, now, said))) deleted += 1;
    }
    after = due.at(-1);
    if (due.length < BATCH) break;
  }
  await tell(service, said, now);
}

async function deleteOne(
  service: RetentionService,
  { id, carrier, carrierId, url }: DueRecording,
  now: Date,
  said: Said,
): Promise<boolean> {
  const answer =
    carrierId === null ? undefined : await service.telephony.at(carrier).deleteRecording({ carrierId, url });
  if (answer === undefined || answer.ok || answer.failure.class === 'race') {
    said.unansweredInARow.delete(carrier);
    await noteDeleted(service.db.$client, id, answer?.ok ? 'deleted' : 'gone', now);
    return true;
  }
  const { code, message } = answer.failure;
  service.log.warn({ recording: id, carrier, code, reason: message }, 'a recording could not be deleted');
  noteRefusal(said, carrier, answer.failure);
  return false;
}

function noteRefusal(said: Said, carrier: CarrierName, failure: CarrierFailure): void {
  if (failure.class === 'may-pass') {
    said.mayPass = true;
    const unanswered = (said.unansweredInARow.get(carrier) ?? 0) + 1;
    said.unansweredInARow.set(carrier, unanswered);
    if (unanswered >= MOST_UNANSWERED) said.done.add(carrier);
    return;
  }
  said.unansweredInARow.delete(carrier);
  said.kept ??= { carrier, code: failure.code };
  if (failure.wholeAccount) said.done.add(carrier);
}

/** What may pass neither raises the alarm nor takes it down: it says nothing of what was refused before. */
async function tell(service: RetentionService, { kept, mayPass }: Said, now: Date): Promise<void> {
  if (kept) {
    const facts = { kind: 'recordings-kept', ...kept } as const;
    await unitOfWork(service, (unit) => raiseAlarm(service, unit, { facts, desk: undefined }));
  } else if (!mayPass) {
    const facts = { kind: 'recordings-kept', code: '' } as const;
    await clearAlarm(service.db.$client, facts, 'the carrier deletes them again', now);
  }
}
