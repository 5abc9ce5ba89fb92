import { hasPhrases, phrasesFor, type Phrases } from '../phrases/index.ts';
import type { Say } from '../telephony/index.ts';
import { languages, type Language } from './languages.ts';
import type { Script } from './script.ts';
import { voicesOf } from './voices.ts';

/** Who reads out: a voice, and the language that it speaks. */
export interface Speaker {
  language: Language;
  voice: string;
}

/** Everything that is needed to say the product's own sentences to somebody. */
export interface Voice {
  words: Phrases;
  say: (text: string) => Say;
}

/**
 * The product's own words to somebody of a BCP 47 language, whatever the desk speaks: a Swede on duty for an American
 * desk is spoken to by a Swedish voice. Where the product has no words in that language they are English, and so is the
 * voice that reads them.
 */
export function voiceFor(script: Script, language: string): Voice {
  const speaker = speakerOfWords(script, language);
  return { words: phrasesFor(language), say: (text) => ({ verb: 'say', text, ...speaker }) };
}

/** Who reads the product's words in a BCP 47 language, or in English where it has none. */
export function speakerOfWords(script: Script, language: string): Speaker {
  return speakerFor(script, hasPhrases(language) ? language : phrasesFor(language).language);
}

/** The desk's own voice where one of its own speaks the language, of this region or another; else a listed one. */
function speakerFor(script: Script, language: string): Speaker {
  const own: Speaker[] = [script, ...Object.values(script.alsoIn)];
  const listed = languages.map((tag): Speaker => ({ language: tag, voice: voicesOf(tag)[0] ?? '' }));
  const candidates = [
    own.find((speaker) => speaker.language === language),
    own.find((speaker) => isSameLanguage(speaker.language, language)),
    listed.find((speaker) => speaker.language === language),
    listed.find((speaker) => isSameLanguage(speaker.language, language)),
  ];
  const { language: spoken, voice } = candidates.find((speaker) => speaker !== undefined) ?? script;
  return { language: spoken, voice };
}

function isSameLanguage(a: string, b: string): boolean {
  const primary = (tag: string): string | undefined => tag.split('-', 1)[0]?.toLowerCase();
  return primary(a) === primary(b);
}
