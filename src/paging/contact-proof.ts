import { longestTalk } from '../calls/index.ts';
import { isContactUnproved, recordContact, type Case } from '../cases/index.ts';
import type { Unit } from '../service/index.ts';

/**
 * A responder who stays on the line with a called-back phone that long talks to a person: greeting and message of a
 * voicemail box are over by then, and nobody has denied it.
 */
const PROVING_TALK_SECONDS = 120;

/** `by`: whoever has just been found to have spoken to the customer. `lookAgainAt`: they talk at this moment, and will have talked long enough by then. */
export type Proof = { proved: true; by?: string } | { proved: false; lookAgainAt?: Date };

/**
 * Takes a long enough talk with a called-back phone for contact. A picked-up phone is not a human: a short talk proves
 * nothing until the responder says so.
 */
export async function proveByTalk(unit: Unit, found: Case): Promise<Proof> {
  if (!isContactUnproved(found)) return { proved: true };
  const talk = await longestTalk(unit.tx, found.id, unit.now);
  if (!talk) return { proved: false };
  if (talk.seconds >= PROVING_TALK_SECONDS) {
    const { person: by, startedAt: since } = talk;
    const isNews = await recordContact(unit, found.id, { by, how: 'long talk' }, { since });
    return { proved: true, ...(isNews ? { by } : {}) };
  }
  if (!talk.goesOn) return { proved: false };
  return { proved: false, lookAgainAt: new Date(talk.startedAt.getTime() + PROVING_TALK_SECONDS * 1000) };
}
