import { languageName, plain, type CallEventWords } from './call-event-words.ts';

/** What happened in a call, in English. */
export const englishCallEvents: CallEventWords = {
  came: (to) => `Called ${to}`,
  chose: (what, label) =>
    `${'key' in what ? `Pressed ${what.key}` : `Said “${what.said}”`}${label === undefined ? '' : `: ${label}`}`,
  heard: (text) => `Hears “${text}”`,
  joins: 'Is put through',
  leaves: 'Leaves the talk',
  language: (tag) => `Goes on in ${languageName(tag, 'en')}`,
  abandoned: 'Hung up before choosing',
  recorded: (length) => `Was recorded${length === undefined ? '' : `, ${length}`}`,
  nothingSaid: 'Said nothing in it',
  putOn: (number, by) => `Put on ${number} by ${by}`,
  rings: 'The customer’s phone rings',
  answered: 'The customer’s phone was picked up',
  ended: 'The call ended',
  other: (event) => `Note of the system: ${plain(event)}`,
};
