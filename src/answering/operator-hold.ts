import { liveResponderLegs, moveLeg, noteCall, type Call } from '../calls/index.ts';
import { takesCall, type Script } from '../ivr/index.ts';
import type { Service, Unit } from '../service/index.ts';
import type { Verb } from '../telephony/index.ts';
import type { CaseFacts } from './call-row.store.ts';
import type { CallersVoice } from './callers-voice.ts';

/** The place of a caller whose operator has left the line for a moment, to hand the call on. */
export const ASIDE = 'aside';

/** What a caller hears who holds for an operator, or whom an operator has handed on; undefined for all others. */
export function operatorTruth({ script, words }: CallersVoice, facts: CaseFacts): string | undefined {
  if (!facts.pagingOpen) return undefined;
  if (!facts.isTransfer && !takesCall(script, facts.plan)) return undefined;
  const { ringing, asked, listening, isTransfer } = facts;
  return words.operator.hold({
    ringing: ringing + asked,
    listening,
    transfers: isTransfer,
  });
}

/** The node that a holding caller goes on with when everybody was asked in vain. */
export function wayOn(script: Script, facts: CaseFacts): string | undefined {
  if (facts.pagingStatus !== 'given-up' || facts.acceptedBy !== null || facts.plan === null) return undefined;
  const plan = Object.hasOwn(script.plans, facts.plan) ? script.plans[facts.plan] : undefined;
  return plan?.givesUp?.go;
}

/** What is said on the way into the room where an operator is; undefined where it is no operator. */
export function operatorGreeting({ script, words }: CallersVoice, facts: CaseFacts): string | undefined {
  return takesCall(script, facts.plan) ? words.operator.connected : undefined;
}

/**
 * What a caller hears whose operator has left the room: the truth while the operator is choosing where to; hold when somebody
 * else is being asked; undefined when the operator has gone, and the caller is alone.
 */
export async function whileAside(
  service: Service,
  unit: Unit,
  call: Call,
  { words: { operator: words }, say }: CallersVoice,
  facts: CaseFacts,
): Promise<Verb[] | undefined> {
  const legs = call.place === ASIDE ? await liveResponderLegs(unit.db, facts.caseId) : [];
  if (legs.some(({ place }) => place === 'after-bridge')) {
    noteCall(unit, call.id, 'heard', { text: words.aside });
    return [
      say(words.aside),
      { verb: 'play', url: service.urls.holdMusic() },
      { verb: 'redirect', url: service.urls.bridge(call.id) },
    ];
  }
  if (call.purpose !== 'support' || !facts.pagingOpen || !facts.isTransfer) return undefined;
  await moveLeg(unit, call.id, 'hold');
  noteCall(unit, call.id, 'heard', { text: words.onTransfer });
  return [say(words.onTransfer), { verb: 'redirect', url: service.urls.hold(call.id, 1) }];
}
