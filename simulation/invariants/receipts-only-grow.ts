import type { Invariant } from './invariant.ts';

/** Receipts and timelines only grow: what stood there stands there still, word for word. */
export function receiptsOnlyGrow(): Invariant {
  const known = new Map<string, string>();
  return {
    name: 'receipts only grow',
    check: ({ rows }) => {
      for (const { id, content } of rows.lines) {
        const before = known.get(id);
        if (before !== undefined && before !== content) return `${id} was altered`;
        known.set(id, content);
      }
      const deleted = known.size - rows.line_count;
      return deleted > 0 ? `${deleted} lines of receipts and timelines were deleted` : undefined;
    },
  };
}
