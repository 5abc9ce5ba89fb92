import type { z } from 'zod';
import { suggestion } from './did-you-mean.ts';
import type { Finding } from './fault.ts';
import { keysOf, schemaAt, scriptJsonSchema, type JsonSchema } from './json-schema.ts';
import { plain, valueAt } from './rename-keys.ts';

type Issue = z.core.$ZodIssue;

/** What the schema found, in words for the person who owns the script. `raw` is the value before validation. */
export function schemaFindings(issues: readonly Issue[], raw: unknown): Finding[] {
  const schema = scriptJsonSchema();
  return issues.flatMap((issue) => findings(issue, raw, schema));
}

function findings(issue: Issue, raw: unknown, schema: JsonSchema): Finding[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const here = schemaAt(schema, path);
  if (issue.code === 'unrecognized_keys') {
    const known = keysOf(here);
    return issue.keys.map((key) => ({
      path: [...path, key],
      atKey: true,
      what: `Unknown key "${key}"${within(path)}.`,
      mend: suggestion(key, known),
    }));
  }
  if (issue.code === 'invalid_key') return [badName(path, schema)];
  const inner = issue.code === 'invalid_union' ? insideMapping(issue, raw) : [];
  if (inner.length > 0) return inner.flatMap((one) => findings(one, raw, schema));
  const value = valueAt(raw, path);
  if (value === undefined) {
    const key = String(path.at(-1));
    const mend = here?.description ? `Add it: ${here.description}.` : 'Add it.';
    return [
      { path: path.slice(0, -1), what: `The key "${key}" is missing${within(path.slice(0, -1))}.`, mend },
    ];
  }
  return [
    { path, what: `${shown(value)}${within(path)} ${complaint(issue)}.`, mend: mendOf(schema, path, value) },
  ];
}

/** Of what is written by language only the language at fault is named, not all that could stand there instead. */
function insideMapping(issue: Extract<Issue, { code: 'invalid_union' }>, raw: unknown): Issue[] {
  const value = valueAt(raw, issue.path.map(plain));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const inside = issue.errors.find((errors) => errors.some(({ path }) => path.length > 0)) ?? [];
  return inside.map((one) => ({ ...one, path: [...issue.path, ...one.path] }));
}

function badName(path: (string | number)[], schema: JsonSchema): Finding {
  const parent = schemaAt(schema, path.slice(0, -1));
  const allowed = (parent?.propertyNames?.enum ?? []).map(String);
  const name = String(path.at(-1));
  const mend = allowed.length > 0 ? suggestion(name, allowed) : 'Use small letters, digits and hyphens.';
  return {
    path,
    atKey: true,
    what: `"${name}"${within(path.slice(0, -1))} is no name that can stand here.`,
    mend,
  };
}

function complaint(issue: Issue): string {
  if (issue.code === 'invalid_union' || issue.code === 'custom') return issue.message;
  if (issue.code === 'too_small')
    return issue.origin === 'string' || issue.origin === 'array' ? 'is empty' : 'is too small';
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'is too long' : 'is too large';
  if (issue.code === 'invalid_value') return 'is not one of the values that can stand here';
  return 'is not what must stand here';
}

function mendOf(schema: JsonSchema, path: readonly (string | number)[], value: unknown): string {
  const allowed = schemaAt(schema, path)?.enum?.map(String);
  if (allowed && typeof value === 'string') return suggestion(value, allowed);
  // An item of a list is often explained only at the list.
  const described = [path, path.slice(0, -1)].map((at) => schemaAt(schema, at)?.description);
  return `Write ${described.find((text) => text !== undefined) ?? 'what the JSON schema allows here'}.`;
}

function within(path: readonly (string | number)[]): string {
  return path.length === 0 ? '' : ` in ${path.join('.')}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}
