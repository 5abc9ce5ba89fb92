/** Lists are counted as far as this: to count a million rows takes longer than anybody waits for a page. */
export const mostCounted = 1_000;

/** A count in words; it was not counted beyond `mostCounted`. */
export function counted(count: number): string {
  return count > mostCounted ? `more than ${mostCounted.toLocaleString('en-US')}` : String(count);
}
