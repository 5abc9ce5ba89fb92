import type { FastifyInstance } from 'fastify';
import { outboxPage } from '../pages/outbox.tsx';
import { readOutbox } from '../queries/outbox.store.ts';
import { actor, frameOf, sendMessage, sendPage, type ConsoleContext } from './context.ts';

const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Taking an alarm down by hand, and the outbox. */
export function alarmRoutes(scope: FastifyInstance, context: ConsoleContext): void {
  const { db, alarms, canSendMail } = context.options;

  scope.post<{ Params: { id: string } }>('/alarms/:id/clear', async (request, reply) => {
    const { id } = request.params;
    if (idForm.test(id) && (await alarms.clear(id, actor(request)))) return reply.redirect('/', 303);
    return sendMessage(
      context,
      reply,
      404,
      'No such alarm',
      'It does not stand any more, or never did. Nothing was changed.',
    );
  });

  scope.get('/mail', async (request, reply) =>
    sendPage(reply, outboxPage(await frameOf(context, request), await readOutbox(db), canSendMail)),
  );
}
