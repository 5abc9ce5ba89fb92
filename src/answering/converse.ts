import { lockCall, noteCall, type Call } from '../calls/index.ts';
import {
  atHold,
  decide,
  render,
  renderText,
  scriptIn,
  type IvrEffect,
  type IvrFacts,
  type IvrInput,
  type Script,
} from '../ivr/index.ts';
import { toPhoneNumber } from '../kernel/index.ts';
import { noteCase } from '../cases/index.ts';
import { hoursWith, loadOwnHours, type OwnHours } from '../own-hours/index.ts';
import { scriptOf, unitOfWork, type Service, type Unit } from '../service/index.ts';
import type { Verb } from '../telephony/index.ts';
import { sendText } from '../texts/index.ts';
import { keepKeyedAnswer } from './answers.ts';
import { isApprovedCaller } from './approved-caller.ts';
import { ABANDONED } from './abandoned.ts';
import { pageForCall } from './ask-for-somebody.ts';
import { caseFacts, conversationOf, saveConversation, type Conversation } from './call-row.store.ts';
import { contextOf } from './context.ts';
import { ivrUrls } from './ivr-urls.ts';
import { foresee, type FirstInput, type Foreseen } from './foresee.ts';
import { openCase } from './open-case.ts';
import { markSilent } from './recording.ts';
import { isPastHold, placeOf, whereItIsNow } from './place.ts';
import { sortCase } from './sort-case.ts';

/** The call is not in the books. */
export class UnknownCall extends Error {}

/**
 * Answers what a caller keyed, said or left unsaid: one transaction holds all that follows from it, then the answer is
 * spoken. An input for a turn that is over (a webhook sent twice, or late) changes nothing and is told what was said
 * then, or where the call is now. `first` is what the webhook of a call's first input says of the call. `again` is a call that has lost its way and comes back without an input.
 * @throws UnknownCall when there is no such call.
 */
export async function converse(
  service: Service,
  callId: string,
  turn: number | 'now' | 'again',
  input: IvrInput,
  first?: FirstInput,
): Promise<Verb[]> {
  return unitOfWork(service, async (unit) => {
    const dates = loadOwnHours(unit.tx, unit.now);
    const [call, foreseen, own] = await Promise.all([
      lockCall(unit.db, callId),
      first && turn === 1 ? foresee(service, unit, first, input, dates) : undefined,
      dates,
    ]);
    const script = call && scriptOf(service, call.desk);
    const known = call && conversationOf(call);
    if (!call) throw new UnknownCall(`no call ${callId}`);
    if (!script || !known) throw new Error(`no inbound call ${callId}`);
    // The move out of the hold and the hold's own next turn both bring the caller here: the second finds them gone on.
    if (input.kind === 'nobody-came' && isPastHold(known, call))
      return whereItIsNow(service, call, script, { known, own, now: unit.now });
    if (turn === 'now' || turn === known.turn)
      return answer(service, unit, { call, script, own, known, input, holds: turn === 'now', foreseen });
    if (turn === known.turn - 1 && known.said && call.place === known.place) return known.said;
    return whereItIsNow(service, call, script, { known, own, now: unit.now });
  });
}

/**
 * The first turn of a call whose script begins with more than a question: a case is opened and people are paged before
 * anything is said. `known` is the conversation before it.
 */
export async function openingTurn(
  service: Service,
  unit: Unit,
  callId: string,
  begun: Pick<Asked, 'script' | 'own' | 'known'>,
): Promise<Verb[]> {
  const call = await lockCall(unit.db, callId);
  if (!call) throw new UnknownCall(`no call ${callId}`);
  const input = { kind: 'resumed' } as const;
  return answer(service, unit, { ...begun, call, input, holds: false, foreseen: undefined });
}

interface Asked {
  call: Call;
  script: Script;
  own: OwnHours;
  known: Conversation;
  input: IvrInput;
  /** The input comes from hold, whatever the conversation was at when the call was put there. */
  holds: boolean;
  foreseen: Foreseen | undefined;
}

