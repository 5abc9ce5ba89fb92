import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { outboxPage } from '../pages/outbox.tsx';
import { readOutbox } from '../queries/outbox.store.ts';
import { actor, frameOf, sendMessage, sendPage, type ConsoleContext } from './context.ts';

const settleForm = z.object({
  case: z.string().trim().max(40).catch(''),
  to: z.enum(['case', 'seen']).catch('case'),
});
const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Taking an alarm down by hand, the outbox, and mail that is on no case. */
export function alarmRoutes(scope: FastifyInstance, context: ConsoleContext): void {
  const { db, alarms, canSendMail, replies } = context.options;

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

  scope.post<{ Params: { id: string } }>('/mail/:id/settle', async (request, reply) => {
    const { id } = request.params;
    const typed = settleForm.parse(request.body ?? {});
    if (!idForm.test(id)) return sendMessage(context, reply, 404, 'No such mail', 'Nothing was changed.');
    const wantsCase = typed.to === 'case';
    const result =
      wantsCase && typed.case === ''
        ? ({ ok: false, message: 'Write the number of the case' } as const)
        : await replies.settle(id, actor(request), wantsCase ? typed.case.toUpperCase() : undefined);
    if (result.ok) return reply.redirect('/mail', 303);
    const fault = { id, message: result.message };
    const frame = await frameOf(context, request, false);
    return sendPage(reply, outboxPage(frame, await readOutbox(db, canSendMail), canSendMail, fault), 422);
  });

  scope.get('/mail', async (request, reply) =>
    sendPage(
      reply,
      outboxPage(await frameOf(context, request), await readOutbox(db, canSendMail), canSendMail),
    ),
  );
}
