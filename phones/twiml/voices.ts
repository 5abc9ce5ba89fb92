/** Voices by language, as Twilio's own SDK lists them (SayVoice of the Node helper library, 6.2). */
const POLLY: Readonly<Record<string, string>> = {
  'en-US':
    'Joanna Joanna-Neural Joanna-Generative Matthew Matthew-Neural Matthew-Generative Ruth-Neural Ruth-Generative Stephen-Neural Stephen-Generative Danielle-Neural Danielle-Generative Gregory-Neural Ivy Ivy-Neural Joey Joey-Neural Justin Justin-Neural Kendra Kendra-Neural Kevin Kevin-Neural Kimberly Kimberly-Neural Salli Salli-Neural',
  'en-GB': 'Amy Amy-Neural Amy-Generative Emma Emma-Neural Brian Brian-Neural Arthur-Neural',
  'sv-SE': 'Elin-Neural Astrid',
  'it-IT': 'Bianca Bianca-Neural Bianca-Generative Adriano-Neural Carla Giorgio',
  'de-DE': 'Vicki Vicki-Neural Vicki-Generative Daniel-Neural Daniel-Generative Marlene Hans',
};

const GOOGLE: Readonly<Record<string, string>> = {
  'en-US': 'Standard-ABCDEFGHIJ Wavenet-ABCDEFGHIJ Neural2-ACDEFGHIJ',
  'en-GB': 'Standard-ABCDFNO Wavenet-ABCDFNO Neural2-ABCDFNO',
  'sv-SE': 'Standard-ABCDEFG Wavenet-ABCDEFG',
  'it-IT': 'Standard-ABCDEF Wavenet-ABCDEF Neural2-ACF',
  'de-DE': 'Standard-ABCDEFGH Wavenet-ABCDEFGH Neural2-ABCDFGH',
};

const CHIRP = 'Aoede Charon Fenrir Kore Leda Orus Puck Zephyr'.split(' ');
const CHIRP_LANGUAGES = ['en-US', 'en-GB', 'it-IT', 'de-DE'];

const LANGUAGES: readonly string[] = Object.keys(POLLY);

const LANGUAGE_OF: ReadonlyMap<string, string> = new Map(
  LANGUAGES.flatMap((language) => [
    ...(POLLY[language] ?? '').split(' ').map((name) => [`Polly.${name}`, language] as const),
    ...(GOOGLE[language] ?? '').split(' ').flatMap((family) => {
      const [kind = '', letters = ''] = family.split('-');
      return [...letters].map((letter) => [`Google.${language}-${kind}-${letter}`, language] as const);
    }),
    ...(CHIRP_LANGUAGES.includes(language)
      ? CHIRP.map((name) => [`Google.${language}-Chirp3-HD-${name}`, language] as const)
      : []),
  ]),
);

/** The language that a Say is spoken in, undefined when neither it nor its voice tells. */
export function spokenLanguage(voice: string | undefined, language: string | undefined): string | undefined {
  return language ?? LANGUAGE_OF.get(voice ?? '');
}

/** Why a voice cannot speak a language, or null when it can. `man`, `woman` and `alice` speak every language. */
export function voiceProblem(voice: string | undefined, language: string | undefined): string | null {
  if (language !== undefined && !LANGUAGES.includes(language))
    return `language "${language}" is not one of ${LANGUAGES.join(', ')}`;
  if (voice === undefined || ['man', 'woman', 'alice'].includes(voice)) return null;
  const speaks = LANGUAGE_OF.get(voice);
  if (speaks === undefined) return `voice "${voice}" is not on Twilio's list`;
  if (language !== undefined && language !== speaks)
    return `voice "${voice}" speaks ${speaks}, not ${language}`;
  return null;
}
