import type { ComponentChildren } from 'preact';
import type { DeskBook } from '../desks.ts';
import { Choice } from '../components/form.tsx';
import { Icon } from '../components/icons.tsx';
import { counted } from '../queries/count.ts';

/** A list's filter bar: a GET form, so that a filtered list has an address. */
export function Filters(props: {
  label: string;
  action: string;
  search: string | undefined;
  placeholder: string;
  children: ComponentChildren;
}) {
  return (
    <form class="filters" role="search" aria-label={props.label} method="get" action={props.action}>
      <p class="field find">
        <label for="search">Search</label>
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
        <button class="btn">Show</button>
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
export function deskChoices(desks: DeskBook): (readonly [string, string])[] {
  return [['', 'All desks'], ...desks.all.map((desk) => [desk.desk, desk.name] as const)];
}

/** The address of a list with these filters; what is not set is left out. */
export function listAddress(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const set = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set).toString()}`;
}

/** Which filters to drop when a list is empty: each one that is set, with how many rows there are without it. */
export function NothingFound(props: {
  what: string;
  path: string;
  query: Readonly<Record<string, string | undefined>>;
  without: readonly { name: string; words: string; count: number }[];
}) {
  return (
    <p class="soft empty">
      No {props.what} with these filters.{' '}
      {props.without.map(({ name, words, count }) => (
        <span key={name}>
          <a href={listAddress(props.path, { ...props.query, [name]: undefined })}>
            Without the {words}: {counted(count)}
          </a>
          .{' '}
        </span>
      ))}
      <a href={props.path}>All {props.what}</a>
    </p>
  );
}
