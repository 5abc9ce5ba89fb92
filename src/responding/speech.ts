import type { Service } from '../service/index.ts';
import type { Gather, Prompt, Verb } from '../telephony/index.ts';

/** How often a question is spoken to silence before we hang up: a voicemail box must not hold the line. */
export const MOST_SILENCES = 3;
/** How often the way into a call that goes without them is offered to somebody silent. */
export const JOIN_OFFERS = 2;
const KEY_TIMEOUT_SECONDS = 4;
/** Whoever has been stood down is let go soon. */
export const TOLD_TIMEOUT_SECONDS = 1;

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
