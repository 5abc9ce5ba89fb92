/** So many calls at once are a large switchboard; more is a slip of the finger. The table has the same bound. */
export const mostLines = 50;

/** How many calls a number takes at the same time, as somebody writes it; undefined for what is no whole number from 1 to 50. */
export function readLines(written: string): number | undefined {
  const text = written.trim();
  const lines = /^[1-9]\d?$/.test(text) ? Number(text) : 0;
  return lines >= 1 && lines <= mostLines ? lines : undefined;
}
