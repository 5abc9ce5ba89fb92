import type { z } from 'zod';
import { schemaAt, scriptJsonSchema, type JsonSchema } from './json-schema.ts';
import { plain, valueAt } from './rename-keys.ts';
import { scriptSchema } from './schema.ts';

type Path = readonly (string | number)[];
type Parsed = z.output<typeof scriptSchema>;

/** A script whose malformed parts were replaced, so that the rest can be checked; `spoilt`: where they were. */
export interface Mended {
  parsed: Parsed;
  spoilt: Path[];
}

/** More rounds than the schema is deep: each goes one level up where a stand-in did not help. */
const mostRounds = 6;
/** One of these suits every text of the schema. None is used by a script that somebody means. */
const texts = ['nowhere', '+1000000', 'NAMELESS', 'ZZ', '09:00-17:00', 'nobody@example.com', '2000-01-01'];
const dialKeys = [...'*#9876543210'];

/**
 * Replaces what the schema refuses by something that it takes and that means nothing. Undefined when too little is
 * left. What is found in the result at a spoilt place, or because of one, is no fault of the script.
 */
export function withStandIns(raw: unknown): Mended | undefined {
  const copy: unknown = structuredClone(raw);
  const spoilt: Path[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const result = scriptSchema.safeParse(copy);
    if (result.success) return { parsed: result.data, spoilt };
    const issues = result.error.issues.map(({ path, ...issue }) => ({ ...issue, path: path.map(plain) }));
    for (const issue of issues) {
      const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
      for (const key of unknown) drop(copy, [...issue.path, key]);
      if (issue.code === 'invalid_key') drop(copy, issue.path);
      // A node without its kind may do anything, and so may an exception without its hours.
      else if (unknown.length > 0)
        spoilt.push(...(isNode(issue.path) || isException(issue.path) ? [issue.path] : []));
      else spoilt.push(mend(copy, issue.path, spoilt));
    }
  }
  return undefined;
}

/** Puts a stand-in at `path`, or around it when there is one already, and says where it stands. */
function mend(copy: unknown, path: Path, earlier: readonly Path[]): Path {
  const tried = (at: Path) => earlier.some((old) => old.join('\n') === at.join('\n'));
  let at = path;
  while (at.length > 1 && tried(at)) at = at.slice(0, -1);
  const parent: unknown = valueAt(copy, at.slice(0, -1));
  if (typeof parent !== 'object' || parent === null) return at;
  const key = at.at(-1) ?? '';
  const value = key === 'key' ? freeKey(copy, at) : standIn(at);
  if (value === undefined) drop(copy, at);
  else (parent as Record<string | number, unknown>)[key] = value;
  return value === undefined && isNode(at.slice(0, -1)) ? at.slice(0, -1) : at;
}

/** What can stand at a place; undefined where nothing has to. */
function standIn(path: Path): unknown {
  const parent = schemaAt(scriptJsonSchema(), path.slice(0, -1));
  const key = path.at(-1);
  const isNeeded =
    typeof key === 'number' || parent?.properties === undefined || parent.required?.includes(String(key));
  return isNeeded ? anyOf(schemaAt(scriptJsonSchema(), path) ?? {}) : undefined;
}

function anyOf(schema: JsonSchema): unknown {
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return anyOf(schema.anyOf.at(-1) ?? {});
  if (schema.type === 'array') return [anyOf(schema.items ?? {})];
  if (schema.type === 'integer') return schema.minimum ?? 1;
  if (schema.type === 'object') {
    const needed = schema.required ?? [];
    return Object.fromEntries(needed.map((key) => [key, anyOf(schema.properties?.[key] ?? {})]));
  }
  const suits = new RegExp(schema.pattern ?? '');
  // Hours have no pattern in the JSON schema: their description says what they are.
  return schema.description?.startsWith('hours') ? '09:00-17:00' : texts.find((text) => suits.test(text));
}

/** A key that no other choice of the menu has. */
function freeKey(copy: unknown, path: Path): string {
  const choices = valueAt(copy, path.slice(0, path.lastIndexOf('choices') + 1 || -2));
  const taken = JSON.stringify(choices ?? '').match(/"key":"?[0-9*#]/g) ?? [];
  return dialKeys.find((key) => !taken.some((text) => text.endsWith(key))) ?? '0';
}

function drop(copy: unknown, path: Path): void {
  const parent = valueAt(copy, path.slice(0, -1));
  if (typeof parent === 'object' && parent !== null) Reflect.deleteProperty(parent, path.at(-1) ?? '');
}

const isNode = (path: Path): boolean => path.length === 2 && path[0] === 'nodes';
const isException = (path: Path): boolean => path.length === 3 && path[1] === 'exceptions';
