import { languageName, plain, type CallEventWords } from './call-event-words.ts';

/** What happened in a call, in German. */
export const germanCallEvents: CallEventWords = {
  came: (to) => `Rief ${to} an`,
  chose: (what, label) =>
    `${'key' in what ? `Drückte ${what.key}` : `Sagte „${what.said}“`}${label === undefined ? '' : `: ${label}`}`,
  heard: (text) => `Hört „${text}“`,
  joins: 'Kommt ins Gespräch',
  leaves: 'Verlässt das Gespräch',
  language: (tag) => `Weiter auf ${languageName(tag, 'de')}`,
  abandoned: 'Legte vor einer Auswahl auf',
  recorded: (length) => `Wurde aufgezeichnet${length === undefined ? '' : `, ${length}`}`,
  nothingSaid: 'Sagte darin nichts',
  putOn: (number, by) => `Von ${by} zu ${number} gelegt`,
  rings: 'Es klingelt beim Kunden',
  answered: 'Beim Kunden wurde abgehoben',
  ended: 'Anruf beendet',
  other: (event) => `Systemnotiz: ${plain(event)}`,
};
