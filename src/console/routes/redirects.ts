import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { listRedirects } from '../../redirect/index.ts';
import { redirectsPage, type RedirectsProps } from '../pages/redirects.tsx';
import { catalogueOf } from './catalogue-of.ts';
import { actor, frameOf, sendPage, type ConsoleContext } from './context.ts';
import { offeredDesks } from './offered-desks.ts';

const mostListed = 200;
const field = (most: number) => z.string().trim().max(most);
const redirectForm = z.object({
  number: field(60).catch(''),
  desk: field(100).catch(''),
  case: field(40).min(1).optional().catch(undefined),
});

/** The page of customers who were sent to the desk; everybody may read it. */
export function redirectListRoute(scope: FastifyInstance, context: ConsoleContext): void {
  scope.get('/redirects', (request, reply) => show(context, request, reply));
}

/** The form that sends one there, also from the page of a case. */
export function redirectRoutes(scope: FastifyInstance, context: ConsoleContext): void {
  const { redirects } = context.options;
  scope.post('/redirects', async (request, reply) => {
    const typed = redirectForm.parse(request.body ?? {});
    const to = { desk: typed.desk, number: typed.number, caseNumber: typed.case };
    const result = await redirects.send(actor(request), to);
    if (result?.kind === 'sent') {
      const address = typed.case === undefined ? '/redirects' : `/cases/${encodeURIComponent(typed.case)}`;
      return reply.redirect(`${address}#redirect`, 303);
    }
    const { redirect } = await catalogueOf(context, request);
    const fault = result === undefined ? redirect.page.noDesk : redirect.notSent(result.facts, result.why);
    return show(context, request, reply, { typed, fault });
  });
}

async function show(
  context: ConsoleContext,
  request: FastifyRequest,
  reply: FastifyReply,
  refused?: Required<Pick<RedirectsProps, 'typed' | 'fault'>>,
): Promise<FastifyReply> {
  const { desks, options } = context;
  const [catalogue, offered, listed, frame] = await Promise.all([
    catalogueOf(context, request),
    offeredDesks(context, request),
    listRedirects(options.db.$client, mostListed),
    frameOf(context, request, refused === undefined),
  ]);
  const { keyword } = catalogue.redirect;
  const props = { catalogue, desks, offered, listed, keyword, typed: refused?.typed, fault: refused?.fault };
  return sendPage(reply, redirectsPage(frame, props), refused === undefined ? 200 : 422);
}
