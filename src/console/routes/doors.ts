import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  browserCookieName,
  closeSession,
  firstLinkWorks,
  hasAccounts,
  knownForMs,
  makeFirstSupervisor,
  openSession,
  passwordFault,
  readJoinLink,
  sessionCookieName,
  signIn,
  useJoinLink,
} from '../../accounts/index.ts';
import { joinPage } from '../pages/join.tsx';
import { signInPage, welcomePage } from '../pages/sign-in.tsx';
import { sendMessage, sendPage, sessionSecret, whoAsks, type ConsoleContext } from './context.ts';
import { requireOwnOrigin } from './guards.ts';

// Only a path of ours: never //elsewhere, nor a backslash that browsers read as a slash.
const ownPath = z
  .string()
  .max(2000)
  .regex(/^\/(?![/\\])[^\\\s]*$/)
  .catch('/');
const text = (most: number) => z.string().max(most).catch('');
const signInForm = z.object({ name: text(100), password: text(200), next: ownPath });
const welcomeForm = z.object({ name: text(100), password: text(400) });

/** Signing in, and the link that makes the first supervisor. */
export function doorRoutes(scope: FastifyInstance, context: ConsoleContext): void {
  const { options } = context;
  const { db, clock } = options;
  scope.addHook('preHandler', requireOwnOrigin(context));

  const giveCookie = (reply: FastifyReply, secret: string) =>
    reply.setCookie(sessionCookieName(context.options.secureCookies), secret, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: options.secureCookies,
    });

  const knowBrowser = (reply: FastifyReply, secret: string) =>
    reply.setCookie(browserCookieName(options.secureCookies), secret, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: options.secureCookies,
      maxAge: knownForMs / 1000,
    });

  scope.get('/sign-in', async (request, reply) => {
    const next = ownPath.parse((request.query as Record<string, unknown>)['next']);
    if ((await whoAsks(context, request)) !== undefined) return reply.redirect(next, 303);
    if (!(await hasAccounts(db))) {
      return sendMessage(
        context,
        reply,
        200,
        'Nobody can sign in yet',
        'The service printed a link when it started; it makes the first supervisor. Each start prints a new one.',
      );
    }
    const page = { asset: context.asset, host: request.host, name: '', faults: {}, next };
    return sendPage(reply, signInPage(page));
  });

  scope.post('/sign-in', async (request, reply) => {
    const { name, password, next } = signInForm.parse(request.body ?? {});
    const refuse = (status: number, faults: { name?: string; password?: string }) =>
      sendPage(reply, signInPage({ asset: context.asset, host: request.host, name, faults, next }), status);
    if (name.trim() === '' || password === '') {
      return refuse(422, {
        ...(name.trim() === '' ? { name: 'Your name is missing' } : {}),
        ...(password === '' ? { password: 'Your password is missing' } : {}),
      });
    }
    const browser = request.cookies[browserCookieName(options.secureCookies)];
    const result = await signIn(db, clock.now(), { name, password, address: request.ip, browser });
    if (result.ok) {
      if (result.browser !== undefined) void knowBrowser(reply, result.browser);
      return giveCookie(reply, result.secret).redirect(next, 303);
    }
    if (result.reason !== 'wait') return refuse(401, { password: 'The name or the password is not right' });
    const seconds = Math.ceil(result.waitMs / 1000);
    void reply.header('retry-after', String(seconds));
    return refuse(429, { password: `Too many failed tries. Try again in ${seconds} s` });
  });

  scope.get<{ Params: { token: string } }>('/welcome/:token', async (request, reply) => {
    if (!(await firstLinkWorks(db, request.params.token))) return deadLink(context, reply);
    return sendPage(reply, welcomePage({ asset: context.asset, name: '', faults: {} }));
  });

  scope.post<{ Params: { token: string } }>('/welcome/:token', async (request, reply) => {
    const { token } = request.params;
    // Hashing a password is dear: nobody without the link may ask for it.
    if (!(await firstLinkWorks(db, token))) return deadLink(context, reply);
    const given = welcomeForm.parse(request.body ?? {});
    const name = given.name.trim();
    const faults = {
      name: name === '' ? 'A name is missing: you sign in with it' : undefined,
      password: passwordFault(given.password),
    };
    if (faults.name !== undefined || faults.password !== undefined) {
      return sendPage(reply, welcomePage({ asset: context.asset, name, faults }), 422);
    }
    const made = await makeFirstSupervisor(db, clock.now(), token, { name, password: given.password });
    if (made === undefined) return deadLink(context, reply);
    return giveCookie(reply, await openSession(db, clock.now(), made)).redirect('/', 303);
  });
}

/** The link of an invitation, or to a new password. Its token is the whole authority, so it goes into no referrer. */
export function joinRoutes(scope: FastifyInstance, context: ConsoleContext): void {
  const { db, clock, secureCookies } = context.options;
  scope.addHook('preHandler', requireOwnOrigin(context));
  scope.addHook('onSend', async (_request, reply) => void reply.header('referrer-policy', 'no-referrer'));

  scope.get<{ Params: { token: string } }>('/join/:token', async (request, reply) => {
    const link = await readJoinLink(db, clock.now(), request.params.token);
    if (link === undefined) return deadJoinLink(context, reply);
    return sendPage(reply, joinPage({ asset: context.asset, link, name: '', faults: {} }));
  });

  scope.post<{ Params: { token: string } }>('/join/:token', async (request, reply) => {
    const { token } = request.params;
    const link = await readJoinLink(db, clock.now(), token);
    if (link === undefined) return deadJoinLink(context, reply);
    const given = welcomeForm.parse(request.body ?? {});
    const name = link.purpose === 'password' ? link.name : given.name.trim();
    const refuse = (faults: { name?: string | undefined; password?: string | undefined }) =>
      sendPage(reply, joinPage({ asset: context.asset, link, name, faults }), 422);
    const missing = name === '' ? 'A name is missing: you sign in with it' : undefined;
    const fault = passwordFault(given.password);
    if (missing !== undefined || fault !== undefined) return refuse({ name: missing, password: fault });
    const result = await useJoinLink(db, clock.now(), token, { name, password: given.password });
    if (result.ok) {
      const secret = await openSession(db, clock.now(), result.accountId);
      return reply
        .setCookie(sessionCookieName(secureCookies), secret, {
          path: '/',
          httpOnly: true,
          sameSite: 'lax',
          secure: secureCookies,
        })
        .redirect('/', 303);
    }
    if (result.reason === 'dead') return deadJoinLink(context, reply);
    return refuse({ name: 'Somebody signs in with this name already' });
  });
}

function deadJoinLink(context: ConsoleContext, reply: FastifyReply): FastifyReply {
  const words = 'It was used, or is older than three days. Ask a supervisor for another.';
  return sendMessage(context, reply, 404, 'This link works no more', words);
}

/** Signing out; registered among the pages, since its form needs the session's token. */
export function signOutRoute(scope: FastifyInstance, context: ConsoleContext): void {
  scope.post('/sign-out', async (request, reply) => {
    const secret = sessionSecret(context, request);
    if (secret !== undefined) await closeSession(context.options.db, secret);
    return reply
      .clearCookie(sessionCookieName(context.options.secureCookies), { path: '/' })
      .redirect('/sign-in', 303);
  });
}

function deadLink(context: ConsoleContext, reply: FastifyReply): FastifyReply {
  return sendMessage(
    context,
    reply,
    404,
    'This link works no more',
    'It was used, or the service was started again since. While nobody has an account, each start prints a new one.',
  );
}
