import type { Invariant } from './invariant.ts';

/** A receipt is never rewritten: a page that was settled stays so, one that won or was stood down stays what it is. */
export function whatIsSettledStays(): Invariant {
  const last = new Map<string, string>();
  const settled = new Set<string>();
  const final = new Set(['acknowledged', 'stood-down']);
  return {
    name: 'what is settled stays settled',
    check: ({ rows }) => {
      for (const page of rows.pages) {
        const before = last.get(page.id);
        if (before !== undefined && final.has(before) && page.status !== before) {
          return `page ${page.id} of ${page.person} was ${before} and is now ${page.status}`;
        }
        if (settled.has(page.id) && page.settled_at === null)
          return `page ${page.id} of ${page.person} was settled and is open again`;
        last.set(page.id, page.status);
        if (page.settled_at !== null) settled.add(page.id);
      }
      return undefined;
    },
  };
}
