import type { HoursWords } from './hours-words.ts';

/** Office hours in Italian. */
export const italianHours: HoursWords = {
  title: 'Orari',
  intro:
    'Quando risponde ogni ufficio. La settimana e i giorni festivi vengono dallo script della linea; le date inserite qui hanno la precedenza, dalla prossima chiamata.',
  whatIf: 'E se chiama qualcuno?',
  days: (from, to) => `da ${from} a ${to}`,
  closed: 'chiuso',
  allDay: 'aperto tutto il giorno',
  noDates: 'Nessuna data del prossimo anno differisce dal suo giorno della settimana.',
  caption: (desk) => `Date del prossimo anno in cui ${desk} ha altri orari`,
  columns: { date: 'Data', hours: 'Orario', why: 'Perché', by: 'Da' },
  byCalendar: 'il calendario',
  byScript: 'lo script',
  takeBack: 'Annulla',
  takenBack: (count) => `Annullate o sostituite: ${count}`,
  undone: ({ date, hours, why, setBy, setAt, removedBy, removedAt }) =>
    `${date}, ${hours}: ${why}. Inserita da ${setBy}, ${setAt}; annullata da ${removedBy}, ${removedAt}.`,
  form: {
    date: 'Data',
    does: 'L’ufficio è',
    choices: { closed: 'Chiuso', hours: 'Aperto in questo orario', open: 'Aperto tutto il giorno' },
    hours: 'Orario',
    hint: 'se aperto in questo orario: 08:00-12:00',
    why: 'Perché',
    send: 'Inserisci la data',
  },
  fault: (fault) => {
    switch (fault.kind) {
      case 'no-date':
        return 'Indichi una data, prima l’anno, come 2026-12-23.';
      case 'over':
        return `Il giorno ${fault.date} è passato: oggi è il ${fault.today}.`;
      case 'no-choice':
        return 'Scelga una delle tre.';
      case 'no-hours':
        return 'Indichi l’orario, come 08:00-12:00.';
      case 'no-span':
        return `«${fault.text}» non è un orario. Scriva 08:00-12:00, o più orari separati da virgole.`;
      case 'overlap':
        return 'Due di questi orari si sovrappongono. Scriva ogni ora una volta sola.';
      case 'no-why':
        return 'Scriva il perché, per chi lo chiederà più tardi.';
      case 'long-why':
        return `Al massimo ${fault.most} caratteri; questi sono ${fault.length}.`;
    }
  },
};
