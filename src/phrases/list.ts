/** Joins names as a language does: "Anna, Bo and Cleo" by `conjunction`, "Anna, Bo or Cleo" by `disjunction`. */
export function listIn(
  language: string,
  type: 'conjunction' | 'disjunction',
): (names: readonly string[]) => string {
  const format = new Intl.ListFormat(language, { type });
  return (names) => format.format(names);
}
