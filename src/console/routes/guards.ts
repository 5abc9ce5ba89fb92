import type { FastifyReply, FastifyRequest } from 'fastify';
import { may, sameText, type Right } from '../../accounts/index.ts';
import { listAddress } from '../pages/list-filters.tsx';
import { catalogueFor } from '../catalogue/index.ts';
import { catalogueOf } from './catalogue-of.ts';
import { sendMessage, signedIn, whoAsks, type ConsoleContext } from './context.ts';

/** A longer address is nobody's bookmark, and escaped once more it would make a header that browsers refuse. */
const longestNext = 2000;

/** Lets only signed-in people pass; everybody else is asked to sign in and comes back to where they wanted to go. */
export function requireSession(context: ConsoleContext) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    request.signedIn = await whoAsks(context, request);
    if (request.signedIn !== undefined) return;
    const isWorthIt = request.method === 'GET' && request.url !== '/' && request.url.length <= longestNext;
    const next = isWorthIt ? request.url : undefined;
    return reply.header('cache-control', 'no-store').redirect(listAddress('/sign-in', { next }), 303);
  };
}

/** Lets a form pass only when it was sent from a page of this session, by its token and by its origin. */
export function requireOwnForm(context: ConsoleContext) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.method === 'GET' || request.method === 'HEAD') return;
    const token = (request.body as Record<string, unknown> | undefined)?.['csrf'];
    if (isOwnOrigin(context, request) && typeof token === 'string') {
      if (sameText(token, signedIn(request).csrfToken)) return;
    }
    const catalogue = await catalogueOf(context, request);
    const { unchanged, otherSession } = catalogue.refused;
    return sendMessage(context, reply, 403, unchanged, otherSession, catalogue);
  };
}

/** Lets only those pass whose role has the right; a GET of work is reading, which everybody may. */
export function requireRight(context: ConsoleContext, right: Right) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    if (right !== 'administer' && (request.method === 'GET' || request.method === 'HEAD')) return;
    const { role } = signedIn(request);
    if (may(role, right)) return;
    const catalogue = await catalogueOf(context, request);
    const { unchanged, notForRole } = catalogue.refused;
    return sendMessage(context, reply, 403, unchanged, notForRole(role), catalogue);
  };
}

/** Lets a form that needs no session pass only when no other site has sent it. */
export function requireOwnOrigin(context: ConsoleContext) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.method === 'GET' || request.method === 'HEAD' || isOwnOrigin(context, request)) return;
    const catalogue = catalogueFor(undefined, request.headers['accept-language']);
    const { unchanged, otherSite } = catalogue.refused;
    return sendMessage(context, reply, 403, unchanged, otherSite, catalogue);
  };
}

/**
 * Whether a browser sent this from one of our own pages. The host of the request counts too, because at home the
 * console is opened as localhost and as 127.0.0.1. What is no browser sends neither header, and has no cookie to abuse.
 */
function isOwnOrigin(context: Pick<ConsoleContext, 'options'>, request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (origin === undefined) return true;
  if (origin === 'null') return site === 'same-origin';
  try {
    return origin === new URL(context.options.publicUrl).origin || new URL(origin).host === request.host;
  } catch {
    return false;
  }
}
