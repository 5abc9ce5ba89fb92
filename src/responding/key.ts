import { moveLeg, noteCall } from '../calls/index.ts';
import { lockCases, type Case } from '../cases/index.ts';
import { spokenCaseNumber, type Voice } from '../ivr/index.ts';
import {
  acceptCase,
  casesSpokenIn,
  declineCase,
  lockPagesOfCases,
  openVoicePages,
  type OpenPage,
} from '../paging/index.ts';
import { personName } from '../people/index.ts';
import type { Verb } from '../telephony/index.ts';
import { legDocument } from './leg-document.ts';
import { joinCall, offerFirst } from './offer.ts';
import { ask, MOST_SILENCES } from './speech.ts';
import { whatWasTaken } from './taken.ts';
import { joinKey, nextKey, putThrough, reachedKey, talkKey } from './talk-keys.ts';
import { transferKey } from './transfer-keys.ts';
import type { Turn } from './turn.ts';

/** Answers a key: only 1 accepts, and nothing is done by silence or by a key that was not offered. */
export async function keyDocument(turn: Turn): Promise<Verb[]> {
  const { leg, unit, key, voice } = turn;
  const [what, caseId] = key.about.split(':');
  if (key.digits !== undefined) noteCall(unit, leg.id, 'key', { digits: key.digits, about: key.about });
  else if (key.tries >= MOST_SILENCES) return [voice.say(lastWords(what, voice)), { verb: 'hangup' }];
  if (what === 'talk' && caseId) return talkKey(turn, caseId);
  if (what === 'transfer' && caseId) return transferKey(turn, caseId);
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
  const open = await openVoicePages(unit.tx, leg);
  const about = one === undefined ? await spokenIn(turn) : [one];
  const offered = open.filter((page) => about.includes(page.caseId));
  if (key.digits === '1') return acceptKey(turn, about, open);
  if (key.digits === '2') return declineKey(turn, offered, open);
  if (key.digits === '3' && one === undefined && offered.length > 1) {
    return offerFirst({ ...turn, open: offered, tries: 1 });
  }
  const tries = key.digits === undefined ? key.tries + 1 : 1;
  if (one !== undefined && offered.length > 0) {
    return offerFirst({ ...turn, open: offered, tries });
  }
  const again = await legDocument(service, unit, leg, script, voice, { tries });
  const wrong = key.digits !== undefined && key.digits !== '9';
  return wrong ? [voice.say(voice.words.notAKey), ...again] : again;
}

/** The cases that this call has spoken, settled since or not: what the key is about. */
async function spokenIn({ unit, leg }: Turn): Promise<string[]> {
  const spoken = await casesSpokenIn(unit.tx, leg.id, leg.person ?? '');
  return spoken.filter(({ declined }) => !declined).map(({ caseId }) => caseId);
}

async function acceptKey(turn: Turn, caseIds: string[], open: OpenPage[]): Promise<Verb[]> {
  const { service, unit, leg, voice, key } = turn;
  const person = leg.person ?? '';
  await takeAll(turn, caseIds, open);
  if (key.about.startsWith('one:'))
    await joinCall(
      unit,
      leg,
      open.filter((page) => caseIds.includes(page.caseId)),
    );
  const mine: { case: Case; callerHolds: boolean }[] = [];
  const taken: { case: Case; by: string }[] = [];
  for (const caseId of caseIds) {
    const outcome = await acceptCase(service, unit, { caseId, person, via: 'voice', callId: leg.id });
    if (outcome.kind === 'yours') mine.push(outcome);
    else if (outcome.kind === 'taken') taken.push(outcome);
  }
  if (mine.length === 0)
    return taken.length > 0
      ? secondDocument(turn, taken.at(-1)!)
      : legDocument(service, unit, leg, turn.script, voice);
  const left = open.filter((page) => !caseIds.includes(page.caseId));
  const first = mine.find((m) => m.callerHolds) ?? mine[0]!;
  const numbers = mine.map((m) => spokenCaseNumber(m.case.number));
  const said = await whatWasTaken(unit, leg, voice);
  if (mine.length > 1) said.push(voice.say(voice.words.acceptedSeveral(numbers)));
  if (left.length > 0 && !first.callerHolds)
    return [...said, ...(await offerFirst({ ...turn, open: left, tries: 1 }))];
  return [...said, ...(await putThrough(turn, first.case, first.callerHolds, true))];
}

/**
 * All cases of a key are locked before the first is answered, and then all of their pages, with the person's own of `open`
 * cases that may be offered next: whoever had the pages of one and waited for the next case could be waited for by a round of
 * that.
 */
async function takeAll(
  { unit, leg }: Turn,
  caseIds: readonly string[],
  open: readonly OpenPage[],
): Promise<void> {
  const offeredNext = open.flatMap(({ pageIds }) => pageIds);
  await Promise.all([
    lockCases(unit.tx, caseIds),
    lockPagesOfCases(unit.tx, caseIds, leg.person ?? '', offeredNext),
  ]);
}

/** Somebody else was first: the truth, and the way in. */
async function secondDocument(turn: Turn, last: { case: Case; by: string }): Promise<Verb[]> {
  const { service, unit, leg, voice } = turn;
  const name = (await personName(unit.tx, last.by)) ?? last.by;
  await moveLeg(unit, leg.id, 'second');
  const told = [
    ...(await whatWasTaken(unit, leg, voice, last.case.number)),
    voice.say(voice.words.takenBy(name, spokenCaseNumber(last.case.number))),
    voice.say(voice.words.joinOffer),
  ];
  return ask(service, leg.id, `join:${last.case.id}`, 1, told);
}

async function declineKey(turn: Turn, offered: OpenPage[], open: OpenPage[]): Promise<Verb[]> {
  const { unit, leg, voice } = turn;
  const refused = turn.key.about.startsWith('one:') ? offered.slice(0, 1) : offered;
  await takeAll(
    turn,
    refused.map(({ caseId }) => caseId),
    open,
  );
  for (const page of refused) await declineCase(unit, page.caseId, leg.person ?? '');
  const left = await openVoicePages(unit.tx, leg);
  if (left.length > 0) return offerFirst({ ...turn, open: left, tries: 1 });
  await moveLeg(unit, leg.id, 'told');
  return [voice.say(voice.words.declined), { verb: 'hangup' }];
}
