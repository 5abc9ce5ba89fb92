import type { CallEvent } from '../carrier/call.ts';
import type { Hook } from '../carrier/model.ts';
import { RestError } from './rest-error.ts';

export type Fields = Readonly<Record<string, string | string[]>>;

/** Reads a form or query; a repeated field becomes an array. */
export function parseFields(text: string): Fields {
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = fields[name];
    if (before === undefined) fields[name] = value;
    else fields[name] = Array.isArray(before) ? [...before, value] : [before, value];
  }
  return fields;
}

/** The last value of a field; undefined when it is absent or empty. */
export function field(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  const last = Array.isArray(value) ? value.at(-1) : value;
  return last === '' ? undefined : last;
}

export function listField(fields: Fields, name: string): string[] | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  return (Array.isArray(value) ? value : [value]).flatMap((one) => one.split(' ')).filter(Boolean);
}

/** A whole number within bounds, or the default. Throws RestError 20001. */
export function integerField(
  fields: Fields,
  name: string,
  range: { from: number; to: number; otherwise: number },
): number {
  const text = field(fields, name);
  if (text === undefined) return range.otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < range.from || value > range.to)
    throw new RestError(
      400,
      20001,
      `Invalid ${name}: "${text}" is no whole number from ${range.from} to ${range.to}`,
    );
  return value;
}

export function booleanField(fields: Fields, name: string): boolean | undefined {
  const text = field(fields, name)?.toLowerCase();
  if (text === undefined) return undefined;
  if (text !== 'true' && text !== 'false')
    throw new RestError(400, 20001, `Invalid ${name}: "${text}" is neither true nor false`);
  return text === 'true';
}

/** An absolute http(s) URL with its method, or null. Throws RestError with the code given. */
export function hookField(
  fields: Fields,
  name: string,
  methodName: string,
  invalidCode: number,
): Hook | null {
  const url = field(fields, name);
  if (url === undefined) return null;
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url))
    throw new RestError(400, invalidCode, `${name} is not a valid URL: ${url}`);
  return { url, method: methodField(fields, methodName) };
}

function methodField(fields: Fields, name: string): 'GET' | 'POST' {
  const method = field(fields, name)?.toUpperCase() ?? 'POST';
  if (method !== 'GET' && method !== 'POST') throw new RestError(400, 20001, `Invalid ${name}: "${method}"`);
  return method;
}

const CALL_EVENTS: readonly string[] = ['initiated', 'ringing', 'answered', 'completed'];

/** The events of repeated StatusCallbackEvent fields; `completed` alone when there is none. */
export function callEventsField(fields: Fields): ReadonlySet<CallEvent> {
  const events = listField(fields, 'StatusCallbackEvent') ?? ['completed'];
  const unknown = events.find((event) => !CALL_EVENTS.includes(event));
  if (unknown !== undefined)
    throw new RestError(
      400,
      21626,
      `Invalid StatusCallbackEvent: "${unknown}"; it is one of ${CALL_EVENTS.join(', ')}`,
    );
  return new Set(events as CallEvent[]);
}

export const E164 = /^\+[1-9]\d{6,14}$/;
