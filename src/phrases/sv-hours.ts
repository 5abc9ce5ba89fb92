import type { HoursWords } from './hours-words.ts';

/** Office hours in Swedish. */
export const swedishHours: HoursWords = {
  title: 'Öppettider',
  intro:
    'När varje kontor svarar. Veckan och helgdagarna kommer ur linjens skript; egna datum går före båda, från och med nästa samtal.',
  whatIf: 'Vad händer om någon ringer?',
  days: (from, to) => `${from} till ${to}`,
  closed: 'stängt',
  allDay: 'öppet hela dygnet',
  noDates: 'Inget datum det kommande året skiljer sig från sin veckodag.',
  caption: (desk) => `Datum det kommande året då ${desk} har andra tider`,
  columns: { date: 'Datum', hours: 'Tider', why: 'Varför', by: 'Av' },
  byCalendar: 'kalendern',
  byScript: 'skriptet',
  takeBack: 'Ta tillbaka',
  takenBack: (count) => `Tillbakataget eller ersatt: ${count}`,
  undone: ({ date, hours, why, setBy, setAt, removedBy, removedAt }) =>
    `${date}, ${hours}: ${why}. Inlagt av ${setBy}, ${setAt}; tillbakataget av ${removedBy}, ${removedAt}.`,
  form: {
    date: 'Datum',
    does: 'Kontoret har',
    choices: { closed: 'Stängt', hours: 'De här tiderna', open: 'Öppet hela dygnet' },
    hours: 'Tider',
    hint: 'med De här tiderna: 08:00-12:00',
    why: 'Varför',
    send: 'Lägg in datumet',
  },
  fault: (fault) => {
    switch (fault.kind) {
      case 'no-date':
        return 'Ange ett datum med året först, som 2026-12-23.';
      case 'over':
        return `${fault.date} har redan varit: i dag är det ${fault.today}.`;
      case 'no-choice':
        return 'Välj ett av de tre.';
      case 'no-hours':
        return 'Ange tiderna, som 08:00-12:00.';
      case 'no-span':
        return `”${fault.text}” är inga tider. Skriv 08:00-12:00, eller flera med komma emellan.`;
      case 'overlap':
        return 'Två av tiderna överlappar. Skriv varje timme en gång.';
      case 'no-why':
        return 'Skriv varför, för den som undrar senare.';
      case 'long-why':
        return `Högst ${fault.most} tecken; det här är ${fault.length}.`;
    }
  },
};
