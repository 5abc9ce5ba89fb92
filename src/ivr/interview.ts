import { readNationalNumber } from '../kernel/index.ts';
import { ensureCase, speak, waitFor, type Conversation } from './conversation.ts';
import { saidSomething } from './said-something.ts';
import type { Interview, Question } from './script.ts';
import type { IvrInput, Turn } from './turn.ts';

/** How often a question that wants keys is spoken to silence: then it is skipped. */
const MOST_SILENCES = 2;
/** Longer than any serial number. */
const MOST_DIGITS = 40;

/** The first question. Whatever is answered from here on is kept at once, so that whoever hangs up loses nothing. */
export function beginInterview(talk: Conversation, node: Interview): Turn {
  ensureCase(talk);
  if (talk.context.approved === false) {
    talk.effects.push({ kind: 'not-approved' });
    speak(talk, node.sayUnapproved);
  }
  speak(talk, node.say);
  return ask(talk, node, 0)!;
}

/** What follows an answer: the next question, or undefined when that was the last. */
export function answerInterview(talk: Conversation, node: Interview, input: IvrInput): Turn | undefined {
  const index = talk.state.question ?? 0;
  const question = node.questions[index];
  if (question === undefined) return undefined;
  if (input.kind === 'resumed') return askAgain(talk, question);
  const again =
    question.answer === 'record'
      ? takeSpoken(talk, question, input)
      : question.answer === 'keys'
        ? takeKeys(talk, question, input)
        : takeNumber(talk, question, input);
  return again ?? ask(talk, node, index + 1);
}

function ask(talk: Conversation, node: Interview, index: number): Turn | undefined {
  const question = node.questions[index];
  if (question === undefined) return undefined;
  talk.state = { ...talk.state, question: index, tries: 0, confirming: undefined };
  return askAgain(talk, question);
}

function askAgain(talk: Conversation, question: Question): Turn {
  if (talk.state.confirming) return readBack(talk);
  speak(talk, question.say);
  const { answer, maxSeconds, silenceSeconds, timeoutSeconds, name } = question;
  if (answer !== 'record') return waitFor(talk, { kind: 'number', timeoutSeconds, finishOnKey: '#' });
  return waitFor(talk, { kind: 'record', maxSeconds, silenceSeconds, finishOnKey: '#', question: name });
}

/** Nobody is asked twice for words: silence, or pound at once, is how an answer is skipped. */
function takeSpoken(talk: Conversation, question: Question, input: IvrInput): undefined {
  if (input.kind !== 'recorded' || input.recordingId === undefined) return;
  if (saidSomething(input, question.silenceSeconds)) return;
  talk.effects.push({ kind: 'nothing-said', recordingId: input.recordingId, seconds: input.seconds });
}

function takeKeys(talk: Conversation, question: Question, input: IvrInput): Turn | undefined {
  if (input.kind !== 'keys') return silent(talk, question);
  if (input.digits === '') return undefined;
  const { name, label } = question;
  talk.effects.push({ kind: 'keyed-answer', name, label, keyed: input.digits.slice(0, MOST_DIGITS) });
  return undefined;
}

/** A number is kept as soon as it is keyed; "key it again" is the only answer to its reading back that changes it. */
function takeNumber(talk: Conversation, question: Question, input: IvrInput): Turn | undefined {
  if (talk.state.confirming) {
    if (input.kind !== 'keys' || input.digits !== '2') return undefined;
    talk.state.confirming = undefined;
    return askAgain(talk, question);
  }
  if (input.kind !== 'keys') return silent(talk, question);
  if (input.digits === '') return undefined;
  const number = readNationalNumber(input.digits, talk.script.country);
  if (number === undefined) {
    talk.state.tries += 1;
    if (talk.state.tries >= talk.script.callBackNumber.tries) return undefined;
    speak(talk, talk.script.callBackNumber.wrong);
    return askAgain(talk, question);
  }
  talk.state.callbackNumber = number;
  talk.effects.push({ kind: 'callback-number', number });
  return readBack(talk);
}

function readBack(talk: Conversation): Turn {
  talk.state.confirming = true;
  speak(talk, talk.script.callBackNumber.readBack);
  return waitFor(talk, { kind: 'menu', timeoutSeconds: 5, speech: false, hints: [] });
}

function silent(talk: Conversation, question: Question): Turn | undefined {
  talk.state.tries += 1;
  return talk.state.tries < MOST_SILENCES ? askAgain(talk, question) : undefined;
}
