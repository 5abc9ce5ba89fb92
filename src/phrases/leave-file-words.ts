import type { ImportCounts, LeaveFileFault } from '../calendars/index.ts';

/** What is said of a calendar file of leave, in one language. Names of the format (RFC 5545) stay as they are. */
export interface LeaveFileWords {
  imported: (counts: ImportCounts) => string;
  /** Where, what, and how to mend it. */
  fault: (fault: LeaveFileFault) => string;
}
