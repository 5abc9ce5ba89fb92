import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { loadAssets } from './assets.ts';
import { deskBook } from './desks.ts';
import type { ConsoleOptions } from './options.ts';
import { acceptRoutes } from './routes/accept.ts';
import { accountsRoutes, ownAccountRoutes } from './routes/accounts.ts';
import { alarmRoutes } from './routes/alarms.ts';
import { assetRoutes } from './routes/assets.ts';
import { caseRoutes } from './routes/case.ts';
import { sendMessage, type ConsoleContext } from './routes/context.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { doorRoutes, joinRoutes, signOutRoute } from './routes/doors.ts';
import { dutyFormRoutes } from './routes/duty-forms.ts';
import { dutyRoutes } from './routes/duty.ts';
import { eventRoutes } from './routes/events.ts';
import { requireOwnForm, requireRight, requireSession } from './routes/guards.ts';
import { hoursRoutes } from './routes/hours.ts';
import { leaveFileRoutes } from './routes/leave-file.ts';
import { listRoutes } from './routes/lists.ts';
import { peopleRoutes } from './routes/people.ts';
import { registerDraftRoutes, jsonBodies } from './routes/register-draft.ts';
import { approveRoutes, registerRoutes } from './routes/register.ts';
import { redirectListRoute, redirectRoutes } from './routes/redirects.ts';
import { recordingRoutes } from './routes/recordings.ts';
import { formBodies, securityHeaders, withoutNul } from './routes/security.ts';
import { statusRoutes } from './routes/status.ts';
import { textRoutes } from './routes/texts.ts';
import { whatIfRoutes } from './routes/what-if.ts';

/**
 * Adds the web console to an application: `/`, `/calls`, `/texts`, `/redirects`, `/cases`, `/register`, `/duty`, `/people`, `/contact-card.vcf`, `/hours`, `/what-if`, `/mail`, `/alarms/…`, `/recordings/…`, `/sign-in`, `/welcome/…`, `/a/…`, `/calendar/…`, `/status`,
 * `/events`, `/assets/console/…`. Its headers, hooks and error pages stay inside it.
 */
export async function registerConsole(app: FastifyInstance, options: ConsoleOptions): Promise<void> {
  const assets = loadAssets();
  const context: ConsoleContext = {
    options,
    desks: deskBook(options.desks),
    assets,
    asset: (name) => {
      const known = assets.get(name);
      if (known === undefined) throw new Error(`no asset is named ${name}`);
      return known.address;
    },
  };
  await app.register(async (scope) => {
    await securityHeaders(scope, options.secureCookies);
    if (!scope.hasReplyDecorator('setCookie')) await scope.register(cookie);
    formBodies(scope);
    withoutNul(scope);
    scope.decorateRequest('signedIn', undefined);
    errorPages(scope, context);
    noSuchPage(scope, context);
    assetRoutes(scope, context);
    await scope.register(async (open) => acceptRoutes(open, context));
    await scope.register(async (open) => statusRoutes(open, context));
    await scope.register(async (open) => calendarRoutes(open, context));
    await scope.register(async (open) => doorRoutes(open, context));
    await scope.register(async (open) => joinRoutes(open, context));
    await scope.register(async (closed) => {
      closed.addHook('onRequest', requireSession(context));
      closed.addHook('preHandler', requireOwnForm(context));
      listRoutes(closed, context);
      peopleRoutes(closed, context);
      hoursRoutes(closed, context);
      whatIfRoutes(closed, context);
      dutyRoutes(closed, context);
      dutyFormRoutes(closed, context);
      await closed.register(async (uploading) => leaveFileRoutes(uploading, context));
      textRoutes(closed, context);
      redirectListRoute(closed, context);
      recordingRoutes(closed, context);
      signOutRoute(closed, context);
      eventRoutes(closed, context);
      ownAccountRoutes(closed, context);
      await closed.register(async (working) => {
        working.addHook('preHandler', requireRight(context, 'work'));
        caseRoutes(working, context);
        redirectRoutes(working, context);
        alarmRoutes(working, context);
      });
      await closed.register(async (registering) => {
        registering.addHook('preHandler', requireRight(context, 'register'));
        registerRoutes(registering, context);
        await registering.register(async (drafting) => {
          jsonBodies(drafting);
          registerDraftRoutes(drafting, context);
        });
      });
      await closed.register(async (approving) => {
        approving.addHook('preHandler', requireRight(context, 'approve'));
        approveRoutes(approving, context);
      });
      await closed.register(async (administering) => accountsRoutes(administering, context));
    });
  });
}

/** A browser that asks for an address of nobody's is told so in words; programs get the JSON that they always got. */
function noSuchPage(scope: FastifyInstance, context: ConsoleContext): void {
  scope.setNotFoundHandler((request, reply) => {
    if (wantsPage(request))
      return sendMessage(context, reply, 404, 'No such page', 'Nothing stands at this address.');
    const message = `Route ${request.method}:${request.url} not found`;
    return reply.code(404).send({ message, error: 'Not Found', statusCode: 404 });
  });
}

function wantsPage({ headers, url }: FastifyRequest): boolean {
  return headers.accept?.includes('text/html') === true && !url.startsWith('/api/');
}

function errorPages(scope: FastifyInstance, context: ConsoleContext): void {
  scope.setErrorHandler<Error & { statusCode?: number }>(async (error, request, reply) => {
    const status = error.statusCode ?? 500;
    // Also what comes to an address of nobody's passes here, such as a body that is too large.
    if (request.is404 && !wantsPage(request)) {
      return reply.code(status).send({ message: error.message, error: error.name, statusCode: status });
    }
    if (status < 500) {
      return sendMessage(
        context,
        reply,
        status,
        'This could not be read',
        `${error.message}. Nothing was changed.`,
      );
    }
    request.log.error({ err: error }, 'a page of the console failed');
    return sendMessage(
      context,
      reply,
      500,
      'This page failed',
      'Paging does not depend on it and goes on. The fault is in the log of the service. Reload the page to try again.',
    );
  });
}
