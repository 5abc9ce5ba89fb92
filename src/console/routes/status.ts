import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { clientOf } from '../../accounts/index.ts';
import { lookAtStatus, type StatusLook } from '../../customer-mail/index.ts';
import { phrasesFor } from '../../phrases/index.ts';
import { catalogueFor } from '../catalogue/index.ts';
import { statusPage } from '../pages/status.tsx';
import { sendPage, type ConsoleContext } from './context.ts';

const asked = z.object({
  case: z.string().trim().max(40).catch(''),
  pin: z.string().trim().max(12).catch(''),
  lang: z.string().trim().max(35).optional().catch(undefined),
});

/**
 * The customer's page: number and PIN, no session, no script. It is asked by POST, so that a PIN stands in no address, no
 * history and no log.
 */
export function statusRoutes(scope: FastifyInstance, context: ConsoleContext): void {
  const { options } = context;
  scope.addHook('onSend', async (_request, reply) => {
    void reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex, nofollow');
  });

  const show = (
    [request, reply]: [FastifyRequest, FastifyReply],
    asked: { lang: string | undefined; number: string },
    look?: StatusLook,
  ) => {
    const { lang, number } = asked;
    const of = look?.kind === 'shown' ? look.of : undefined;
    const desk = options.desks.find(({ desk: key }) => key === of?.desk);
    const language = of?.language ?? (of && desk?.language);
    const { customer: words } =
      language === undefined ? catalogueFor(lang, request.headers['accept-language']) : phrasesFor(language);
    const status = look === undefined || of ? 200 : look.kind === 'wait' ? 429 : 403;
    return sendPage(reply, statusPage({ asset: context.asset, words, desk, number, look }), status);
  };

  scope.get('/status', async (request, reply) => {
    const { case: number, lang } = asked.parse(request.query ?? {});
    return show([request, reply], { lang, number });
  });

  scope.post('/status', async (request, reply) => {
    const { case: number, pin, lang } = asked.parse(request.body ?? {});
    const look = await lookAtStatus(options, { number, pin, client: clientOf(request.ip) });
    return show([request, reply], { lang, number }, look);
  });
}
