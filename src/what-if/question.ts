import { toPhoneNumber, type PhoneNumber } from '../kernel/index.ts';
import type { WhyGivenUp } from '../paging/index.ts';

/** What is asked of a desk: by the command, the API and the console alike. Times are as written: they are read by the desk's clock. */
export interface Question {
  at: string;
  /** Undefined when the caller hides it. */
  from: PhoneNumber | undefined;
  /** What the caller does, in order: keys, `silence`, `nobody`: to hold until everybody was asked in vain, or `hang-up`. */
  presses: string[];
  /** The round in which somebody accepts, 1 the first; undefined: nobody does. */
  acceptsInRound: number | undefined;
}

/** Which part of a question cannot be meant, as it was written, and why. */
export type QuestionFault = { part: QuestionPart; written: string } & (
  | { kind: 'no-time' | 'no-number' | 'no-keys' | 'no-round' }
  /** `at`: the time that was asked for, as it was written. */
  | { kind: 'since-later'; at: string }
  | { kind: 'call-over' | 'no-hold' | 'never-in-vain' | 'one-key' }
  | { kind: 'nobody-paged' | 'in-vain' | 'nobody-reached' }
  /** `last`: the last round there is. */
  | { kind: 'no-such-round'; last: number }
  | { kind: 'paging-ends'; last: number; why: WhyGivenUp }
);
export type QuestionPart = 'at' | 'from' | 'press' | 'accepts' | 'since';

/** Reads what was written; every fault at once. A blank part counts as left out. */
export function readQuestion(written: {
  at: string;
  from?: string | undefined;
  press?: string | undefined;
  accepts?: string | undefined;
}): { question: Question; faults: QuestionFault[] } {
  const faults: QuestionFault[] = [];
  const from = written.from?.trim() ?? '';
  const number = toPhoneNumber(from.replace(/[ ()-]/g, ''));
  if (from !== '' && number === undefined) faults.push({ part: 'from', kind: 'no-number', written: from });
  const presses = readPresses(written.press, faults);
  const acceptsInRound = readRound(written.accepts, faults);
  return { question: { at: written.at.trim(), from: number, presses, acceptsInRound }, faults };
}

function readRound(text: string | undefined, faults: QuestionFault[]): number | undefined {
  const written = text?.trim() ?? '';
  if (written === '') return undefined;
  if (!/^[1-9]\d{0,2}$/.test(written)) faults.push({ part: 'accepts', kind: 'no-round', written });
  return Number(written);
}

function readPresses(text: string | undefined, faults: QuestionFault[]): string[] {
  if (text === undefined) return [];
  const presses = text.split(',').map((press) => press.trim());
  const wrong = presses.filter((press) => !/^([0-9*#]+|silence|nobody|hang-up)$/.test(press));
  for (const written of wrong) faults.push({ part: 'press', kind: 'no-keys', written });
  return presses;
}
