import type { CaseListWords } from './case-list-words.ts';
import { pluralIn } from './plural.ts';

const plural = pluralIn('de-DE');
const number = (n: number): string => n.toLocaleString('de-DE');
const withFilters = (isFiltered: boolean): string => (isFiltered ? ' mit diesen Filtern' : '');

/** The list of cases in German. */
export const germanCaseList: CaseListWords = {
  title: 'Fälle',
  count: (count, isFiltered) =>
    `${plural(count, { one: 'Ein Fall', other: `${number(count)} Fälle` })}${withFilters(isFiltered)}. Neueste zuerst.`,
  countMore: (most, isFiltered) =>
    `Mehr als ${number(most)} Fälle${withFilters(isFiltered)}. Neueste zuerst.`,
  caption: 'Fälle, neueste zuerst',
  columns: {
    case: 'Fall',
    severity: 'Schwere',
    customer: 'Kunde',
    status: 'Status',
    desk: 'Linie',
    opened: 'Eröffnet',
    heldBy: 'Zuständig',
    age: 'Alter',
  },
  toAcceptance: 'Bis zur Übernahme',
  nobody: 'niemand',
  closedAfter: (length) => `abgeschlossen nach ${length}`,
  statuses: {
    any: 'Alle',
    current: 'Laufend',
    paging: 'Sucht jemanden',
    open: 'Offen',
    acknowledged: 'Übernommen',
    'in-contact': 'In Kontakt',
    resolved: 'Gelöst',
    closed: 'Abgeschlossen',
    cancelled: 'Storniert',
  },
  searchable: 'Fallnummer, Name, Firma',
  none: 'Noch keine Fälle. Ein Fall entsteht, wenn jemand anruft und eine Taste drückt.',
  howToCall: 'So rufen Sie zum ersten Mal an',
  filters: {
    label: 'Fälle durchsuchen',
    search: 'Suche',
    desk: 'Linie',
    allDesks: 'Alle Linien',
    show: 'Anzeigen',
    nothingFound: 'Keine Fälle mit diesen Filtern.',
    names: { search: 'Suche', desk: 'Linie', status: 'Status' },
    without: (filter, count, isMore) => `Ohne ${filter}: ${isMore ? 'mehr als ' : ''}${number(count)}`,
    all: 'Alle Fälle',
    more: 'Mehr von der Liste',
    newest: 'Neueste',
    older: 'Ältere Fälle',
    timesIn: (zone) => `Zeiten in ${zone}.`,
  },
};
