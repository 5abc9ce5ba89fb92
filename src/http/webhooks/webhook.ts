import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inTime, type Clock } from '../../kernel/index.ts';

/**
 * Twilio drops a call whose document does not come within 15 s, and asks once more when 10 s have brought none. So soon a
 * caller hears of a fault, and so soon the second request is answered in time too where the first one's answer was lost
 * or late on its way.
 */
const ANSWER_WITHIN_MS = 4_000;

/** Puts by what a request tells and could not be recorded. */
export type Keep = (request: FastifyRequest) => Promise<void>;

/**
 * Twilio posts by default and may be set to GET; both mean the same. What fails or takes too long is kept before the
 * answer says so, where `keep` is given. The work goes on behind a late answer; the carrier asks again, and finds what
 * became of it.
 */
export function webhook(
  scope: FastifyInstance,
  clock: Clock,
  path: string,
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
  keep?: Keep,
): void {
  scope.route({
    method: ['GET', 'POST'],
    url: path,
    handler: async (request, reply) => {
      try {
        return await inTime(clock, ANSWER_WITHIN_MS, handler(request, reply));
      } catch (error) {
        await keep?.(request);
        throw error;
      }
    },
  });
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
