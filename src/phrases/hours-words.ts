import type { DateFault } from '../own-hours/index.ts';

/** What the page of office hours says, in one language. */
export interface HoursWords {
  title: string;
  intro: string;
  whatIf: string;
  /** From one day of the week to another. */
  days: (from: string, to: string) => string;
  closed: string;
  allDay: string;
  noDates: string;
  caption: (desk: string) => string;
  columns: Readonly<Record<'date' | 'hours' | 'why' | 'by', string>>;
  byCalendar: string;
  byScript: string;
  takeBack: string;
  takenBack: (count: number) => string;
  /** A date that counts no more. Moments come written. */
  undone: (of: {
    date: string;
    hours: string;
    why: string;
    setBy: string;
    setAt: string;
    removedBy: string;
    removedAt: string;
  }) => string;
  form: HoursFormWords;
  fault: (fault: DateFault) => string;
}

export interface HoursFormWords {
  date: string;
  does: string;
  choices: Readonly<Record<'closed' | 'hours' | 'open', string>>;
  hours: string;
  hint: string;
  why: string;
  send: string;
}
