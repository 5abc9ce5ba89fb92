import type { HoursWords } from './hours-words.ts';

/** Office hours in German. */
export const germanHours: HoursWords = {
  title: 'Zeiten',
  intro:
    'Wann jedes Büro antwortet. Woche und Feiertage kommen aus dem Skript der Linie; Tage, die hier eingetragen sind, gehen beiden vor, ab dem nächsten Anruf.',
  whatIf: 'Was wäre, wenn jemand anruft?',
  days: (from, to) => `${from} bis ${to}`,
  closed: 'geschlossen',
  allDay: 'den ganzen Tag offen',
  noDates: 'Kein Tag des kommenden Jahres weicht von seinem Wochentag ab.',
  caption: (desk) => `Tage des kommenden Jahres, an denen ${desk} andere Zeiten hat`,
  columns: { date: 'Datum', hours: 'Zeiten', why: 'Grund', by: 'Von' },
  byCalendar: 'Kalender',
  byScript: 'Skript',
  takeBack: 'Zurücknehmen',
  takenBack: (count) => `Zurückgenommen oder ersetzt: ${count}`,
  undone: ({ date, hours, why, setBy, setAt, removedBy, removedAt }) =>
    `${date}, ${hours}: ${why}. Eingetragen von ${setBy}, ${setAt}; zurückgenommen von ${removedBy}, ${removedAt}.`,
  form: {
    date: 'Datum',
    does: 'Das Büro ist',
    choices: { closed: 'Geschlossen', hours: 'Zu diesen Zeiten offen', open: 'Den ganzen Tag offen' },
    hours: 'Zeiten',
    hint: 'wenn zu diesen Zeiten offen: 08:00-12:00',
    why: 'Grund',
    send: 'Tag eintragen',
  },
  fault: (fault) => {
    switch (fault.kind) {
      case 'no-date':
        return 'Geben Sie ein Datum an, das Jahr zuerst, wie 2026-12-23.';
      case 'over':
        return `${fault.date} ist vorbei: Heute ist der ${fault.today}.`;
      case 'no-choice':
        return 'Wählen Sie eines der drei.';
      case 'no-hours':
        return 'Geben Sie die Zeiten an, wie 08:00-12:00.';
      case 'no-span':
        return `„${fault.text}“ ist keine Zeitspanne. Schreiben Sie 08:00-12:00, oder mehrere mit Kommas dazwischen.`;
      case 'overlap':
        return 'Zwei dieser Zeiten überschneiden sich. Schreiben Sie jede Stunde nur einmal.';
      case 'no-why':
        return 'Geben Sie den Grund an, für alle, die später fragen.';
      case 'long-why':
        return `Höchstens ${fault.most} Zeichen; das sind ${fault.length}.`;
    }
  },
};
