import { germanBar } from './de-bar.ts';
import type { RefusedWords } from './refused-words.ts';

/** Refusals in German. */
export const germanRefused: RefusedWords = {
  firstPage: 'Zur ersten Seite',
  unchanged: 'Nichts wurde geändert',
  otherSession:
    'Das Formular gehört nicht zu dieser Anmeldung: Vielleicht haben Sie sich neu angemeldet, seit es geöffnet wurde. Gehen Sie zurück, laden Sie die Seite neu und senden Sie es noch einmal.',
  otherSite: 'Das Formular kam von einer anderen Website.',
  notForRole: (role) =>
    `Sie sind mit der Rolle ${germanBar.roles[role]} angemeldet und dürfen das nicht. Fragen Sie einen Supervisor.`,
  notYourDuty:
    'Sie können nur Ihre eigene Abwesenheit und Ihre eigenen Schichten ändern. Fragen Sie einen Supervisor.',
  notYourNumber: 'Nummern ändert die Person selbst, oder ein Supervisor.',
  notYourLines: 'Wie viele Anrufe eine Nummer annimmt, ändert ein Supervisor.',
  notYourQuiet: 'Die Ruhezeit ändert die Person selbst, oder ein Supervisor.',
  noDesk: 'Keine solche Linie',
  noDeskHint: 'Kein Skript beschreibt sie.',
  noPerson: 'Keine solche Person',
  noPersonHint: 'Niemand mit diesem Schlüssel kann gesucht werden.',
};
