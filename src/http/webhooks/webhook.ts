import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Twilio drops a call whose document does not come within 15 s; the caller hears of a fault well before. */
const ANSWER_WITHIN_MS = 9_000;

/** Twilio posts by default and may be set to GET; both mean the same. */
export function webhook(
  scope: FastifyInstance,
  path: string,
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
): void {
  scope.route({ method: ['GET', 'POST'], url: path, handler, handlerTimeout: ANSWER_WITHIN_MS });
}

/** True for an id that one of our rows could have. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}

/** A whole number of the path or the query; 0 for anything else. */
export function countOf(values: unknown, name: string): number {
  const text = (values as Record<string, unknown>)[name];
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
