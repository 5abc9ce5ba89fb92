import { noteCall, type Call } from '../calls/index.ts';
import { toPhoneNumber } from '../kernel/index.ts';
import { phrasesFor } from '../phrases/index.ts';
import { scriptOf, type Service, type Unit } from '../service/index.ts';
import { conversationOf } from './call-row.store.ts';
import { openCase } from './open-case.ts';

/** The place of a call whose caller hung up before choosing. */
export const ABANDONED = 'abandoned';

/**
 * A caller who hangs up before choosing is not forgotten: a case is opened, so that somebody calls back. Nobody is
 * paged for it: what it is about is not known.
 */
export async function openCaseForAbandonedCall(service: Service, unit: Unit, call: Call): Promise<void> {
  const script = scriptOf(service, call.desk);
  if (!script) return;
  const opened = await openCase(service, unit, {
    script,
    callId: call.id,
    carrier: call.carrier,
    caller: toPhoneNumber(call.fromNumber),
    kind: 'unsorted',
    severity: undefined,
    summary: phrasesFor(script.language).hungUpBeforeChoosing,
    language: conversationOf(call)?.state.language ?? script.language,
    plan: undefined,
  });
  noteCall(unit, call.id, 'abandoned', { case: opened.number });
  await unit.flush();
  await unit.tx.query('UPDATE call SET case_id = $2, place = $3 WHERE id = $1', [
    call.id,
    opened.caseId,
    ABANDONED,
  ]);
}
