/** How many rows there would be without each filter that is set; `names`: each filter and its word. */
export async function countsWithout<Filter extends object>(
  filter: Filter,
  count: (filter: Filter) => Promise<number>,
  names: readonly (readonly [keyof Filter & string, string])[],
): Promise<{ name: string; words: string; count: number }[]> {
  const set = names.filter(([name]) => filter[name] !== undefined);
  return Promise.all(
    set.map(async ([name, words]) => ({ name, words, count: await count({ ...filter, [name]: undefined }) })),
  );
}
