import type { FastifyReply, FastifyRequest } from 'fastify';
import { readSession, sessionCookieName, type SignedIn } from '../../accounts/index.ts';
import { phrasesFor } from '../../phrases/index.ts';
import type { Actor } from '../actions.ts';
import type { Asset } from '../assets.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Frame } from '../components/layout.tsx';
import type { DeskBook } from '../desks.ts';
import type { ConsoleOptions } from '../options.ts';
import { messagePage } from '../pages/sign-in.tsx';
import { countAlarms } from '../queries/alarms.store.ts';
import { readOwnDesks } from '../queries/own-desks.store.ts';

/** What every route of the console works with. */
export interface ConsoleContext {
  readonly options: ConsoleOptions;
  readonly desks: DeskBook;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly asset: Frame['asset'];
}

/** The secret of the session that the request's cookie holds. */
export function sessionSecret(context: ConsoleContext, request: FastifyRequest): string | undefined {
  return request.cookies[sessionCookieName(context.options.secureCookies)];
}

/** Who makes the request; undefined without a session. */
export async function whoAsks(
  context: ConsoleContext,
  request: FastifyRequest,
): Promise<SignedIn | undefined> {
  const secret = sessionSecret(context, request);
  if (secret === undefined) return undefined;
  return readSession(context.options.db, context.options.clock.now(), secret);
}

/** Who makes the request, where the hook has already let only signed-in people pass. */
export function signedIn(request: FastifyRequest): SignedIn {
  const known = request.signedIn;
  if (known === undefined) throw new Error(`${request.url} is served without a session`);
  return known;
}

/** The same person as the one who acts. */
export function actor(request: FastifyRequest): Actor {
  const { accountId, name, person } = signedIn(request);
  return { accountId, name, person };
}

/** The zone of pages about all desks: that of the first that its reader answers for, else of the first that there is. */
async function zoneOf({ desks, options }: ConsoleContext, request: FastifyRequest): Promise<string> {
  const { person } = signedIn(request);
  const isOne = desks.all.every(({ timeZone }) => timeZone === desks.homeZone);
  if (isOne || person === undefined) return desks.homeZone;
  const [own] = await readOwnDesks(options.db, person, options.clock.now());
  return own === undefined ? desks.homeZone : desks.zoneOf(own);
}

/** What the page shows besides its own matter. */
export async function frameOf(
  context: ConsoleContext,
  request: FastifyRequest,
  isLive = true,
): Promise<Frame> {
  return {
    now: context.options.clock.now(),
    zone: await zoneOf(context, request),
    signedIn: signedIn(request),
    alarmCount: await countAlarms(context.options.db),
    phonesUrl: context.options.phonesUrl,
    isLive,
    asset: context.asset,
  };
}

/** Sends a page; no cache may keep what only its reader may see. */
export function sendPage(reply: FastifyReply, html: string, status = 200): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html);
}

/** Sends a page that says one thing; `catalogue`: the reader's, where the words are in their language. */
export function sendMessage(
  context: ConsoleContext,
  reply: FastifyReply,
  status: number,
  title: string,
  words: string,
  catalogue: Catalogue = phrasesFor('en'),
): FastifyReply {
  const link = { href: '/', words: catalogue.refused.firstPage };
  const { language } = catalogue.bar;
  return sendPage(reply, messagePage({ asset: context.asset, title, words, link, language }), status);
}

declare module 'fastify' {
  interface FastifyRequest {
    signedIn: SignedIn | undefined;
  }
}
