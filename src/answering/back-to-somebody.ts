import { lockCall, moveLeg } from '../calls/index.ts';
import { lockCase, noteCase } from '../cases/index.ts';
import { pageAgain } from '../paging/index.ts';
import { phrasesFor } from '../phrases/index.ts';
import { scriptOf, unitOfWork, type Service } from '../service/index.ts';
import type { Verb } from '../telephony/index.ts';
import { farewell } from './hold.ts';

/** The customer whose responder has left presses 1 to have somebody back: the paging begins again, the accepter first. */
export async function backToSomebody(
  service: Service,
  callId: string,
  digits: string | undefined,
): Promise<Verb[]> {
  return unitOfWork(service, async (unit) => {
    const call = await lockCall(unit.db, callId);
    const script = call && scriptOf(service, call.desk);
    const found = call?.caseId ? await lockCase(unit.db, call.caseId) : undefined;
    if (!call || !script || !found) throw new Error(`no customer's leg ${callId}`);
    if (digits !== '1') return farewell(script, found.number);
    noteCase(unit, found.id, 'caller.wants-back', { call: callId });
    await moveLeg(unit, callId, 'hold');
    await pageAgain(service, unit, found, { accepter: found.acknowledgedBy, callerHolds: true });
    const text = phrasesFor(script.language).backOnHold;
    return [
      { verb: 'say', text, language: script.language, voice: script.voice },
      { verb: 'redirect', url: service.urls.hold(callId, 1) },
    ];
  });
}
