import { callById, noteCall, type Call } from '../calls/index.ts';
import { noteCase } from '../cases/index.ts';
import { labelOfQuestion } from '../ivr/index.ts';
import { newId } from '../kernel/index.ts';
import { scriptOf, unitOfWork, type Service, type Unit } from '../service/index.ts';

export interface FinishedRecording {
  carrierId: string;
  url?: string | undefined;
  durationSeconds?: number | undefined;
  /** Which question of the script it answers. */
  question?: string | undefined;
}

/** A caller's message is there. Comes from the carrier's callback and from the call itself, in any order: kept once. */
export async function keepRecording(
  service: Service,
  callId: string,
  recording: FinishedRecording,
): Promise<void> {
  await unitOfWork(service, async (unit) => {
    const call = await callById(unit.db, callId);
    if (!call || recording.carrierId === '') return;
    const script = scriptOf(service, call.desk);
    const { question } = recording;
    const label = script && question !== undefined ? labelOfQuestion(script, question) : null;
    const { rows } = await unit.tx.query<{ added: boolean }>(
      `INSERT INTO recording (id, call_id, case_id, carrier_id, url, duration_seconds, created_at, label)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (carrier_id) DO UPDATE SET
         url = CASE WHEN recording.deleted_at IS NULL THEN coalesce(excluded.url, recording.url) END,
         duration_seconds = coalesce(excluded.duration_seconds, recording.duration_seconds) RETURNING (xmax = 0) AS added`,
      [
        newId(unit.now),
        callId,
        call.caseId,
        recording.carrierId,
        recording.url ?? null,
        recording.durationSeconds ?? null,
        unit.now,
        label,
      ],
    );
    if (!rows[0]?.added || call.caseId === null) return;
    noteCall(unit, callId, 'recorded', { seconds: recording.durationSeconds });
    noteCase(unit, call.caseId, 'message.recorded', {
      seconds: recording.durationSeconds,
      ...(label === null ? {} : { label }),
    });
  });
}

/** Nothing was heard in a recording of this call: it is no message, and is deleted like one when its time is over. */
export async function markSilent(
  unit: Unit,
  call: Pick<Call, 'id' | 'caseId'>,
  { recordingId, seconds }: { recordingId: string; seconds: number },
): Promise<void> {
  const { rowCount } = await unit.tx.query(
    'UPDATE recording SET nothing_said = true WHERE carrier_id = $1 AND call_id = $2 AND NOT nothing_said',
    [recordingId, call.id],
  );
  if (!rowCount || call.caseId === null) return;
  noteCall(unit, call.id, 'nothing-said', { seconds });
  noteCase(unit, call.caseId, 'message.nothing-said', { seconds });
}
