import type { HoursWords } from './hours-words.ts';

/** Office hours in English. */
export const englishHours: HoursWords = {
  title: 'Hours',
  intro:
    'When each office answers. The week and the holidays come from the desk’s script; dates of your own go before both, from the next call on.',
  whatIf: 'What if somebody calls?',
  days: (from, to) => `${from} to ${to}`,
  closed: 'closed',
  allDay: 'open all day',
  noDates: 'No date of the coming year differs from its weekday.',
  caption: (desk) => `Dates of the coming year on which ${desk} keeps other hours`,
  columns: { date: 'Date', hours: 'Hours', why: 'Why', by: 'By' },
  byCalendar: 'the calendar',
  byScript: 'the script',
  takeBack: 'Take back',
  takenBack: (count) => `Taken back or replaced: ${count}`,
  undone: ({ date, hours, why, setBy, setAt, removedBy, removedAt }) =>
    `${date}, ${hours}: ${why}. Set by ${setBy}, ${setAt}; taken back by ${removedBy}, ${removedAt}.`,
  form: {
    date: 'Date',
    does: 'The office is',
    choices: { closed: 'Closed', hours: 'These hours', open: 'Open all day' },
    hours: 'Hours',
    hint: 'with These hours: 08:00-12:00',
    why: 'Why',
    send: 'Set this date',
  },
  fault: (fault) => {
    switch (fault.kind) {
      case 'no-date':
        return 'Give a date, year first, such as 2026-12-23.';
      case 'over':
        return `${fault.date} is over: today is ${fault.today}.`;
      case 'no-choice':
        return 'Choose one of the three.';
      case 'no-hours':
        return 'Give the hours, such as 08:00-12:00.';
      case 'no-span':
        return `"${fault.text}" is no span of hours. Write 08:00-12:00, or several with commas between.`;
      case 'overlap':
        return 'Two of these spans overlap. Write each hour once.';
      case 'no-why':
        return 'Say why, for whoever asks later.';
      case 'long-why':
        return `At most ${fault.most} characters; these are ${fault.length}.`;
    }
  },
};
