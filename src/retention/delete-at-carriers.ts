import type { CarrierAnswer, CarrierFailure, CarrierName, Telephony } from '../telephony/index.ts';
import type { Service } from '../service/index.ts';
import { dueAtCarriers, noteDeleted, type DueAtCarrier, type KeptKind } from './kept-at-carriers.store.ts';
import { noteDone, noteRefusal, type Said } from './refusals.ts';

type Deleting = Pick<Telephony, 'deleteRecording' | 'deleteCall' | 'deleteText'>;
export type RetentionService = Service & { telephony: { at(carrier: CarrierName): Deleting } };

/** Few at a time: calls that come in meanwhile go first. */
const BATCH = 50;
/** Of one kind in one sweep, so that a process told to stop has not long to wait; the next sweep comes soon then. */
const MOST_ASKED = 100;

const DELETE: Record<
  KeptKind,
  (at: Deleting, id: string, url: string | null) => Promise<CarrierAnswer<'deleted'>>
> = {
  recording: (at, carrierId, url) => at.deleteRecording({ carrierId, url }),
  call: (at, carrierId) => at.deleteCall(carrierId),
  text: (at, carrierId) => at.deleteText(carrierId),
};

/**
 * Deletes what carriers have still of one kind: recordings made before an instant, or calls and texts that are blanked
 * here. One that is refused keeps no other; a carrier that is away, or refuses the whole account, is left alone until
 * the next sweep, and no other carrier with it. True when there may be more to do at once.
 */
export async function deleteAtCarriers(
  service: RetentionService,
  kind: KeptKind,
  { before, now, said }: { before: Date; now: Date; said: Said },
): Promise<boolean> {
  const db = service.db.$client;
  let asked = 0;
  let deleted = 0;
  let after: DueAtCarrier | undefined;
  while (asked < MOST_ASKED) {
    const due = await dueAtCarriers(db, kind, before, { after, except: [...said.done], limit: BATCH });
    for (const one of due) {
      if (said.done.has(one.carrier)) continue;
      const refused = await deleteOne(service, kind, one, now);
      asked += 1;
      if (!refused) {
        noteDone(said, one.carrier);
        deleted += 1;
        continue;
      }
      const { code, message: reason } = refused;
      service.log.warn(
        { [kind]: one.id, carrier: one.carrier, code, reason },
        `a ${kind} could not be deleted`,
      );
      noteRefusal(said, { kind, carrier: one.carrier }, refused);
    }
    after = due.at(-1);
    if (due.length < BATCH) return false;
  }
  return deleted > 0;
}

/** Undefined when the carrier has it no more. */
async function deleteOne(
  service: RetentionService,
  kind: KeptKind,
  { id, carrier, carrierIds, url }: DueAtCarrier,
  now: Date,
): Promise<CarrierFailure | undefined> {
  // Only of a recording is it known at which account it was left: there "not found" is proof.
  let found: 'deleted' | 'gone' | 'unknown' = kind === 'recording' ? 'gone' : 'unknown';
  for (const carrierId of carrierIds) {
    const answer = await DELETE[kind](service.telephony.at(carrier), carrierId, url);
    if (answer.ok) found = 'deleted';
    else if (answer.failure.class !== 'race') return answer.failure;
  }
  await noteDeleted(service.db.$client, kind, id, found, now);
  return undefined;
}
