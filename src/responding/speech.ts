import type { Script } from '../ivr/index.ts';
import { phrasesFor, type Phrases } from '../phrases/index.ts';
import type { Service } from '../service/index.ts';
import type { Gather, Prompt, Say, Verb } from '../telephony/index.ts';

/** How often a question is spoken to silence before we hang up: a voicemail box must not hold the line. */
export const MOST_SILENCES = 3;
/** How often the way into a call that goes without them is offered to somebody silent. */
export const JOIN_OFFERS = 2;
const KEY_TIMEOUT_SECONDS = 4;
/** Whoever has been stood down is let go soon. */
export const TOLD_TIMEOUT_SECONDS = 1;

/** Everything that is needed to speak in one leg. */
export interface Voice {
  words: Phrases;
  say: (text: string) => Say;
}

export function voiceOf(script: Script): Voice {
  const words = phrasesFor(script.language);
  return { words, say: (text) => ({ verb: 'say', text, language: script.language, voice: script.voice }) };
}

/** Asks for one key; silence comes back too, and a document that is not answered is asked for again. */
export function ask(
  service: Service,
  callId: string,
  about: string,
  tries: number,
  prompts: Prompt[],
  timeoutSeconds = KEY_TIMEOUT_SECONDS,
): Verb[] {
  const gather: Gather = {
    verb: 'gather',
    prompts,
    input: 'keys',
    keyCount: 1,
    timeoutSeconds,
    reportSilence: true,
    action: service.urls.legKey(callId, about, tries),
  };
  return [gather, { verb: 'redirect', url: service.urls.legKey(callId, about, tries) }];
}
