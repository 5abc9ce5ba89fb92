import type { z } from 'zod';
import { isMap, isScalar, isSeq } from 'yaml';
import { nearest } from './did-you-mean.ts';
import { keysOf, schemaAt, scriptJsonSchema } from './json-schema.ts';
import { snakeCase } from './camel-case.ts';
import type { SourceFile } from './positions.ts';

type Path = readonly (string | number)[];

type Issue = z.core.$ZodIssue;

/** An unknown key, the key that it must have been meant for, and what the schema said of it alone. */
export interface MisspeltKey {
  path: Path;
  meant: string;
  issue: Issue;
}

/** The first unknown key that is a slip for one that can stand there. */
export function firstMisspelt(issues: readonly Issue[], raw: unknown): MisspeltKey | undefined {
  const unknown = issues.flatMap((issue): { path: Path; issue: Issue }[] => {
    if (issue.code === 'invalid_key') return [{ path: issue.path.map(plain), issue }];
    if (issue.code !== 'unrecognized_keys') return [];
    return issue.keys.map((key) => ({
      path: [...issue.path.map(plain), key],
      issue: { ...issue, keys: [key] },
    }));
  });
  for (const { path, issue } of unknown) {
    const meant = meantKey(path, raw);
    if (meant !== undefined) return { path, issue, meant };
  }
  return undefined;
}

/**
 * The key that an unknown one at `path` was most likely meant for; undefined when none is near, or when that key is
 * there already. What stands below it can then be checked too, and its absence is no second fault.
 */
function meantKey(path: Path, raw: unknown): string | undefined {
  const parent = schemaAt(scriptJsonSchema(), path.slice(0, -1));
  const meant = nearest(String(path.at(-1)), keysOf(parent));
  const siblings = valueAt(raw, path.slice(0, -1));
  return meant === undefined || Object.hasOwn(Object(siblings) as object, meant) ? undefined : meant;
}

/** Calls a key in the parsed text by the name that it was meant to have; everything keeps its place. */
export function renameKey({ document }: SourceFile, { path, meant }: MisspeltKey): void {
  const parent = path.slice(0, -1).reduce<unknown>((node, part) => {
    if (isSeq(node)) return node.items[Number(part)];
    return isMap(node) ? node.get(part, true) : undefined;
  }, document.contents);
  const pair = isMap(parent)
    ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
    : undefined;
  if (isScalar(pair?.key)) pair.key.value = meant;
}

/** The value at a place of a parsed text. */
export function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined,
    raw,
  );
}

/** True when `place` is one of the `spoilt` places or lies within one. */
export function isWithin(place: Path, spoilt: readonly Path[]): boolean {
  const parts = place.map((part) => snakeCase(String(part)));
  return spoilt.some((path) => path.every((part, index) => snakeCase(String(part)) === parts[index]));
}

/** A part of a path as JSON has it. */
export const plain = (part: PropertyKey): string | number => (typeof part === 'number' ? part : String(part));
