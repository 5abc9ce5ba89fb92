import type { Call } from '../calls/index.ts';
import { scriptIn, voiceFor, type Script, type Voice } from '../ivr/index.ts';
import type { Say } from '../telephony/index.ts';
import { conversationOf } from './call-row.store.ts';

/** What a caller is spoken to by: the product's own words, and the desk's, in the language of the call. */
export interface CallersVoice extends Voice {
  /** The desk in that language. */
  script: Script;
  /** Says a sentence of the script. */
  sayWritten: (text: string) => Say;
}

/**
 * The voice for a customer's leg. Whoever has called us has chosen a language or is spoken to in the desk's own; a customer
 * whom we call back is in no conversation, and the case knows the language.
 */
export function callersVoice(
  desk: Script,
  call: Pick<Call, 'ivr'>,
  found: { language: string | null },
): CallersVoice {
  const known = conversationOf(call);
  const language = (known ? known.state.language : found.language) ?? desk.language;
  const script = scriptIn(desk, language);
  const { voice } = script;
  return {
    ...voiceFor(desk, language),
    script,
    sayWritten: (text) => ({ verb: 'say', text, language: script.language, voice }),
  };
}
