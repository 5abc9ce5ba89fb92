import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../kernel/index.ts';

/**
 * Twilio drops a call whose document does not come within 15 s, and asks once more when 10 s have brought none. So soon a
 * caller hears of a fault, and so soon the second request is answered in time too where the first one's answer was lost
 * or late on its way.
 */
const ANSWER_WITHIN_MS = 4_000;

/** Twilio posts by default and may be set to GET; both mean the same. */
export function webhook(
  scope: FastifyInstance,
  clock: Clock,
  path: string,
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
): void {
  scope.route({
    method: ['GET', 'POST'],
    url: path,
    handler: (request, reply) => inTime(clock, handler(request, reply)),
  });
}

/** The work goes on behind a late answer; the carrier asks again, and finds what became of it. */
async function inTime<T>(clock: Clock, work: Promise<T>): Promise<T> {
  let stop = (): void => undefined;
  const late = new Promise<never>((_, reject) => {
    const timer = clock.after(ANSWER_WITHIN_MS, () => reject(new Error('no answer in time')));
    stop = () => timer.cancel();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    stop();
  }
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
