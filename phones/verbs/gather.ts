import type { Timer } from '../clock.ts';
import type { Element } from '../twiml/index.ts';
import { actionSource, flagAttribute, NEXT, numberAttribute } from './context.ts';
import type { Run, VerbRunner } from './context.ts';
import { ensureAnswered, playPrompts } from './speak.ts';

const DEFAULT_TIMEOUT_SECONDS = 5;
/** How long after the last word the recogniser decides that it is over, with speechTimeout="auto". */
const AUTO_SPEECH_SECONDS = 1;

interface Heard {
  digits: string;
  finishedOnKey: string;
  speech: string | null;
}

/**
 * Listens for keys, speech or both while its prompts play; the first key or word stops them. The timeout counts from
 * the end of the prompts and anew from every key. Silence falls through to the next verb unless actionOnEmptyResult.
 */
export const gather: VerbRunner = async (run, verb, base) => {
  ensureAnswered(run);
  const prompts = new AbortController();
  const promptRun: Run = { ...run, signal: AbortSignal.any([run.signal, prompts.signal]) };
  const prompting = playPrompts(promptRun, verb.children, base).then(
    () => undefined,
    (error: unknown) => {
      if (!prompts.signal.aborted) throw error;
    },
  );
  const heard = await listen(run, verb, prompting, () => prompts.abort(new Error('barge-in')));
  const nothing = heard.digits === '' && heard.speech === null;
  if (nothing && !flagAttribute(verb, 'actionOnEmptyResult', false)) return NEXT;
  return { kind: 'goto', source: actionSource(verb, base, resultFields(verb, heard)) };
};

function resultFields(verb: Element, heard: Heard): Record<string, string> {
  if (heard.speech !== null)
    return {
      SpeechResult: heard.speech,
      Confidence: '0.92',
      Language: verb.attributes['language'] ?? 'en-US',
      msg: 'Gather End',
    };
  return { Digits: heard.digits, FinishedOnKey: heard.finishedOnKey, msg: 'Gather End' };
}

function listen(run: Run, verb: Element, prompting: Promise<void>, stopPrompts: () => void): Promise<Heard> {
  const { carrier, call, signal } = run;
  const input = (verb.attributes['input'] ?? 'dtmf').split(' ');
  const keyCount = numberAttribute(verb, 'numDigits', Infinity);
  const finishKeys = verb.attributes['finishOnKey'] ?? '#';
  const timeoutMs = numberAttribute(verb, 'timeout', DEFAULT_TIMEOUT_SECONDS) * 1000;
  const speechEndSeconds = Number(verb.attributes['speechTimeout'] ?? 'auto');
  const speechEndMs = (Number.isNaN(speechEndSeconds) ? AUTO_SPEECH_SECONDS : speechEndSeconds) * 1000;

  return new Promise<Heard>((resolve, reject) => {
    let digits = '';
    let spoken: string[] = [];
    let timer: Timer | undefined;
    const stopListening = [
      call.onKey((key) => {
        if (!input.includes('dtmf')) return;
        stopPrompts();
        if (finishKeys.includes(key)) return finish(key);
        digits += key;
        if (digits.length >= keyCount) return finish('');
        waitFor(timeoutMs);
      }),
      call.onSpeech((text, durationMs) => {
        if (!input.includes('speech') || digits !== '') return;
        stopPrompts();
        spoken = [...spoken, text];
        waitFor(durationMs + speechEndMs);
      }),
    ];
    const settle = () => {
      timer?.cancel();
      stopListening.forEach((stop) => stop());
      signal.removeEventListener('abort', abort);
    };
    const finish = (finishedOnKey: string) => {
      settle();
      resolve({
        digits,
        finishedOnKey,
        speech: digits === '' && spoken.length > 0 ? spoken.join(' ') : null,
      });
    };
    const fail = (reason: Error) => {
      settle();
      reject(reason);
    };
    const abort = () => fail(signal.reason as Error);
    const waitFor = (ms: number) => {
      timer?.cancel();
      timer = carrier.clock.after(ms, () => finish(''));
    };
    signal.addEventListener('abort', abort, { once: true });
    prompting.then(() => {
      if (digits === '' && spoken.length === 0) waitFor(timeoutMs);
    }, fail);
  });
}
