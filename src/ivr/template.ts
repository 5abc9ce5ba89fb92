import type { Script } from './script.ts';
import { spokenCaseNumber, spokenDigits } from './spoken.ts';
import type { IvrFacts, IvrState } from './turn.ts';

/** The fields that sentences may hold, each with what it stands for. */
export const templateFields = {
  case_number: 'the case number, letter by letter when spoken',
  people: 'how many people are being called; {people: one person is | # people are} chooses by the number',
  accepted_by: 'the name of whoever accepted the case',
  answered: 'when the case will be answered, from the node that opened it',
  opens:
    'when the office opens next, by its clock, as in: at eight in the morning on Monday; left out while it is open',
  number: 'the call-back number that the caller keyed, digit by digit',
  mail: 'the mail address of the desk',
  desk: 'the name of the company',
} as const;

const fieldPattern = /\{\s*([^{}:|]*?)\s*(?::([^{}|]*)\|([^{}]*))?\}/g;

/** The names of the fields in a sentence, known or not. */
export function fieldsIn(template: string): string[] {
  return [...template.matchAll(fieldPattern)].map((match) => match[1] ?? '');
}

const opensPattern = /\{\s*opens\s*\}/g;

/** True when a sentence says when the office opens. */
export function wantsOpens(template: string): boolean {
  return fieldsIn(template).includes('opens');
}

/** The sentence with that time in its place; other fields stay. */
export function fillOpens(template: string, time: string): string {
  return template.replace(opensPattern, () => time);
}

/** The sentence with its fields filled, or undefined when one of them has no value yet. */
export function fillTemplate(
  template: string,
  values: Partial<Record<string, string | number>>,
): string | undefined {
  let complete = true;
  const filled = template.replace(fieldPattern, (_, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) complete = false;
    if (one === undefined || many === undefined) return String(value);
    return (value === 1 ? one : many).trim().replace('#', String(value));
  });
  return complete ? filled : undefined;
}

/** The values of fields for speech: numbers apart, the mail address as it is read aloud. */
export function spokenValues(
  script: Script,
  state: Pick<IvrState, 'callbackNumber' | 'answered'>,
  facts: IvrFacts,
): Partial<Record<string, string | number>> {
  return present({
    ...commonValues(script, facts),
    case_number: facts.caseNumber === undefined ? undefined : spokenCaseNumber(facts.caseNumber),
    number: state.callbackNumber === undefined ? undefined : spokenDigits(state.callbackNumber),
    answered: state.answered,
    mail: script.mail?.spoken,
  });
}

/** A text message with its fields filled as they are written; a field without a value becomes nothing. */
export function renderText(script: Script, body: string, facts: IvrFacts): string {
  const values = present({
    ...commonValues(script, facts),
    case_number: facts.caseNumber,
    mail: script.mail?.address,
  });
  return body.replace(fieldPattern, (field) => fillTemplate(field, values) ?? '').trim();
}

function commonValues(script: Script, facts: IvrFacts) {
  // Nobody paged is no number to boast of: the sentence falls away.
  const people = facts.peoplePaged === 0 ? undefined : facts.peoplePaged;
  return { desk: script.name, people, accepted_by: facts.acceptedBy };
}

function present(
  values: Record<string, string | number | undefined>,
): Partial<Record<string, string | number>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
