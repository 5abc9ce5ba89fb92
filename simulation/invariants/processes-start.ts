import type { Invariant } from './invariant.ts';

/** More than the longest outage of the database costs three processes, which try again every two seconds. */
const MOST_FAILED_STARTS = 40;

/** A world in which no process of the service runs shows nothing wrong, because nothing happens in it. */
export const processesStart: Invariant = {
  name: 'processes start',
  check: ({ world: { failedStarts } }) =>
    failedStarts > MOST_FAILED_STARTS
      ? `${failedStarts} starts of a process have failed one after another`
      : undefined,
};
