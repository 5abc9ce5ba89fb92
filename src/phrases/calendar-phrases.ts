/** What calendars say of shifts. */
export interface CalendarPhrases {
  /** A role that the product knows, in words; another as it is called. */
  role(role: string): string;
  /** The name of a person's calendar. */
  calendarOf(person: string): string;
  /** The name of a desk's calendar. */
  deskCalendar(deskName: string): string;
  /** What a shift is called in its owner's calendar. `role` in words. */
  shift(role: string, deskName: string): string;
  /** The same in a desk's calendar, where it is somebody's among others. */
  shiftOf(person: string, role: string): string;
  /** Whose place it is, where that is not their own turn. */
  standsIn: string;
}
