/** What a responder's text says: each code with what it does. Empty when it holds none. */
export interface Reply {
  kind: 'accept' | 'decline' | 'direct' | 'join';
  code: number;
}

const KINDS: Record<string, Reply['kind']> = { A: 'accept', N: 'decline', D: 'direct', J: 'join' };

const CODE =
  /(?<![\p{L}\p{N}/])([ANDJ])\s*(\d(?:\s*\d){0,3})(?!\s*\d)(?![\p{L}])(?!\s*(?:HOURS?|HRS?|H|MIN|MINS|MINUTES?|SEC|SECONDS?|DAYS?|WEEKS?|MONTHS?|YEARS?|AM|PM|KM|MILES?|METRES?|METERS?|%|PERCENT|EUROS?|DOLLARS?)(?!\p{L}))/gu;

/**
 * Reads the codes in a text: A42 accepts, N42 declines, D42 says that the customer reached the sender directly, J42
 * joins. One letter and 1 to 4 digits together, any case, spaces anywhere, words around it allowed. Nothing else is an
 * answer: "ok" and "yes" accept nothing, nor does "N/A" before a number or "a 42 minute drive". A code said
 * in two ways ("A42? no, N42") is no answer: it is asked for again.
 */
export function readReply(body: string): Reply[] {
  const replies = [...body.toUpperCase().matchAll(CODE)].map(([, letter, digits]) => ({
    kind: KINDS[letter!]!,
    code: Number(digits!.replace(/\s/g, '')),
  }));
  const clear = replies.filter((reply) =>
    replies.every((r) => r.code !== reply.code || r.kind === reply.kind),
  );
  return clear.filter((reply, i) => clear.findIndex((other) => other.code === reply.code) === i);
}
