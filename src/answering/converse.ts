import { lockCall, noteCall, type Call } from '../calls/index.ts';
import {
  decide,
  render,
  renderText,
  type IvrEffect,
  type IvrFacts,
  type IvrInput,
  type Script,
  type Turn,
} from '../ivr/index.ts';
import { toPhoneNumber } from '../kernel/index.ts';
import { beginPaging } from '../paging/index.ts';
import { caseById, noteCase } from '../cases/index.ts';
import { scriptOf, unitOfWork, type Service, type Unit } from '../service/index.ts';
import type { Verb } from '../telephony/index.ts';
import { sendText } from '../texts/index.ts';
import { caseFacts, conversationOf, saveConversation } from './call-row.store.ts';
import { ivrUrls } from './ivr-urls.ts';
import { openCase } from './open-case.ts';
import { contextOf } from './context.ts';

/**
 * Answers what a caller keyed, said or left unsaid: one transaction holds all that follows from it, then the answer is
 * spoken. An input for a turn that is over (a webhook sent twice) changes nothing and is told where the call is now.
 * @throws Error when there is no such call.
 */
export async function converse(
  service: Service,
  callId: string,
  turn: number | 'now' | 'again',
  input: IvrInput,
): Promise<Verb[]> {
  return unitOfWork(service, async (unit) => {
    const call = await lockCall(unit.db, callId);
    const script = call && scriptOf(service, call.desk);
    const known = call && conversationOf(call);
    if (!call || !script || !known) throw new Error(`no inbound call ${callId}`);
    const fresh = turn === 'now' || turn === known.turn;
    const facts = call.caseId === null ? undefined : await caseFacts(unit.tx, call.caseId);
    const context = contextOf(script, unit.now, call.fromNumber);
    context.hasCase = facts !== undefined;
    context.paging = facts?.pagingOpen ? 'ringing' : facts?.acceptedBy ? 'accepted' : 'none';
    const next = decide(script, known.state, fresh ? input : { kind: 'resumed' }, context);
    const outcome: Outcome = {
      caseId: call.caseId,
      choice: call.choice,
      spoken: { caseNumber: facts?.number, acceptedBy: facts?.acceptedBy ?? undefined },
    };
    if (fresh)
      for (const effect of next.effects)
        await perform(service, unit, { call, script, next }, effect, outcome);
    await unit.flush();
    const turnNow = fresh ? known.turn + 1 : known.turn;
    await saveConversation(unit.tx, call.id, {
      ivr: { turn: turnNow, state: next.state },
      place: placeOf(next),
      caseId: outcome.caseId,
      choice: outcome.choice,
    });
    return render(script, next, outcome.spoken, ivrUrls(service, call.id, turnNow));
  });
}

interface Outcome {
  caseId: string | null;
  choice: string | null;
  spoken: IvrFacts;
}

interface At {
  call: Call;
  script: Script;
  next: Turn;
}

async function perform(
  service: Service,
  unit: Unit,
  at: At,
  effect: IvrEffect,
  outcome: Outcome,
): Promise<void> {
  const { call, script } = at;
  switch (effect.kind) {
    case 'choice':
      outcome.choice = effect.label;
      noteCall(unit, call.id, 'chose', { key: effect.key, label: effect.label, heard: effect.heard });
      return;
    case 'open-case': {
      const opened = await openCase(service, unit, {
        script,
        callId: call.id,
        caller: toPhoneNumber(call.fromNumber),
        kind: effect.caseKind,
        severity: effect.severity,
        summary: effect.summary,
        plan: effect.plan,
      });
      outcome.caseId = opened.caseId;
      outcome.spoken = {
        caseNumber: opened.number,
        peoplePaged: opened.peoplePaged,
        joinedExisting: opened.joinedExisting,
        acceptedBy: opened.acceptedBy,
      };
      return;
    }
    case 'start-paging':
      return startFor(service, unit, script, effect.plan, outcome);
    case 'callback-number':
      if (outcome.caseId === null) return;
      await unit.flush();
      await unit.tx.query('UPDATE support_case SET callback_number = $2 WHERE id = $1', [
        outcome.caseId,
        effect.number,
      ]);
      noteCase(unit, outcome.caseId, 'callback-number', { number: effect.number });
      return;
    case 'text-caller':
      sendText(service, unit, {
        purpose: 'customer',
        script,
        to: effect.to,
        from: toPhoneNumber(call.toNumber) ?? script.numbers[0]!,
        body: renderText(script, effect.body, outcome.spoken),
        urgency: 5,
        caseId: outcome.caseId ?? undefined,
      });
  }
}

async function startFor(
  service: Service,
  unit: Unit,
  script: Script,
  plan: string,
  outcome: Outcome,
): Promise<void> {
  if (outcome.caseId === null) return;
  await unit.flush();
  const found = await caseById(unit.db, outcome.caseId);
  if (!found) return;
  const begun = await beginPaging(service, unit, found, script, plan, {
    reason: 'press-through',
    callerHolds: true,
  });
  outcome.spoken = { ...outcome.spoken, peoplePaged: begun?.peoplePaged };
}

function placeOf(turn: Turn): string {
  const places = { menu: 'menu', number: 'menu', record: 'message', hold: 'hold', end: 'goodbye' } as const;
  return places[turn.awaits.kind];
}
