import { google, polly } from './voices.ts';

export const italianVoices = {
  'it-IT': [
    ...polly({
      neural: ['Adriano', 'Bianca'],
      generative: ['Bianca'],
      standard: ['Bianca', 'Carla', 'Giorgio'],
    }),
    ...google('it-IT', { Neural2: 'ACF', Standard: 'ABCDEF', Wavenet: 'ABCDEF' }, 'with Chirp'),
  ],
};
