import { noteCall, type Call } from '../calls/index.ts';
import { notePage } from '../paging/index.ts';
import { unitOfWork, type Service, type Unit } from '../service/index.ts';
import type { CallStatus } from '../telephony/index.ts';
import { noteDoubled } from './doubled.store.ts';
import { inOrder } from './in-order.ts';
import { legEnded } from './leg-ended.ts';
import { lockLeg } from './lock-leg.ts';
import { callCameTo } from './quick-progress.store.ts';
import { watchRinging } from './watch-call.ts';

/** What the carrier says of a leg, from a callback or when asked. */
export interface CallProgress {
  carrierId: string;
  status: CallStatus;
  /** Counts the callbacks of a call; an older one that arrives late changes nothing. */
  sequence?: number | undefined;
  sipCode?: number | undefined;
}

const RANK: Record<string, number> = { due: 0, sending: 0, lost: 0, queued: 1, ringing: 2, 'in-progress': 3 };
const rankOf = (status: string): number => RANK[status] ?? 4;

/**
 * Records how far a leg has come. Monotonic: callbacks arrive late, twice and out of order, and what has been passed is
 * never gone back to. A callback for a call whose answer was lost tells us its id.
 */
export function callProgressed(service: Service, callId: string, progress: CallProgress): Promise<void> {
  return inOrder(callId, () => takeProgress(service, callId, progress));
}

async function takeProgress(service: Service, callId: string, progress: CallProgress): Promise<void> {
  const { carrierId, status, sequence } = progress;
  if (status === 'queued' || status === 'ringing') {
    const now = service.clock.now();
    if (await callCameTo(service.db.$client, callId, carrierId, status, now, sequence)) {
      return service.changes.publish();
    }
  }
  await unitOfWork(service, async (unit) => {
    const leg = await lockLeg(unit, callId);
    if (!leg) return;
    if (leg.carrierId !== null && leg.carrierId !== progress.carrierId) return noteTwin(unit, leg, progress);
    if (leg.carrierId === null) await learnId(service, unit, leg, progress.carrierId);
    if (leg.endedAt !== null || rankOf(progress.status) <= rankOf(leg.status)) return;
    if (progress.sequence !== undefined && progress.sequence <= leg.sequence) return;
    if (rankOf(progress.status) === 4) {
      await legEnded(service, unit, leg, {
        status: progress.status,
        errorCode: progress.sipCode === undefined ? undefined : `SIP ${progress.sipCode}`,
      });
      return;
    }
    await advance(unit, leg, progress);
  });
}

async function advance(unit: Unit, leg: Call, progress: CallProgress): Promise<void> {
  const answered = progress.status === 'in-progress';
  // A call given up for lost whose line now has a newer call of ours stays lost: the index holds one a line.
  await unit.tx.query(
    `UPDATE call c SET sequence = greatest(sequence, $3),
       answered_at = CASE WHEN $4 THEN coalesce(answered_at, $5) ELSE answered_at END,
       status = CASE WHEN status = 'lost' AND EXISTS (
         SELECT 1 FROM call o WHERE o.to_number = c.to_number AND o.line = c.line AND o.id <> c.id AND o.ended_at IS NULL
           AND o.purpose IN ('page', 'connect', 'alarm', 'drill', 'code') AND o.status <> 'lost') THEN status ELSE $2 END
     WHERE id = $1`,
    [leg.id, progress.status, progress.sequence ?? -1, answered, unit.now],
  );
  noteCall(unit, leg.id, answered ? 'answered' : progress.status, {});
  if (leg.purpose !== 'page' || progress.status === 'queued') return;
  const { rows } = await unit.tx.query<{ id: string }>(
    `UPDATE page SET status = $2 WHERE call_id = $1 AND settled_at IS NULL
       AND status = ANY($3::text[]) RETURNING id`,
    [
      leg.id,
      answered ? 'answered' : 'ringing',
      answered ? ['due', 'sending', 'sent', 'ringing'] : ['due', 'sending', 'sent'],
    ],
  );
  const { carrierId } = progress;
  for (const { id } of rows) notePage(unit, id, answered ? 'picked-up' : 'rang', { carrierId });
}

async function learnId(service: Service, unit: Unit, leg: Call, carrierId: string): Promise<void> {
  await watchRinging(service, unit, leg.id);
  await unit.tx.query('UPDATE call SET carrier_id = $2 WHERE id = $1', [leg.id, carrierId]);
  const { rows } = await unit.tx.query<{ id: string }>(
    'UPDATE page SET carrier_id = $2 WHERE call_id = $1 AND carrier_id IS NULL RETURNING id',
    [leg.id, carrierId],
  );
  for (const { id } of rows) notePage(unit, id, 'settled-by-callback', { carrierId });
  if (rows.length === 0) await noteDoubled(unit, { id: leg.id, address: leg.toNumber }, carrierId);
}

/** The same try reached the carrier twice: both are on the receipt, and the first one's story is told. */
async function noteTwin(unit: Unit, leg: Call, progress: CallProgress): Promise<void> {
  if (progress.status !== 'ringing' && rankOf(progress.status) !== 4) return;
  const twin = { carrierId: progress.carrierId, status: progress.status };
  noteCall(unit, leg.id, 'doubled', twin);
  const { rows } = await unit.tx.query<{ id: string }>('SELECT id FROM page WHERE call_id = $1', [leg.id]);
  for (const { id } of rows) notePage(unit, id, 'doubled', twin);
}
