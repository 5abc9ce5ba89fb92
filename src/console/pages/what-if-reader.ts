import type { Catalogue } from '../catalogue/index.ts';
import { day, minuteTime } from '../words/time.ts';

/** Who reads what a desk would do: in which words, and by which clock. */
export interface Reader {
  readonly catalogue: Catalogue;
  readonly zone: string;
}

/** Thu 24 Dec 02:00, in the reader's language; with the year where it may be another. */
export function momentIn({ catalogue, zone }: Reader, at: Date, form: 'short' | 'year' = 'short'): string {
  return `${day(at, zone, form, catalogue.bar.locale)} ${minuteTime(at, zone)}`;
}

/** The text with its first letter large, as a sentence begins. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
