/** What somebody does with a page call, and how likely that is. */
export interface Mood {
  name: string;
  calls: Readonly<Record<CallDoing, number>>;
  texts: Readonly<Record<TextDoing, number>>;
  /** Whoever is in a hurry leaves an empty room within seconds. */
  inAHurry?: boolean;
}

export type CallDoing =
  | 'accepts'
  | 'declines'
  | 'wrong key first'
  | 'one by one'
  | 'listens again'
  | 'stays silent'
  | 'hangs up'
  | 'voicemail'
  | 'no answer'
  | 'busy'
  | 'switched off';

export type TextDoing =
  | 'ignores'
  | 'accepts'
  | 'accepts twice'
  | 'accepts late'
  | 'declines'
  | 'words'
  | 'reached directly'
  | 'joins'
  | 'stop';

const noCalls: Mood['calls'] = {
  accepts: 0,
  declines: 0,
  'wrong key first': 0,
  'one by one': 0,
  'listens again': 0,
  'stays silent': 0,
  'hangs up': 0,
  voicemail: 0,
  'no answer': 0,
  busy: 0,
  'switched off': 0,
};
const noTexts: Mood['texts'] = {
  ignores: 1,
  accepts: 0,
  'accepts twice': 0,
  'accepts late': 0,
  declines: 0,
  words: 0,
  'reached directly': 0,
  joins: 0,
  stop: 0,
};

export const diligent: Mood = {
  name: 'diligent',
  calls: {
    ...noCalls,
    accepts: 8,
    'wrong key first': 1,
    'one by one': 1,
    'listens again': 1,
    'no answer': 1,
  },
  texts: { ...noTexts, ignores: 6, accepts: 2, 'accepts twice': 1, joins: 1 },
};

export const asleep: Mood = {
  name: 'asleep',
  calls: { ...noCalls, 'no answer': 7, voicemail: 4, busy: 1, 'switched off': 1 },
  texts: { ...noTexts, ignores: 40, 'accepts late': 1 },
};

export const hasty: Mood = {
  name: 'hasty',
  calls: { ...noCalls, accepts: 10, 'hangs up': 1, 'no answer': 3 },
  texts: { ...noTexts, ignores: 5, accepts: 1 },
  inAHurry: true,
};

/** Takes every call, and presses 1. */
export const eager: Mood = {
  name: 'all at once',
  calls: { ...noCalls, accepts: 10 },
  texts: { ...noTexts, ignores: 2, accepts: 4, 'accepts twice': 2 },
};

export const moods: readonly Mood[] = [
  diligent,
  asleep,
  {
    name: 'unwilling',
    calls: { ...noCalls, declines: 8, 'no answer': 1, 'hangs up': 1 },
    texts: { ...noTexts, ignores: 4, declines: 4, words: 1 },
  },
  {
    name: 'clumsy',
    calls: {
      ...noCalls,
      accepts: 2,
      'wrong key first': 3,
      'listens again': 2,
      'stays silent': 3,
      'hangs up': 3,
      'one by one': 2,
      voicemail: 1,
    },
    texts: {
      ...noTexts,
      ignores: 6,
      words: 3,
      'accepts late': 2,
      'accepts twice': 1,
      'reached directly': 1,
      joins: 1,
      stop: 0.3,
    },
  },
  eager,
];
