import type { FastifyRequest } from 'fastify';

/** The same on every repeat of one webhook; undefined when the carrier sends none. */
export function idempotencyToken(request: Pick<FastifyRequest, 'headers'>): string | undefined {
  const token = request.headers['i-twilio-idempotency-token'];
  return typeof token === 'string' && token !== '' ? token : undefined;
}
