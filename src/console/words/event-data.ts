import type { EventFacts } from '../facts.ts';

export type Data = EventFacts['data'];
export type Names = ReadonlyMap<string, string>;

/** The first of these fields that holds a text or a number. */
export function textOf(data: Data, ...keys: string[]): string | undefined {
  for (const key of keys) {
    const value = data[key];
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}

/** A field that holds a number; 0 where it holds none. */
export function numberOf(data: Data, key: string): number {
  const value = Number(data[key] ?? 0);
  return Number.isFinite(value) ? value : 0;
}

// Identifiers are for programs; people read the rest.
const unsaid = /^(id|call|room|.*Id|token|.*Token|sid|.*Sid|sequence)$/;

/** An event that has no words of its own, with what it carries, as the program writes it. */
export function plainEvent({ event, data }: Pick<EventFacts, 'event' | 'data'>, names: Names): string {
  const parts = Object.entries(data).flatMap(([key, value]) => {
    if (unsaid.test(key) || (typeof value !== 'string' && typeof value !== 'number') || value === '') {
      return [];
    }
    const shown = names.get(String(value)) ?? String(value);
    return [
      ['by', 'name', 'why'].includes(key) ? (key === 'by' ? `by ${shown}` : shown) : `${plain(key)} ${shown}`,
    ];
  });
  const words = plain(event);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`;
}

function plain(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[._-]+/g, ' ')
    .toLowerCase();
}
