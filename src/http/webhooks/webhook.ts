import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Twilio posts by default and may be set to GET; both mean the same. */
export function webhook(
  scope: FastifyInstance,
  path: string,
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
): void {
  scope.route({ method: ['GET', 'POST'], url: path, handler });
}

/** True for an id that one of our rows could have. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}

/** A whole number of the path; 0 for anything else. */
export function numberOf(request: FastifyRequest, name: string): number {
  const text = (request.params as Record<string, string>)[name] ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
