/** The way of keys and indexes to a thing in the people file. */
export type Path = readonly (string | number)[];

/** A fault or a warning before its line is looked up. */
export interface Finding {
  path: Path;
  /** The key itself is meant, not what stands behind it. */
  atKey?: boolean;
  what: string;
  mend: string;
}

/** One thing wrong with a people file, or worth knowing of it; line and column count from 1. */
export interface PeopleFault {
  file: string;
  line: number;
  column: number;
  what: string;
  mend: string;
}

/** The value at a path of what YAML gave; undefined where there is none. */
export function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Record<string, unknown>)[part]
        : undefined,
    raw,
  );
}

/** A path as its reader thinks of it: people and customers by their keys, as in people.anna.voice. */
export function nameOf(path: Path, raw: unknown): string {
  const parts = path.map((part, index) => {
    const key = typeof part === 'number' ? valueAt(raw, [...path.slice(0, index + 1), 'key']) : undefined;
    if (typeof key === 'string' && key !== '') return key;
    return typeof part === 'number' ? part + 1 : part;
  });
  return parts.join('.');
}
