import { lockCall, noteCall } from '../calls/index.ts';
import { noteCase, recordContact } from '../cases/index.ts';
import { unitOfWork, type Service, type Unit } from '../service/index.ts';
import { responderInRoom, tellTheOtherSide } from './bring-together.ts';

export interface RoomEvent {
  caseId: string;
  event: 'join' | 'leave';
  /** The leg, by the label that we gave it. */
  callId: string;
}

/**
 * A leg has come into the room or left it. When a customer and a responder are both in it, they are in contact; when
 * the last responder leaves, the customer is not left alone in silence.
 */
export async function roomChanged(service: Service, { caseId, event, callId }: RoomEvent): Promise<void> {
  await unitOfWork(service, async (unit) => {
    const leg = await lockCall(unit.db, callId);
    if (!leg || leg.caseId !== caseId) return;
    const column = event === 'join' ? 'bridged_at' : 'left_bridge_at';
    const again = event === 'join' ? ', left_bridge_at = NULL' : '';
    await unit.tx.query(`UPDATE call SET ${column} = $2${again} WHERE id = $1`, [callId, unit.now]);
    noteCall(unit, callId, `bridge.${event}`, {});
    if (event === 'join') await noteContact(unit, caseId);
    else if (leg.purpose === 'page' || leg.purpose === 'connect') {
      if (!(await responderInRoom(unit, caseId))) await tellTheOtherSide(unit, caseId, 'customer');
    }
  });
}

async function noteContact(unit: Unit, caseId: string): Promise<void> {
  const { rows } = await unit.tx.query<{ customer: boolean | null; responder: string | null }>(
    `SELECT bool_or(purpose IN ('support', 'call-back')) AS customer,
       max(person) FILTER (WHERE purpose IN ('page', 'connect')) AS responder
     FROM call WHERE case_id = $1 AND bridged_at IS NOT NULL AND left_bridge_at IS NULL AND ended_at IS NULL`,
    [caseId],
  );
  const both = rows[0];
  if (!both?.customer || both.responder === null) return;
  if (!(await recordContact(unit, caseId, { by: both.responder, how: 'bridge' }))) return;
  noteCase(unit, caseId, 'case.bridged', { by: both.responder });
}
