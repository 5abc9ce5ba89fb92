import { google, polly } from './voices.ts';

export const germanVoices = {
  'de-DE': [
    ...polly({
      neural: ['Daniel', 'Vicki'],
      generative: ['Daniel', 'Vicki'],
      standard: ['Hans', 'Marlene', 'Vicki'],
    }),
    ...google('de-DE', { Neural2: 'ABCDFGH', Standard: 'ABCDEFGH', Wavenet: 'ABCDEFGH' }, 'with Chirp'),
  ],
};
