import { describe, expect, test } from 'vitest';
import { keyHeard } from './hear.ts';

const choices = [
  { key: '1', hear: ['severity one', 'down'] },
  { key: '2', hear: ['severity two', 'severe problem'] },
  { key: '9', hear: ['English'] },
];

describe('what a caller says', () => {
  test.each([
    ['Severity one.', '1'],
    ['severity 1', '1'],
    ['SEVERITY TWO, please hurry, we have a severe problem', '2'],
    ['this one is severity two', '2'],
    ['everything is down here', '1'],
    ['one', '1'],
    ['press two', '2'],
    ['nine', '9'],
    ['english please', '9'],
    ['nobody and no one answers', undefined],
    ['one or two', undefined],
    ['download', undefined],
    ['three', undefined],
    ['', undefined],
    ['?!', undefined],
  ])('"%s" means %s', (spoken, key) => {
    expect(keyHeard(spoken, choices, 'en-US')).toBe(key);
  });

  test.each([
    ['sv-SE', 'nio', '9'],
    ['it-IT', 'due', '2'],
    ['de-DE', 'Eins bitte', '1'],
    ['de-DE', 'fünf', undefined],
  ] as const)('in %s "%s" means %s', (language, spoken, key) => {
    expect(keyHeard(spoken, choices, language)).toBe(key);
  });
});
