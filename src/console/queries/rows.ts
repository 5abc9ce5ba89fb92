import type { EventFacts } from '../facts.ts';

/** A row with undefined where the database has null. */
export type Defined<Row> = {
  [Key in keyof Row]: null extends Row[Key] ? Exclude<Row[Key], null> | undefined : Row[Key];
};

/** The row with undefined for null: the program has one word for "not there". */
export function defined<Row extends object>(row: Row): Defined<Row> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, value === null ? undefined : value]),
  ) as Defined<Row>;
}

/** Events by their owner, in the order given. */
export function groupedEvents<Row extends EventFacts>(
  rows: readonly Row[],
  ownerOf: (row: Row) => string,
): Map<string, EventFacts[]> {
  const groups = new Map<string, EventFacts[]>();
  for (const row of rows) {
    const group = groups.get(ownerOf(row)) ?? [];
    group.push({ at: row.at, event: row.event, data: row.data });
    groups.set(ownerOf(row), group);
  }
  return groups;
}
