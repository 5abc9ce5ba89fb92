import { nextCallerOf } from '../bridging/index.ts';
import { moveLeg, type Call } from '../calls/index.ts';
import { caseById } from '../cases/index.ts';
import { spokenCaseNumber, type Voice } from '../ivr/index.ts';
import type { Service, Unit } from '../service/index.ts';
import type { Verb } from '../telephony/index.ts';
import { ask } from './speech.ts';

const STAYED_TIMEOUT_SECONDS = 1;

/**
 * Announces the next caller who holds to a responder who has just finished one talk: whoever stays on the line is put
 * through, without a key, having been a person a moment ago. Whoever hangs up, as people do at the end of a talk, leaves
 * nobody alone in a room, and is called again. Undefined when nobody holds.
 */
export async function announceNextCaller(
  service: Service,
  unit: Unit,
  leg: Call,
  voice: Voice,
): Promise<Verb[] | undefined> {
  const next = leg.person === null ? undefined : await nextCallerOf(unit.tx, leg.person, leg.id);
  const found = next && (await caseById(unit.db, next.caseId));
  if (!found) return undefined;
  await moveLeg(unit, leg.id, 'after-bridge');
  const words = voice.say(voice.words.nextCaller(spokenCaseNumber(found.number)));
  return ask(service, leg.id, `next:${found.id}`, 1, [words], STAYED_TIMEOUT_SECONDS);
}
