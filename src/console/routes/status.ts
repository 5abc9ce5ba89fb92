import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { clientOf } from '../../accounts/index.ts';
import { customerWords, lookAtStatus, type StatusLook } from '../../customer-mail/index.ts';
import { statusPage } from '../pages/status.tsx';
import { sendPage, type ConsoleContext } from './context.ts';

const asked = z.object({
  case: z.string().trim().max(40).catch(''),
  pin: z.string().trim().max(12).catch(''),
  lang: z.enum(['sv', 'en']).optional().catch(undefined),
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

  const show = (reply: FastifyReply, language: string, number: string, look?: StatusLook) => {
    const of = look?.kind === 'shown' ? look.of : undefined;
    const desk = options.desks.find(({ desk: key }) => key === of?.desk);
    const words = customerWords(of?.language ?? (of && desk?.language) ?? language);
    const status = look === undefined || of ? 200 : look.kind === 'wait' ? 429 : 403;
    return sendPage(reply, statusPage({ asset: context.asset, words, desk, number, look }), status);
  };

  scope.get('/status', async (request, reply) => {
    const { case: number, lang } = asked.parse(request.query ?? {});
    return show(reply, lang ?? preferred(request.headers['accept-language']), number);
  });

  scope.post('/status', async (request, reply) => {
    const { case: number, pin, lang } = asked.parse(request.body ?? {});
    const look = await lookAtStatus(options, { number, pin, client: clientOf(request.ip) });
    return show(reply, lang ?? preferred(request.headers['accept-language']), number, look);
  });
}

/** The first of the languages that a browser prefers; only the two that there are matter. */
function preferred(header: string | undefined): string {
  return /\b(sv|en)\b/i.exec(header ?? '')?.[1]?.toLowerCase() ?? 'en';
}
