import type { Script } from './script.ts';

type Language = Script['language'];

/**
 * The voices that Twilio lists for a language (SayVoice in its SDK 6.2.0). A voice outside this table can make the
 * carrier fail the call, so it is refused here.
 */
const pollyVoices: Record<Language, readonly string[]> = {
  'en-US': named(
    ['Ivy', 'Joanna', 'Joey', 'Justin', 'Kendra', 'Kimberly', 'Matthew', 'Salli'],
    [
      'Danielle',
      'Gregory',
      'Ivy',
      'Joanna',
      'Joey',
      'Justin',
      'Kendra',
      'Kevin',
      'Kimberly',
      'Matthew',
      'Ruth',
      'Salli',
      'Stephen',
    ],
    ['Danielle', 'Joanna', 'Matthew', 'Ruth', 'Stephen'],
  ),
  'en-GB': named(['Amy', 'Brian', 'Emma'], ['Amy', 'Arthur', 'Brian', 'Emma'], ['Amy']),
  'sv-SE': named(['Astrid'], ['Elin'], []),
  'it-IT': named(['Bianca', 'Carla', 'Giorgio'], ['Adriano', 'Bianca'], ['Bianca']),
  'de-DE': named(['Hans', 'Marlene', 'Vicki'], ['Daniel', 'Vicki'], ['Daniel', 'Vicki']),
};

const chirpNames = ['Aoede', 'Charon', 'Fenrir', 'Kore', 'Leda', 'Orus', 'Puck', 'Zephyr'];

/** Letters of Google's voices by series; a language without a series lacks it. */
const googleVoices: Record<Language, readonly string[]> = {
  'en-US': google('en-US', { Neural2: 'ACDEFGHIJ', Standard: 'ABCDEFGHIJ', Wavenet: 'ABCDEFGHIJ' }, true),
  'en-GB': google('en-GB', { Neural2: 'ABCDFNO', Standard: 'ABCDFNO', Wavenet: 'ABCDFNO' }, true),
  'sv-SE': google('sv-SE', { Standard: 'ABCDEFG', Wavenet: 'ABCDEFG' }, false),
  'it-IT': google('it-IT', { Neural2: 'ACF', Standard: 'ABCDEF', Wavenet: 'ABCDEF' }, true),
  'de-DE': google('de-DE', { Neural2: 'ABCDFGH', Standard: 'ABCDEFGH', Wavenet: 'ABCDEFGH' }, true),
};

/** The voices that may speak a language, the recommended ones first. */
export function voicesOf(language: Language): readonly string[] {
  return [...pollyVoices[language], ...googleVoices[language]];
}

/** The longest sentence that a voice takes, in characters. */
export function longestSentence(voice: string): number {
  return voice.startsWith('Google.') ? 5000 : 3000;
}

function named(standard: string[], neural: string[], generative: string[]): string[] {
  return [
    ...neural.map((name) => `Polly.${name}-Neural`),
    ...generative.map((name) => `Polly.${name}-Generative`),
    ...standard.map((name) => `Polly.${name}`),
  ];
}

function google(language: Language, series: Record<string, string>, chirp: boolean): string[] {
  const lettered = Object.entries(series).flatMap(([name, letters]) =>
    [...letters].map((letter) => `Google.${language}-${name}-${letter}`),
  );
  return [...lettered, ...(chirp ? chirpNames.map((name) => `Google.${language}-Chirp3-HD-${name}`) : [])];
}
