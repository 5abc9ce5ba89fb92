import { italianBar } from './it-bar.ts';
import type { RefusedWords } from './refused-words.ts';

/** Refusals in Italian. */
export const italianRefused: RefusedWords = {
  firstPage: 'Alla prima pagina',
  unchanged: 'Nulla è cambiato',
  otherSession:
    'Il modulo non è di questo accesso: forse ne ha fatto un altro da quando è stato aperto. Torni indietro, ricarichi la pagina e lo invii di nuovo.',
  otherSite: 'Il modulo è arrivato da un altro sito.',
  notForRole: (role) =>
    `L’accesso con il ruolo ${italianBar.roles[role]} non permette di farlo. Chieda a un supervisore.`,
  notYourDuty: 'Può modificare solo le Sue assenze e i Suoi turni. Chieda a un supervisore.',
  notYourNumber: 'I numeri li cambia la persona stessa, o un supervisore.',
  notYourLines: 'Quante chiamate accetta un numero lo cambia un supervisore.',
  notYourQuiet: 'Le ore di silenzio le cambia la persona stessa, o un supervisore.',
  noDesk: 'Linea inesistente',
  noDeskHint: 'Nessuno script la descrive.',
  noPerson: 'Persona inesistente',
  noPersonHint: 'Nessuno con questa chiave può essere cercato.',
};
