import { google, polly } from './voices.ts';

export const swedishVoices = {
  'sv-SE': [
    ...polly({ neural: ['Elin'], generative: [], standard: ['Astrid'] }),
    ...google('sv-SE', { Standard: 'ABCDEFG', Wavenet: 'ABCDEFG' }, 'without Chirp'),
  ],
};
