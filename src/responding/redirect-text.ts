import { openCaseAtDesk } from '../cases/index.ts';
import type { Script } from '../ivr/index.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import { loadDuty, type Responder } from '../people/index.ts';
import { phrasesFor } from '../phrases/index.ts';
import { redirectFacts, redirectToDesk, type RedirectText } from '../redirect/index.ts';
import type { Service, Unit } from '../service/index.ts';

/** A text of one of ours, and the desk to whose number it came. */
interface RedirectAt {
  service: Service;
  unit: Unit;
  script: Script;
  text: { from: PhoneNumber; to: string };
}

/** What is answered: which desk it is about, and the case that it is noted on. */
interface RedirectAnswer {
  isSent: boolean;
  text: { purpose: 'confirmation' | 'reply'; script: Script; body: string };
  caseId: string | undefined;
}

/** One of ours sends a customer who called them to the desk: both are texted, or the sender alone, with why not. */
export async function answerRedirect(
  at: RedirectAt,
  person: Responder,
  { number }: RedirectText,
): Promise<RedirectAnswer> {
  const { service, unit, text } = at;
  const { redirect: words } = phrasesFor(person.language);
  const script = await deskOf(at, person);
  if (script === undefined) {
    const body = words.notSent(redirectFacts(at.script, undefined), 'which-desk');
    return { isSent: false, text: { purpose: 'reply', script: at.script, body }, caseId: undefined };
  }
  const result = await redirectToDesk(service, unit, {
    script,
    number: number ?? '',
    by: { name: person.name, person: person.key, account: undefined },
    via: 'sms',
    ...(isDesks(script, text.to) ? { from: text.to } : {}),
    caseOf: (customer) => openCaseAtDesk(unit, customer, script.desk),
  });
  if (result.kind === 'refused') {
    const body = words.notSent(result.facts, result.why);
    return { isSent: false, text: { purpose: 'reply', script, body }, caseId: undefined };
  }
  const body = words.sent(result.facts, result.case?.number);
  return { isSent: true, text: { purpose: 'confirmation', script, body }, caseId: result.case?.id };
}

const isDesks = (script: Script, number: string): number is PhoneNumber =>
  script.numbers.some((own) => own === number);

/** The desk that was texted; of a number that only pages come from, the one desk that the sender is on duty for. */
async function deskOf(
  { service, unit, script, text }: RedirectAt,
  person: Responder,
): Promise<Script | undefined> {
  const { scripts } = service;
  if (scripts.length === 1 || isDesks(script, text.to)) return script;
  const theirs: Script[] = [];
  for (const of of scripts) {
    const { duty } = await loadDuty(unit.tx, of.desk, unit.now);
    if (Object.values(duty).some((seats) => seats.some(({ key }) => key === person.key))) theirs.push(of);
  }
  return theirs.length === 1 ? theirs[0] : undefined;
}
