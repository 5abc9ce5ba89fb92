/** What a text may say in answer to a test page. */
export type DrillReply = { code: string } | 'ok';

/**
 * Reads an answer to a test page: its code, T and four digits, with words around it; or a text that says "ok" and nothing
 * else. No word of it can be a code of a case, which begins with A, N, D or J, and "ok" accepts none.
 */
export function readDrillReply(body: string): DrillReply | undefined {
  const [, digits] = /(?<![\p{L}\p{N}/])T\s*(\d(?:\s*\d){3})(?!\s*\d)(?!\p{L})/iu.exec(body) ?? [];
  if (digits !== undefined) return { code: `T${digits.replace(/\s/g, '')}` };
  return /^\s*(ok|okay|okej)[\s.!]*$/i.test(body) ? 'ok' : undefined;
}
