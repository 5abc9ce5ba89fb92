type Camel<Key> = Key extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Key;

/** The type with every snake_case key, at every depth, in camelCase. */
export type Camelised<T> = T extends string | number | boolean | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? Camelised<Item>[]
    : { [Key in keyof T as Camel<Key>]: Camelised<T[Key]> };

/** A copy of `value` with every snake_case key in camelCase. Names with hyphens stay as they are. */
export function camelise<T>(value: T): Camelised<T> {
  return copy(value) as Camelised<T>;
}

/** The YAML spelling of a camelCase key. A language such as en-US is spelt as it is. */
export function snakeCase(key: string): string {
  return key.replace(/(?<=[a-z0-9])[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      copy(inner),
    ]),
  );
}
