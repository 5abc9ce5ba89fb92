import { moveLeg, noteCall, type Call } from '../calls/index.ts';
import type { Case } from '../cases/index.ts';
import { spokenCaseNumber } from '../ivr/index.ts';
import { acceptCase, declineCase, openVoicePages, type OpenPage } from '../paging/index.ts';
import { personName } from '../people/index.ts';
import type { Unit } from '../service/index.ts';
import type { Verb } from '../telephony/index.ts';
import { legDocument } from './leg-document.ts';
import { offerDocument } from './offer.ts';
import { ask, MOST_SILENCES, type Voice } from './speech.ts';
import { joinKey, nextKey, putThrough, reachedKey, talkKey } from './talk-keys.ts';
import type { Turn } from './turn.ts';

/** Answers a key: only 1 accepts, and nothing is done by silence or by a key that was not offered. */
export async function keyDocument(turn: Turn): Promise<Verb[]> {
  const { leg, unit, key, voice } = turn;
  const [what, caseId] = key.about.split(':');
  if (key.digits !== undefined) noteCall(unit, leg.id, 'key', { digits: key.digits, about: key.about });
  else if (key.tries >= MOST_SILENCES) return [voice.say(lastWords(what, voice)), { verb: 'hangup' }];
  if (what === 'talk' && caseId) return talkKey(turn, caseId);
  if (what === 'next' && caseId) return nextKey(turn, caseId);
  if (what === 'reached' && caseId) return reachedKey(turn, caseId);
  if (what === 'join' && caseId) return joinKey(turn, caseId);
  return offerKey(turn, what === 'one' ? caseId : undefined);
}

/** Whoever stays silent has accepted nothing by it, nor lost what they have. */
function lastWords(what: string | undefined, voice: Voice): string {
  return what === 'offer' || what === 'one' ? voice.words.noKey : voice.words.goodbye;
}

async function offerKey(turn: Turn, one: string | undefined): Promise<Verb[]> {
  const { service, unit, leg, script, voice, key } = turn;
  const open = await openVoicePages(unit.tx, leg.toNumber, leg.person ?? '');
  const spoken = await spokenIn(unit, leg);
  const offered =
    one === undefined
      ? open.filter((page) => spoken.has(page.caseId))
      : open.filter((page) => page.caseId === one);
  if (key.digits === '1') return acceptKey(turn, one === undefined ? [...spoken] : [one], open);
  if (key.digits === '2') return declineKey(turn, offered);
  if (key.digits === '3' && one === undefined && offered.length > 1) {
    return offerDocument(service, leg, script, offered, voice, { tries: 1, one: true });
  }
  const tries = key.digits === undefined ? key.tries + 1 : 1;
  if (one !== undefined && offered.length > 0) {
    return offerDocument(service, leg, script, offered, voice, { tries, one: true });
  }
  const again = await legDocument(service, unit, leg, script, voice, { tries });
  const wrong = key.digits !== undefined && key.digits !== '9';
  return wrong ? [voice.say(voice.words.notAKey), ...again] : again;
}

/** The cases that this call has spoken, settled since or not: what the key is about. */
async function spokenIn(unit: Unit, leg: Call): Promise<Set<string>> {
  const { rows } = await unit.tx.query<{ case_id: string }>(
    `SELECT p.case_id FROM page p JOIN support_case s ON s.id = p.case_id
     WHERE p.call_id = $1 AND p.status <> 'declined' GROUP BY p.case_id, s.severity, s.opened_at
     ORDER BY s.severity NULLS LAST, s.opened_at`,
    [leg.id],
  );
  return new Set(rows.map((row) => row.case_id));
}

async function acceptKey(turn: Turn, caseIds: string[], open: OpenPage[]): Promise<Verb[]> {
  const { service, unit, leg, voice } = turn;
  const person = leg.person ?? '';
  const mine: { case: Case; callerHolds: boolean }[] = [];
  let taken: { case: Case; by: string } | undefined;
  for (const caseId of caseIds) {
    const outcome = await acceptCase(service, unit, { caseId, person, via: 'voice', callId: leg.id });
    if (outcome.kind === 'yours') mine.push(outcome);
    else if (outcome.kind === 'taken') taken = outcome;
  }
  if (mine.length === 0)
    return taken ? secondDocument(turn, taken) : legDocument(service, unit, leg, turn.script, voice);
  const left = open.filter((page) => !caseIds.includes(page.caseId));
  const first = mine.find((m) => m.callerHolds) ?? mine[0]!;
  const numbers = mine.map((m) => spokenCaseNumber(m.case.number));
  const several = mine.length > 1 ? [voice.say(voice.words.acceptedSeveral(numbers))] : [];
  if (left.length > 0 && !first.callerHolds) {
    return [...several, ...offerDocument(service, leg, turn.script, left, voice, { tries: 1, one: true })];
  }
  return [...several, ...(await putThrough(turn, first.case, first.callerHolds, true))];
}

/** Somebody else was first: the truth, and the way in. */
async function secondDocument(turn: Turn, taken: { case: Case; by: string }): Promise<Verb[]> {
  const { service, unit, leg, voice } = turn;
  const name = (await personName(unit.tx, taken.by)) ?? taken.by;
  await moveLeg(unit, leg.id, 'second');
  const told = [
    voice.say(voice.words.takenBy(name, spokenCaseNumber(taken.case.number))),
    voice.say(voice.words.joinOffer),
  ];
  return ask(service, leg.id, `join:${taken.case.id}`, 1, told);
}

async function declineKey(turn: Turn, offered: OpenPage[]): Promise<Verb[]> {
  const { service, unit, leg, script, voice } = turn;
  const refused = turn.key.about.startsWith('one:') ? offered.slice(0, 1) : offered;
  for (const page of refused) await declineCase(unit, page.caseId, leg.person ?? '');
  const left = await openVoicePages(unit.tx, leg.toNumber, leg.person ?? '');
  if (left.length > 0)
    return offerDocument(service, leg, script, left, voice, { tries: 1, one: left.length > 1 });
  await moveLeg(unit, leg.id, 'told');
  return [voice.say(voice.words.declined), { verb: 'hangup' }];
}