async function answer(service: Service, unit: Unit, asked: Asked): Promise<Verb[]> {
  const { call, script, own, known, input, holds, foreseen } = asked;
  const facts = call.caseId === null ? undefined : await caseFacts(unit.tx, call.caseId);
  const context = contextOf(hoursWith(script, own), unit.now, call.fromNumber);
  // A key that arrives behind the hang-up finds the case of the abandoned call, which nothing was chosen for yet.
  context.hasCase = facts !== undefined && call.place !== ABANDONED;
  context.approved = await isApprovedCaller(unit, script, context.callerNumber);
  context.paging = facts?.pagingOpen ? 'ringing' : facts?.acceptedBy ? 'accepted' : 'none';
  const next = decide(script, holds ? atHold(script, known.state) : known.state, input, context);
  const acceptedBy = facts?.pagingOpen ? undefined : (facts?.acceptedBy ?? undefined);
  const outcome: Outcome = {
    caseId: call.caseId,
    choice: call.choice,
    spoken: { caseNumber: facts?.number, acceptedBy },
    foreseen,
  };
  const { language } = scriptIn(script, next.state.language);
  for (const effect of next.effects)
    await perform(service, unit, { call, script, language }, effect, outcome);
  const turn = known.turn + 1;
  const said = render(script, next, outcome.spoken, ivrUrls(service, call.id, turn));
  const place = placeOf(next);
  saveConversation(unit, call.id, {
    ivr: { turn, state: next.state, said, place },
    place,
    caseId: outcome.caseId,
    choice: outcome.choice,
  });
  return said;
}

interface Outcome {
  caseId: string | null;
  choice: string | null;
  spoken: IvrFacts;
  foreseen: Foreseen | undefined;
}

async function perform(
  service: Service,
  unit: Unit,
  { call, script, language }: { call: Call; script: Script; language: string },
  effect: IvrEffect,
  outcome: Outcome,
): Promise<void> {
  switch (effect.kind) {
    case 'choice': {
      outcome.choice = effect.label;
      const how = effect.heard === undefined ? { key: effect.key } : { heard: effect.heard };
      noteCall(unit, call.id, 'chose', { ...how, label: effect.label });
      return;
    }
    case 'open-case': {
      const { caseKind: kind, severity, summary, plan } = effect;
      const caller = toPhoneNumber(call.fromNumber);
      const { id: callId, carrier } = call;
      const opening = { script, callId, carrier, caller, kind, severity, summary, language, plan };
      const opened =
        outcome.caseId === null
          ? await openCase(service, unit, opening, outcome.foreseen)
          : await sortCase(service, unit, opening, outcome.caseId);
      outcome.caseId = opened.caseId;
      outcome.spoken = { ...opened, caseNumber: opened.number };
      return;
    }
    case 'language':
      noteCall(unit, call.id, 'language', { language: effect.language });
      if (outcome.caseId === null) return;
      await unit.flush();
      await unit.tx.query('UPDATE support_case SET language = $2 WHERE id = $1', [
        outcome.caseId,
        effect.language,
      ]);
      return;
    case 'start-paging': {
      if (outcome.caseId === null) return;
      await unit.flush();
      const asked = await pageForCall(service, unit, { script, caseId: outcome.caseId, plan: effect.plan });
      outcome.spoken = { ...outcome.spoken, ...asked };
      return;
    }
    case 'callback-number':
      if (outcome.caseId === null) return;
      await unit.flush();
      await unit.tx.query('UPDATE support_case SET callback_number = $2 WHERE id = $1', [
        outcome.caseId,
        effect.number,
      ]);
      noteCase(unit, outcome.caseId, 'callback-number', { number: effect.number });
      return;
    case 'keyed-answer':
      if (outcome.caseId !== null) await keepKeyedAnswer(unit, outcome.caseId, effect);
      return;
    case 'not-approved':
      if (outcome.caseId !== null)
        noteCase(unit, outcome.caseId, 'caller.not-approved', { caller: call.fromNumber ?? 'withheld' });
      return;
    case 'nothing-said':
      return markSilent(unit, { ...call, caseId: outcome.caseId }, effect);
    case 'text-caller':
      sendText(service, unit, {
        purpose: 'customer',
        script,
        to: effect.to,
        from: toPhoneNumber(call.toNumber) ?? script.numbers[0]!,
        body: renderText(scriptIn(script, language), effect.body, outcome.spoken),
        urgency: 5,
        caseId: outcome.caseId ?? undefined,
      });
  }
}
