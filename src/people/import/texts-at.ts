import type { Path } from './fault.ts';
import type { Located } from './read.ts';

/** Every text that a pattern leads to, `*` being each item of a list, whatever is wrong around it. */
export function textsAt(raw: unknown, pattern: readonly string[], path: Path = []): Located<string>[] {
  const [step, ...rest] = pattern;
  if (step === undefined) return typeof raw === 'string' && raw !== '' ? [{ path, entry: raw }] : [];
  if (step === '*') {
    return Array.isArray(raw) ? raw.flatMap((item, index) => textsAt(item, rest, [...path, index])) : [];
  }
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, step)) return [];
  return textsAt((raw as Record<string, unknown>)[step], rest, [...path, step]);
}
