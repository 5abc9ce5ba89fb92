import type { DutyFinding } from '../duty/index.ts';

/** What a sweep has found, with people, roles and desks as they are called. */
export interface FindingFacts extends Pick<DutyFinding, 'problem' | 'wanted' | 'found'> {
  readonly role: string;
  readonly names: readonly string[];
  /** Seats of one person at other desks. */
  readonly elsewhere: readonly { readonly role: string; readonly desk: string }[];
}

/**
 * What the page of duty says of who is there and who is missing, in one language. Times and days come written; names of
 * seats and layers stay as the schedule has them, but for those that are only counted.
 */
export interface DutyPageWords {
  title: (desk: string) => string;
  /** Which days are shown, and by which clock. */
  shown: (of: { from: string; to: string; zone: string }) => string;
  desks: string;
  earlier: string;
  thisWeek: string;
  later: string;
  twoWeeks: string;
  fourWeeks: string;
  /** Between two moments. */
  span: (from: string, to: string) => string;
  /** Seats that a list gives are counted, those of a schedule have names. */
  seat: (seat: string) => string;
  layer: (layer: string) => string;
  finding: (of: FindingFacts) => string;
  fill: string;
  now: DutyNowWords;
  week: DutyWeekWords;
  ahead: DutyAheadWords;
  lists: DutyListWords;
  calendars: DutyCalendarWords;
}

/** Changes of the duty lists, by imports. */
export interface DutyListWords {
  title: string;
  newestFirst: string;
  caption: string;
  columns: Readonly<Record<'when' | 'role' | 'was' | 'is' | 'by', string>>;
  nobody: string;
}

export interface DutyNowWords {
  title: string;
  titleAt: (when: string) => string;
  inOrder: string;
  caption: string;
  columns: Readonly<Record<'role' | 'person' | 'until' | 'sms' | 'voice', string>>;
  nobody: string;
  standsIn: string;
  dutyList: string;
  untilChanged: string;
  /** `next`: whoever follows; undefined: nobody. */
  until: (when: string, next: string | undefined) => string;
  oneNeeded: string;
  askAt: string;
  show: string;
  now: string;
}

export interface DutyWeekWords {
  title: (day: string) => string;
  noSeat: string;
  today: (time: string) => string;
  /** What is wrong with a shift. */
  marks: Readonly<Record<'missing' | 'unreachable' | 'doubled' | 'partly-doubled', string>>;
  nobody: string;
  notNeeded: string;
  byList: string;
  legend: Readonly<Record<'on' | 'planned' | 'standsIn' | 'nobody' | 'twice', string>>;
}

export interface DutyAheadWords {
  title: (days: number) => string;
  nothing: string;
  allThere: string;
  leftOpen: (reason: string) => string;
  more: (count: number) => string;
}

export interface DutyCalendarWords {
  title: string;
  lead: string;
  mine: string;
  everybodys: (desk: string) => string;
  secret: string;
  none: string;
  unread: string;
  /** `read`: when a program last read it; undefined: never. */
  made: (at: string, by: string, read: string | undefined) => string;
  make: string;
  renew: string;
  end: string;
}

/** "plats 1" where a seat or layer has a number only, whether a list counts it or the import of a schedule without names. */
export function counted(name: string, word: string): string {
  const number = /^(?:seat |layer )?(\d+)$/.exec(name)?.[1];
  return number === undefined ? name : `${word} ${number}`;
}
