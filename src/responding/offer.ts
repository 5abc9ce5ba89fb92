import { noteCall, type Call } from '../calls/index.ts';
import { spokenDigits, type Script } from '../ivr/index.ts';
import { toPhoneNumber, type PhoneNumber } from '../kernel/index.ts';
import { caseForPage, notePage, type OpenPage } from '../paging/index.ts';
import type { Service, Unit } from '../service/index.ts';
import type { Verb } from '../telephony/index.ts';
import { ask, type Voice } from './speech.ts';

/**
 * Marks the pages that this call now speaks: those of other cases join a call that is on the line already. What a key
 * accepts is what was spoken, and no more. A later round's page of a case that this call speaks anyway goes on waiting
 * for the phone: each round calls again.
 */
export async function markSpoken(unit: Unit, leg: Call, open: OpenPage[]): Promise<void> {
  const ids = open.flatMap((page) => page.pageIds);
  const { rows } = await unit.tx.query<{ id: string; joined: boolean }>(
    `WITH before AS (SELECT id, call_id FROM page WHERE id = ANY($1::uuid[]))
     UPDATE page p SET call_id = $2, carrier_id = coalesce(p.carrier_id, $3), status = 'answered',
       attempted_at = coalesce(p.attempted_at, $4)
     FROM before b WHERE p.id = b.id AND CASE WHEN p.call_id = $2 THEN p.status <> 'answered'
       ELSE NOT EXISTS (SELECT 1 FROM page o WHERE o.call_id = $2 AND o.case_id = p.case_id) END
     RETURNING p.id, b.call_id IS DISTINCT FROM $2 AS joined`,
    [ids, leg.id, leg.carrierId, unit.now],
  );
  for (const { id, joined } of rows)
    notePage(unit, id, joined ? 'spoken-with-others' : 'answered', { call: leg.id });
  noteCall(unit, leg.id, 'offered', { cases: open.map((page) => page.number) });
}

/** Says who calls in the first second, then what is wanted, then the keys. */
export function offerDocument(
  service: Service,
  leg: Call,
  script: Script,
  open: OpenPage[],
  voice: Voice,
  how: { tries: number; before?: string | undefined; one?: boolean },
): Verb[] {
  const { words, say } = voice;
  const introduction = say(words.pageIntroduction(script.name));
  const before = how.before === undefined ? [] : [say(how.before)];
  const first = open[0]!;
  if (open.length === 1 || how.one) {
    const about = how.one ? `one:${first.caseId}` : 'offer';
    const prompts = [...before, say(words.pageOf(forSpeech(first, script))), say(words.pageKeys)];
    return ask(service, leg.id, about, how.tries, how.one ? prompts : [introduction, ...prompts]);
  }
  const short = (number: PhoneNumber) => words.numberEnding([...number.slice(-4)].join(' '));
  const each = open.slice(0, 3).map((page) => say(words.pageOf(forSpeech(page, script, short))));
  const prompts = [
    introduction,
    ...before,
    say(words.severalPages(open.length)),
    say(words.severalKeys),
    ...each,
  ];
  return ask(service, leg.id, 'offer', how.tries, prompts);
}

function forSpeech(page: OpenPage, script: Script, spoken: (number: PhoneNumber) => string = spokenDigits) {
  const number = toPhoneNumber(page.callbackNumber ?? page.caller);
  return caseForPage(page, script, {
    customerName: page.customerName ?? (number && spoken(number)),
    callerHolds: page.callerHolds,
  });
}
