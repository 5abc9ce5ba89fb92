import { languageName, plain, type CallEventWords } from './call-event-words.ts';

/** What happened in a call, in Swedish. */
export const swedishCallEvents: CallEventWords = {
  came: (to) => `Ringde ${to}`,
  chose: (what, label) =>
    `${'key' in what ? `Tryckte ${what.key}` : `Sa ”${what.said}”`}${label === undefined ? '' : `: ${label}`}`,
  heard: (text) => `Hör ”${text}”`,
  joins: 'Kopplas in i samtalet',
  leaves: 'Lämnar samtalet',
  language: (tag) => `Fortsätter på ${languageName(tag, 'sv')}`,
  abandoned: 'Lade på före något val',
  recorded: (length) => `Spelades in${length === undefined ? '' : `, ${length}`}`,
  nothingSaid: 'Sa ingenting i inspelningen',
  putOn: (number, by) => `Lades på ${number} av ${by}`,
  rings: 'Det ringer hos kunden',
  answered: 'Kundens telefon har besvarats',
  ended: 'Samtalet slut',
  other: (event) => `Systemnotering: ${plain(event)}`,
};
