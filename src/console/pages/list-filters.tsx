import type { ComponentChildren } from 'preact';
import type { DeskBook } from '../desks.ts';
import { Choice } from '../components/form.tsx';
import { Icon } from '../components/icons.tsx';
import { phrasesFor, type FilterWords } from '../../phrases/index.ts';
import { mostCounted } from '../queries/count.ts';

// For the lists that speak English alone.
const english = phrasesFor('en').cases.list.filters;

/** A list's filter bar: a GET form, so that a filtered list has an address. */
export function Filters(props: {
  label: string;
  action: string;
  search: string | undefined;
  placeholder: string;
  words?: FilterWords;
  children: ComponentChildren;
}) {
  const { words = english } = props;
  return (
    <form class="filters" role="search" aria-label={props.label} method="get" action={props.action}>
      <p class="field find">
        <label for="search">{words.search}</label>
        <Icon of="search" />
        <input
          id="search"
          name="search"
          type="search"
          maxLength={100}
          value={props.search ?? ''}
          class={props.search ? 'set' : undefined}
          placeholder={props.placeholder}
        />
      </p>
      {props.children}
      <p class="acts">
        <button class="btn">{words.show}</button>
      </p>
    </form>
  );
}

/** One choice of the filter bar. */
export function Filter(props: {
  name: string;
  label: string;
  value: string | undefined;
  values: readonly (readonly [string, string])[];
}) {
  return (
    <p class="field">
      <label for={props.name}>{props.label}</label>
      <Choice id={props.name} name={props.name} value={props.value} values={props.values} marked />
    </p>
  );
}

/** The choices of a desk. */
export function deskChoices(desks: DeskBook, words = english): (readonly [string, string])[] {
  return [['', words.allDesks], ...desks.all.map((desk) => [desk.desk, desk.name] as const)];
}

/** The address of a list with these filters; what is not set is left out. */
export function listAddress(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const set = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set).toString()}`;
}

/** The words of an empty list that speaks English alone; `what` it lists. */
export const inEnglish = (what: string): Pick<FilterWords, 'nothingFound' | 'without' | 'all'> => ({
  ...english,
  nothingFound: `No ${what} with these filters.`,
  all: `All ${what}`,
});

/** Which filters to drop when a list is empty: each one that is set, with how many rows there are without it. */
export function NothingFound(props: {
  path: string;
  query: Readonly<Record<string, string | undefined>>;
  /** `words`: what the filter is called. */
  without: readonly { name: string; words: string; count: number }[];
  words: Pick<FilterWords, 'nothingFound' | 'without' | 'all'>;
}) {
  const { words } = props;
  return (
    <p class="soft empty">
      {words.nothingFound}{' '}
      {props.without.map(({ name, words: filter, count }) => (
        <span key={name}>
          <a href={listAddress(props.path, { ...props.query, [name]: undefined })}>
            {words.without(filter, Math.min(count, mostCounted), count > mostCounted)}
          </a>
          .{' '}
        </span>
      ))}
      <a href={props.path}>{words.all}</a>
    </p>
  );
}
