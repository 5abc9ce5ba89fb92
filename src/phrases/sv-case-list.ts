import type { CaseListWords } from './case-list-words.ts';
import { pluralIn } from './plural.ts';

const plural = pluralIn('sv-SE');
const number = (n: number): string => n.toLocaleString('sv-SE');
const withFilters = (isFiltered: boolean): string => (isFiltered ? ' med de här filtren' : '');

/** The list of cases in Swedish. */
export const swedishCaseList: CaseListWords = {
  title: 'Ärenden',
  count: (count, isFiltered) =>
    `${plural(count, { one: 'Ett ärende', other: `${number(count)} ärenden` })}${withFilters(isFiltered)}. Nyast först.`,
  countMore: (most, isFiltered) => `Fler än ${number(most)} ärenden${withFilters(isFiltered)}. Nyast först.`,
  caption: 'Ärenden, nyast först',
  columns: {
    case: 'Ärende',
    severity: 'Allvarlighet',
    customer: 'Kund',
    status: 'Status',
    desk: 'Linje',
    opened: 'Kom',
    heldBy: 'Handläggare',
    age: 'Ålder',
  },
  toAcceptance: 'Tills någon tog det',
  nobody: 'ingen',
  closedAfter: (length) => `avslutat efter ${length}`,
  statuses: {
    any: 'Alla',
    current: 'Pågående',
    paging: 'Söker någon',
    open: 'Öppet',
    acknowledged: 'Taget',
    'in-contact': 'I kontakt',
    resolved: 'Löst',
    closed: 'Avslutat',
    cancelled: 'Makulerat',
  },
  searchable: 'ärendenummer, namn, företag',
  none: 'Inga ärenden än. Ett ärende öppnas när någon som ringer trycker en knapp.',
  howToCall: 'Så ringer du det första samtalet',
  filters: {
    label: 'Sök bland ärendena',
    search: 'Sök',
    desk: 'Linje',
    allDesks: 'Alla linjer',
    show: 'Visa',
    nothingFound: 'Inga ärenden med de här filtren.',
    names: { search: 'sökning', desk: 'linje', status: 'status' },
    without: (filter, count, isMore) => `Utan ${filter}: ${isMore ? 'fler än ' : ''}${number(count)}`,
    all: 'Alla ärenden',
    more: 'Mer av listan',
    newest: 'Nyaste',
    older: 'Äldre ärenden',
    timesIn: (zone) => `Tider i ${zone}.`,
  },
};
