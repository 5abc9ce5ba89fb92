import { readNationalNumber, type PhoneNumber } from '../kernel/index.ts';
import { speak, waitFor, type Conversation } from './conversation.ts';
import type { IvrInput, Turn } from './turn.ts';

/** The number to reach the caller by, as far as it is known. */
export function reachableNumber(talk: Conversation): PhoneNumber | undefined {
  return talk.state.callbackNumber ?? talk.context.callerNumber;
}

/** True when the caller's number is hidden and the caller has not been asked for one. */
export function mustAskNumber(talk: Conversation): boolean {
  return reachableNumber(talk) === undefined && !talk.state.numberAsked;
}

export function askNumber(talk: Conversation): Turn {
  const { ask, timeoutSeconds } = talk.script.callBackNumber;
  talk.state.asking = 'number';
  talk.state.numberAsked = true;
  speak(talk, ask);
  return waitFor(talk, { kind: 'number', timeoutSeconds, finishOnKey: '#' });
}

/**
 * The answer to `askNumber` or to its reading back: the next question, or undefined when the conversation goes on.
 * The finish key alone goes on without a number; a keyed number is an effect at once, so that a caller who then
 * hangs up can be reached.
 */
export function answerNumber(talk: Conversation, input: IvrInput): Turn | undefined {
  if (input.kind === 'resumed') return talk.state.asking === 'number' ? askNumber(talk) : readBack(talk);
  if (talk.state.asking === 'confirmation') return confirm(talk, input);
  if (input.kind === 'keys' && input.digits === '') return undefined;
  const number = input.kind === 'keys' ? readNationalNumber(input.digits, talk.script.country) : undefined;
  if (number === undefined)
    return askAgain(talk, input.kind === 'silence' ? [] : talk.script.callBackNumber.wrong);
  talk.state.callbackNumber = number;
  talk.effects.push({ kind: 'callback-number', number });
  return readBack(talk);
}

/** Anything but "key it again" takes the number as right: the caller was told it, and time is short. */
function confirm(talk: Conversation, input: IvrInput): Turn | undefined {
  return input.kind === 'keys' && input.digits === '2' ? askAgain(talk, []) : undefined;
}

function readBack(talk: Conversation): Turn {
  if (talk.state.callbackNumber === undefined) return askNumber(talk);
  talk.state.asking = 'confirmation';
  speak(talk, talk.script.callBackNumber.readBack);
  return waitFor(talk, { kind: 'menu', timeoutSeconds: 5, speech: false, hints: [] });
}

function askAgain(talk: Conversation, sorry: readonly string[]): Turn | undefined {
  talk.state.tries += 1;
  if (talk.state.tries >= talk.script.callBackNumber.tries) return undefined;
  speak(talk, sorry);
  return askNumber(talk);
}
