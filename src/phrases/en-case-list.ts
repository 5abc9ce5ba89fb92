import type { CaseListWords } from './case-list-words.ts';

const withFilters = (isFiltered: boolean): string => (isFiltered ? ' with these filters' : '');

/** The list of cases in English. */
export const englishCaseList: CaseListWords = {
  title: 'Cases',
  count: (count, isFiltered) =>
    `${count === 1 ? 'One case' : `${count} cases`}${withFilters(isFiltered)}. Newest first.`,
  countMore: (most, isFiltered) =>
    `More than ${most.toLocaleString('en-US')} cases${withFilters(isFiltered)}. Newest first.`,
  caption: 'Cases, newest first',
  columns: {
    case: 'Case',
    severity: 'Severity',
    customer: 'Customer',
    status: 'Status',
    desk: 'Desk',
    opened: 'Opened',
    heldBy: 'Held by',
    age: 'Age',
  },
  toAcceptance: 'To acceptance',
  nobody: 'nobody',
  closedAfter: (length) => `closed after ${length}`,
  statuses: {
    any: 'Any',
    current: 'Not over',
    paging: 'Paging',
    open: 'Open',
    acknowledged: 'Acknowledged',
    'in-contact': 'In contact',
    resolved: 'Resolved',
    closed: 'Closed',
    cancelled: 'Cancelled',
  },
  searchable: 'case number, name, company',
  none: 'No cases yet. A case opens when a caller presses a key.',
  howToCall: 'How to make the first call',
  filters: {
    label: 'Search the cases',
    search: 'Search',
    desk: 'Desk',
    allDesks: 'All desks',
    show: 'Show',
    nothingFound: 'No cases with these filters.',
    names: { search: 'search', desk: 'desk', status: 'status' },
    without: (filter, count, isMore) =>
      `Without the ${filter}: ${isMore ? 'more than ' : ''}${count.toLocaleString('en-US')}`,
    all: 'All cases',
    more: 'More of the list',
    newest: 'Newest',
    older: 'Older cases',
    timesIn: (zone) => `Times in ${zone}.`,
  },
};
