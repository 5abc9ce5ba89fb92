import type { CaseStatus } from '../cases/index.ts';

/** The list of cases, in one language. */
export interface CaseListWords {
  readonly title: string;
  /** `isFiltered`: those that the filters leave. */
  readonly count: (count: number, isFiltered: boolean) => string;
  /** Behind the number, where there are more than are counted. */
  readonly countMore: (most: number, isFiltered: boolean) => string;
  readonly caption: string;
  readonly columns: Readonly<
    Record<'case' | 'severity' | 'customer' | 'status' | 'desk' | 'opened' | 'heldBy' | 'age', string>
  >;
  /** How long until somebody accepted. */
  readonly toAcceptance: string;
  readonly nobody: string;
  /** `length`: as 0:12 h. */
  readonly closedAfter: (length: string) => string;
  readonly statuses: Readonly<Record<CaseStatus | 'any' | 'current', string>>;
  /** What can be searched for. */
  readonly searchable: string;
  readonly none: string;
  readonly howToCall: string;
  readonly filters: FilterWords;
}

/** The bar by which a list is filtered, and what is said when nothing is left. */
export interface FilterWords {
  readonly label: string;
  readonly search: string;
  readonly desk: string;
  readonly allDesks: string;
  readonly show: string;
  readonly nothingFound: string;
  /** What the filters are called in the middle of a sentence. */
  readonly names: Readonly<Record<'search' | 'desk' | 'status', string>>;
  /** As many there are without a filter; `isMore`: or more. */
  readonly without: (filter: string, count: number, isMore: boolean) => string;
  readonly all: string;
  readonly more: string;
  readonly newest: string;
  readonly older: string;
  readonly timesIn: (zone: string) => string;
}
