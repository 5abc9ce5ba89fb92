import { noteCall, type Call } from '../calls/index.ts';
import { spokenCaseNumber, spokenDigits, takesCall, type Script, type Voice } from '../ivr/index.ts';
import { toPhoneNumber, type PhoneNumber } from '../kernel/index.ts';
import { caseForPage, casesSpokenIn, lockPages, notePage, type OpenPage } from '../paging/index.ts';
import { scriptOf, type Service, type Unit } from '../service/index.ts';
import type { Say, Verb } from '../telephony/index.ts';
import { ask } from './speech.ts';

/** The cases that a leg is to offer, and how. */
interface Offering {
  service: Service;
  unit: Unit;
  leg: Call;
  script: Script;
  voice: Voice;
  open: OpenPage[];
  tries: number;
  /** Said first: what has become of others. */
  before?: Say[];
}

/** Says who calls in the first second, then what is wanted, then the keys: one takes or refuses all that is spoken. */
export async function offerAll(offering: Offering): Promise<Verb[]> {
  const { service, unit, leg, script, voice, open, tries, before = [] } = offering;
  const { words, say } = voice;
  await markSpoken(unit, leg, open);
  const introduction = say(words.pageIntroduction(script.name));
  if (open.length === 1) {
    const [page] = open;
    const one = wordsOfOperator(service, voice, page!) ?? [
      introduction,
      ...before,
      ...oneCase(voice, script, page!),
    ];
    return ask(service, leg.id, 'offer', tries, one);
  }
  const short = (number: PhoneNumber) => words.numberEnding([...number.slice(-4)].join(' '));
  const each = open.slice(0, 3).map((page) => say(words.pageOf(forSpeech(page, script, short))));
  const several = [say(words.severalPages(open.length)), say(words.severalKeys)];
  return ask(service, leg.id, 'offer', tries, [introduction, ...before, ...several, ...each]);
}

/** Offers the first of the cases alone: the key is about this one, and the others follow. */
export async function offerFirst(offering: Offering): Promise<Verb[]> {
  const { service, unit, leg, script, voice, open, tries, before = [] } = offering;
  const first = open[0]!;
  await noteOffered(unit, leg, [first]);
  const one = wordsOfOperator(service, voice, first) ?? oneCase(voice, script, first);
  return ask(service, leg.id, `one:${first.caseId}`, tries, [...before, ...one]);
}

/**
 * Marks what this call now speaks: what a key accepts is what was spoken, and no more. Pages of other cases join a call
 * that is on the line already. A later round's page of a case that this call speaks anyway goes on waiting for the phone:
 * each round calls again.
 */
async function markSpoken(unit: Unit, leg: Call, open: OpenPage[]): Promise<void> {
  // Somebody may have accepted since they were read: what is settled by now stays as it is.
  await lockPages(unit.tx, idsOf(open));
  const { rows } = await unit.tx.query<{ id: string }>(
    `UPDATE page SET status = 'answered' WHERE id = ANY($1::uuid[]) AND call_id = $2 AND status <> 'answered'
       AND settled_at IS NULL RETURNING id`,
    [idsOf(open), leg.id],
  );
  for (const { id } of rows) notePage(unit, id, 'answered', { call: leg.id });
  await joinCall(unit, leg, await noteOffered(unit, leg, open));
}

/**
 * Pages that waited for their phone join the call that has it; one that was made anew by another call, because this one
 * had been given up for lost, comes back to it, and its receipt keeps the other (`instead`). One that is offered alone does so when its key has come: who
 * hangs up on it has not heard it, and is called.
 */
export async function joinCall(unit: Unit, leg: Call, open: OpenPage[]): Promise<void> {
  const { rows } = await unit.tx.query<{ id: string; instead: string | null }>(
    `UPDATE page p SET call_id = $2, carrier_id = coalesce(p.carrier_id, $3), status = 'answered',
       attempted_at = coalesce(p.attempted_at, $4)
     FROM page old WHERE old.id = p.id AND p.id = ANY($1::uuid[]) AND p.call_id IS DISTINCT FROM $2
       AND p.settled_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM page o WHERE o.call_id = $2 AND o.case_id = p.case_id)
     RETURNING p.id, old.call_id AS instead`,
    [idsOf(open), leg.id, leg.carrierId, unit.now],
  );
  for (const { id, instead } of rows)
    notePage(unit, id, 'spoken-with-others', { call: leg.id, ...(instead === null ? {} : { instead }) });
}

/**
 * Writes down what a call offers, and returns what it had not yet. A page whose own call was missed stays what it is, and
 * its receipt says that its case was heard after all.
 */
async function noteOffered(unit: Unit, leg: Call, open: OpenPage[]): Promise<OpenPage[]> {
  const before = new Set(
    (await casesSpokenIn(unit.tx, leg.id, leg.person ?? '')).map(({ caseId }) => caseId),
  );
  const fresh = open.filter(({ caseId }) => !before.has(caseId));
  for (const { newestPageId, pageIds } of fresh)
    if (pageIds.length === 0) notePage(unit, newestPageId, 'spoken-with-others', { call: leg.id });
  noteCall(unit, leg.id, 'offered', { cases: open.map((page) => page.number) });
  return fresh;
}

function idsOf(pages: OpenPage[]): string[] {
  return pages.flatMap((page) => page.pageIds);
}

function oneCase({ words, say }: Voice, script: Script, page: OpenPage): Say[] {
  return [say(words.pageOf(forSpeech(page, script))), say(words.pageKeys)];
}

/** What somebody hears who is asked to take a call, and not a case; undefined for all others. */
function wordsOfOperator(
  service: Service,
  { words: { operator: words }, say }: Voice,
  page: OpenPage,
): Say[] | undefined {
  const script = scriptOf(service, page.desk);
  if (!script || !takesCall(script, page.plan)) return undefined;
  const number = toPhoneNumber(page.callbackNumber ?? page.caller);
  const caller = page.customerName ?? (number && spokenDigits(number));
  const spokenNumber = spokenCaseNumber(page.number);
  return [say(words.whisper({ deskName: script.name, spokenNumber, caller })), say(words.whisperKeys)];
}

function forSpeech(page: OpenPage, script: Script, spoken: (number: PhoneNumber) => string = spokenDigits) {
  const number = toPhoneNumber(page.callbackNumber ?? page.caller);
  return caseForPage(page, script, {
    customerName: page.customerName ?? (number && spoken(number)),
    callerHolds: page.callerHolds,
  });
}
