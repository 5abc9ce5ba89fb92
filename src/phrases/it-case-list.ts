import type { CaseListWords } from './case-list-words.ts';
import { pluralIn } from './plural.ts';

const plural = pluralIn('it-IT');
const number = (n: number): string => n.toLocaleString('it-IT');
const withFilters = (isFiltered: boolean): string => (isFiltered ? ' con questi filtri' : '');

/** The list of cases in Italian. */
export const italianCaseList: CaseListWords = {
  title: 'Casi',
  count: (count, isFiltered) =>
    `${plural(count, { one: 'Un caso', other: `${number(count)} casi` })}${withFilters(isFiltered)}. Prima i più recenti.`,
  countMore: (most, isFiltered) =>
    `Più di ${number(most)} casi${withFilters(isFiltered)}. Prima i più recenti.`,
  caption: 'Casi, prima i più recenti',
  columns: {
    case: 'Caso',
    severity: 'Gravità',
    customer: 'Cliente',
    status: 'Stato',
    desk: 'Linea',
    opened: 'Aperto',
    heldBy: 'Se ne occupa',
    age: 'Età',
  },
  toAcceptance: 'Fino alla presa in carico',
  nobody: 'nessuno',
  closedAfter: (length) => `chiuso dopo ${length}`,
  statuses: {
    any: 'Tutti',
    current: 'In corso',
    paging: 'In ricerca di qualcuno',
    open: 'Aperto',
    acknowledged: 'Preso in carico',
    'in-contact': 'In contatto',
    resolved: 'Risolto',
    closed: 'Chiuso',
    cancelled: 'Annullato',
  },
  searchable: 'numero del caso, nome, azienda',
  none: 'Ancora nessun caso. Un caso si apre quando chi chiama preme un tasto.',
  howToCall: 'Come fare la prima chiamata',
  filters: {
    label: 'Cerca tra i casi',
    search: 'Cerca',
    desk: 'Linea',
    allDesks: 'Tutte le linee',
    show: 'Mostra',
    nothingFound: 'Nessun caso con questi filtri.',
    names: {
      search: 'il testo cercato',
      desk: 'la linea',
      status: 'lo stato',
    },
    without: (filter, count, isMore) => `Senza ${filter}: ${isMore ? 'più di ' : ''}${number(count)}`,
    all: 'Tutti i casi',
    more: 'Altre voci dell’elenco',
    newest: 'I più recenti',
    older: 'Casi precedenti',
    timesIn: (zone) => `Orari in ${zone}.`,
  },
};
