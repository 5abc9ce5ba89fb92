export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof weekdays)[number];

/**
 * A stretch by the wall clock, in minutes since midnight of the day on which it begins: from `startMinute` up to, not
 * including, `endMinute`. An `endMinute` above 1440 lies on the next day.
 */
export interface Span {
  startMinute: number;
  endMinute: number;
}

/** What a desk does on one date, whatever its weekday and the calendar say; without spans it is closed. */
export interface HoursException {
  /** The local date, `YYYY-MM-DD`. */
  date: string;
  spans: readonly Span[];
  /** The desk's own words. */
  why: string;
}

/**
 * When an office itself answers. A weekday that is absent is closed.
 *
 * The day on which a span begins decides on it. A holiday or an exception takes away, or sets, what begins on that date;
 * a night shift that began the evening before is worked to its end.
 */
export interface CoverageHours {
  timeZone: string;
  /** ISO 3166-1 alpha-2, and the state or province where its holidays differ. */
  country: string;
  region?: string | undefined;
  closedOnPublicHolidays: boolean;
  /** Days of the country's calendar, by their English names, on which the office is closed though the law does not ask it. */
  alsoClosed: readonly string[];
  days: Partial<Record<Weekday, readonly Span[]>>;
  /** At most one a date. They win over weekdays and holidays. */
  exceptions: readonly HoursException[];
}
