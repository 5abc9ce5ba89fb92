import { google, polly } from './voices.ts';

export const englishVoices = {
  'en-US': [
    ...polly({
      neural: [
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
      generative: ['Danielle', 'Joanna', 'Matthew', 'Ruth', 'Stephen'],
      standard: ['Ivy', 'Joanna', 'Joey', 'Justin', 'Kendra', 'Kimberly', 'Matthew', 'Salli'],
    }),
    ...google('en-US', { Neural2: 'ACDEFGHIJ', Standard: 'ABCDEFGHIJ', Wavenet: 'ABCDEFGHIJ' }, 'with Chirp'),
  ],
  'en-GB': [
    ...polly({
      neural: ['Amy', 'Arthur', 'Brian', 'Emma'],
      generative: ['Amy'],
      standard: ['Amy', 'Brian', 'Emma'],
    }),
    ...google('en-GB', { Neural2: 'ABCDFNO', Standard: 'ABCDFNO', Wavenet: 'ABCDFNO' }, 'with Chirp'),
  ],
};
