import { languageName, plain, type CallEventWords } from './call-event-words.ts';

/** What happened in a call, in Italian. */
export const italianCallEvents: CallEventWords = {
  came: (to) => `Ha chiamato ${to}`,
  chose: (what, label) =>
    `${'key' in what ? `Ha premuto ${what.key}` : `Ha detto «${what.said}»`}${label === undefined ? '' : `: ${label}`}`,
  heard: (text) => `Sente «${text}»`,
  joins: 'Entra nella chiamata',
  leaves: 'Lascia la chiamata',
  language: (tag) => `Prosegue in ${languageName(tag, 'it')}`,
  abandoned: 'Ha riagganciato prima di scegliere',
  recorded: (length) => `Messaggio registrato${length === undefined ? '' : `, ${length}`}`,
  nothingSaid: 'Nel messaggio non ha detto nulla',
  putOn: (number, by) => `Chiamata unita a ${number} da ${by}`,
  rings: 'Squilla il telefono del cliente',
  answered: 'Il telefono del cliente ha risposto',
  ended: 'Fine della chiamata',
  other: (event) => `Nota di sistema: ${plain(event)}`,
};
