import { toPhoneNumber, type PhoneNumber } from '../kernel/index.ts';

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

/** A part of a question that cannot be meant, and how to mend it. */
export interface QuestionFault {
  part: 'at' | 'from' | 'press' | 'accepts' | 'since';
  words: string;
}

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
  if (from !== '' && number === undefined)
    faults.push({
      part: 'from',
      words: `${from}: write a number with plus and country code, such as +12025550100.`,
    });
  const presses = readPresses(written.press, faults);
  const acceptsInRound = readRound(written.accepts, faults);
  return { question: { at: written.at.trim(), from: number, presses, acceptsInRound }, faults };
}

function readRound(text: string | undefined, faults: QuestionFault[]): number | undefined {
  const written = text?.trim() ?? '';
  if (written === '') return undefined;
  if (!/^[1-9]\d{0,2}$/.test(written))
    faults.push({ part: 'accepts', words: `"${written}": write the number of a round, such as 2.` });
  return Number(written);
}

function readPresses(text: string | undefined, faults: QuestionFault[]): string[] {
  if (text === undefined) return [];
  const presses = text.split(',').map((press) => press.trim());
  const wrong = presses.filter((press) => !/^([0-9*#]+|silence|nobody|hang-up)$/.test(press));
  for (const press of wrong)
    faults.push({
      part: 'press',
      words: `"${press}": write keys 0 to 9, * and #, or silence, nobody or hang-up, with commas between.`,
    });
  return presses;
}
