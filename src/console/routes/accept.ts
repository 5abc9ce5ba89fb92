import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AcceptLinkState } from '../accept-links.ts';
import { catalogueFor } from '../catalogue/index.ts';
import { acceptPage } from '../pages/accept.tsx';
import { sendPage, type ConsoleContext } from './context.ts';

interface LinkRoute {
  Params: { token: string };
  Body: { answer?: unknown } | null | undefined;
}

const tokenForm = /^[\w-]{6,100}$/;

/** The page behind the link in a page's SMS. Its token is the whole authority, so it goes into no referrer. */
export function acceptRoutes(scope: FastifyInstance, context: ConsoleContext): void {
  const { acceptLinks, clock } = context.options;
  scope.addHook('onSend', async (_request, reply) => {
    void reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex, nofollow');
  });

  const show = (request: FastifyRequest<LinkRoute>, reply: FastifyReply, link: AcceptLinkState) => {
    const own = link.state === 'unknown' ? undefined : link.case.person.language;
    const phrases = catalogueFor(own, request.headers['accept-language']);
    const page = acceptPage({ asset: context.asset, desks: context.desks, now: clock.now(), link, phrases });
    return sendPage(reply, page, link.state === 'unknown' ? 404 : 200);
  };
  const unknown: AcceptLinkState = { state: 'unknown' };

  // Looking changes nothing, however often previews and scanners open the link.
  scope.get<LinkRoute>('/a/:token', async (request, reply) => {
    const { token } = request.params;
    return show(request, reply, tokenForm.test(token) ? await acceptLinks.look(token) : unknown);
  });

  scope.post<LinkRoute>('/a/:token', async (request, reply) => {
    const { token } = request.params;
    const answer = request.body?.answer;
    if (!tokenForm.test(token)) return show(request, reply, unknown);
    if (answer !== 'accept' && answer !== 'decline')
      return show(request, reply, await acceptLinks.look(token));
    const link = await acceptLinks[answer](token);
    if (link.state === 'unknown') return show(request, reply, link);
    return reply.header('cache-control', 'no-store').redirect(`/a/${token}`, 303);
  });
}
