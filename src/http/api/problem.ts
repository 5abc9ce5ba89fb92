import type { FastifyReply } from 'fastify';

/** Answers with a fault in the form of RFC 9457: every fault of the API is told so. */
export function sendProblem(reply: FastifyReply, status: number, title: string, detail: string) {
  const body = { type: 'about:blank', title, status, detail };
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(body);
}
