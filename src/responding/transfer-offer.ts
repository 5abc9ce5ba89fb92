import { canHandOn } from '../bridging/index.ts';
import { moveLeg, type Call } from '../calls/index.ts';
import type { Script, Voice } from '../ivr/index.ts';
import type { Service, Unit } from '../service/index.ts';
import type { Verb } from '../telephony/index.ts';
import { setAside, transferOf } from '../transfer/index.ts';
import { ask } from './speech.ts';

/** After two silences an operator goes back to the caller, who waits. */
export const MOST_OFFERS = 2;

/** The keys of the nth of those who can take over. */
export const keysOf = (index: number) => ({
  blindKey: String(2 * index + 1),
  warmKey: String(2 * index + 2),
});

/**
 * An operator has left the room by the key *: the caller waits, and the operator hears to whom the call can be handed on. When it
 * can be to nobody, as after hours, that is said, and both are together again. Undefined for everybody else.
 */
export async function offerTransfer(
  service: Service,
  unit: Unit,
  leg: Call,
  script: Script,
  voice: Voice,
): Promise<Verb[] | undefined> {
  if (leg.caseId === null || !(await canHandOn(service, unit, leg))) return undefined;
  await setAside(unit, leg.caseId);
  await moveLeg(unit, leg.id, 'after-bridge');
  return transferMenu(service, unit, leg, script, voice, 1);
}

/** Says to whom the call can be handed on, or that it cannot. */
export async function transferMenu(
  service: Service,
  unit: Unit,
  leg: Call,
  script: Script,
  voice: Voice,
  tries: number,
): Promise<Verb[]> {
  const targets = await transferOf(unit, script, leg.caseId!);
  const words = voice.words.operator;
  if (targets.length === 0) {
    const url = service.urls.legKey(leg.id, `transfer:${leg.caseId}`, MOST_OFFERS);
    return [voice.say(words.transferClosed), { verb: 'redirect', url }];
  }
  const offered = targets.map(({ name }, index) => ({ name, ...keysOf(index) }));
  return ask(service, leg.id, `transfer:${leg.caseId}`, tries, [voice.say(words.transferOffer(offered))]);
}
