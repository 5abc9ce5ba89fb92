import { lockCall, moveLeg, type Call } from '../calls/index.ts';
import { lockCase, noteCase, type Case } from '../cases/index.ts';
import { spokenCaseNumber, type Voice } from '../ivr/index.ts';
import { pageAgain } from '../paging/index.ts';
import { firstName, personName } from '../people/index.ts';
import { scriptOf, unitOfWork, type Service, type Unit } from '../service/index.ts';
import type { Verb } from '../telephony/index.ts';
import { callersVoice } from './callers-voice.ts';

/** How often a customer who is left alone is asked before we say goodbye: silence may be a handset laid aside. */
const MOST_TRIES = 3;

/** Asks a customer who is alone on the line whether somebody is still needed. `tries` counts from 1. */
export function askWhetherNeeded(
  service: Service,
  { say }: Voice,
  callId: string,
  question: string,
  tries = 1,
): Verb[] {
  const url = service.urls.back(callId, tries);
  return [
    {
      verb: 'gather',
      prompts: [say(question)],
      input: 'keys',
      keyCount: 1,
      timeoutSeconds: 8,
      reportSilence: true,
      action: url,
    },
    { verb: 'redirect', url },
  ];
}

/** The customer whose responder has left presses 1 to have somebody back: the paging begins again, the accepter first. */
export async function backToSomebody(
  service: Service,
  callId: string,
  answer: { digits: string | undefined; tries: number },
): Promise<Verb[]> {
  return unitOfWork(service, async (unit) => {
    const call = await lockCall(unit.db, callId);
    const script = call && scriptOf(service, call.desk);
    const found = call?.caseId ? await lockCase(unit.db, call.caseId) : undefined;
    if (!call || !script || !found) throw new Error(`no customer's leg ${callId}`);
    const voice = callersVoice(script, call, found);
    if (answer.digits === '1') return callAgain(service, unit, call, voice, found);
    if (answer.tries < MOST_TRIES) {
      const question = await questionFor(unit, voice, found);
      return askWhetherNeeded(service, voice, callId, question, answer.tries + 1);
    }
    return [voice.say(voice.words.farewell(spokenCaseNumber(found.number))), { verb: 'hangup' }];
  });
}

async function questionFor(unit: Unit, { words }: Voice, found: Case): Promise<string> {
  const name = await personName(unit.tx, found.acknowledgedBy);
  const isOver = ['resolved', 'closed', 'cancelled'].includes(found.status);
  if (name === undefined || isOver) return words.nobodyComing(spokenCaseNumber(found.number));
  return words.responderLeft(firstName(name));
}

async function callAgain(
  service: Service,
  unit: Unit,
  call: Call,
  { words, say }: Voice,
  found: Case,
): Promise<Verb[]> {
  noteCase(unit, found.id, 'caller.wants-back', { call: call.id });
  // The customer says that it is not over, whatever was entered.
  const replyCode = (await reopen(unit, found.id)) ?? found.replyCode;
  await moveLeg(unit, call.id, 'hold');
  await pageAgain(
    service,
    unit,
    { ...found, replyCode },
    { accepter: found.acknowledgedBy, callerHolds: true },
  );
  return [say(words.backOnHold), { verb: 'redirect', url: service.urls.hold(call.id, 1) }];
}

/** Reopens a case that was over; its reply code may be another case's by now. The code it has, if it was over. */
async function reopen(unit: Unit, caseId: string): Promise<number | undefined> {
  const { rows } = await unit.tx.query<{ replyCode: number }>(
    `UPDATE support_case SET status = 'open', resolved_at = NULL, closed_at = NULL, closing_reason = NULL,
       joined_to = NULL, reply_code = next_reply_code()
     WHERE id = $1 AND status IN ('resolved', 'closed', 'cancelled') RETURNING reply_code AS "replyCode"`,
    [caseId],
  );
  return rows[0]?.replyCode;
}
