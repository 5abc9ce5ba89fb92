import cookie from '@fastify/cookie';
import swagger from '@fastify/swagger';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { z } from 'zod';
import { apiTokenWorks, readSession, sameText, sessionCookieName } from '../../accounts/index.ts';
import { readCursor, writeCursor } from '../../console/index.ts';
import type { Clock } from '../../kernel/index.ts';
import type { Database } from '../../database/index.ts';
import type { Script } from '../../ivr/index.ts';
import { listCases, readCaseDetail } from './cases.store.ts';
import { sendProblem } from './problem.ts';
import { caseDetail, caseList, caseListQuery, problem } from './schemas.ts';
import { whatIfRoute } from './what-if.ts';

export interface ApiOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly publicUrl: string;
  /** What the desks' files say. */
  readonly scripts: readonly Script[];
  /** A bearer token that may read as a supervisor; without one, only a console session may. */
  readonly apiToken?: string;
  readonly secureCookies: boolean;
}

/** Adds the JSON API under /api, with its OpenAPI document at /api/openapi.json. */
export async function registerApi(app: FastifyInstance, options: ApiOptions): Promise<void> {
  await app.register(
    async (scope) => {
      scope.setValidatorCompiler(validatorCompiler);
      scope.setSerializerCompiler(serializerCompiler);
      if (!scope.hasReplyDecorator('setCookie')) await scope.register(cookie);
      await scope.register(swagger, {
        openapi: {
          openapi: '3.1.0',
          info: {
            title: 'Afterhours',
            version: '1',
            description:
              'Cases of a support line, the pages sent for them, and what became of each; and what a desk would do at a time.',
          },
          servers: [{ url: options.publicUrl }],
          security: [{ token: [] }, { session: [] }],
          components: {
            securitySchemes: {
              token: { type: 'http', scheme: 'bearer' },
              session: { type: 'apiKey', in: 'cookie', name: sessionCookieName(options.secureCookies) },
            },
          },
        },
        transform: jsonSchemaTransform,
      });
      scope.setErrorHandler<FastifyError>(async (error, request, reply) => {
        if (hasZodFastifySchemaValidationErrors(error)) {
          const faults = error.validation.map((fault) => `${fault.instancePath.slice(1)}: ${fault.message}`);
          return sendProblem(reply, 400, 'Bad request', faults.join('; '));
        }
        const status = error.statusCode ?? 500;
        if (status < 500) return sendProblem(reply, status, 'Bad request', error.message);
        request.log.error({ err: error }, 'a request of the API failed');
        return sendProblem(reply, 500, 'Failed', 'The fault is in the log of the service; paging goes on.');
      });
      scope.setNotFoundHandler((_request, reply) =>
        sendProblem(reply, 404, 'No such address', 'The API is described at /api/openapi.json.'),
      );
      scope.get('/openapi.json', { schema: { hide: true } }, async () => scope.swagger());
      await scope.register(async (closed) => {
        closed.addHook('onRequest', authority(options));
        caseRoutes(closed, options);
        whatIfRoute(closed, options);
      });
    },
    { prefix: '/api' },
  );
}

function caseRoutes(scope: FastifyInstance, { db, publicUrl }: ApiOptions): void {
  const api = scope.withTypeProvider<ZodTypeProvider>();
  api.get(
    '/v1/cases',
    {
      schema: {
        summary: 'Cases, newest first',
        querystring: caseListQuery,
        response: { 200: caseList, 400: problem, 401: problem },
      },
    },
    async (request, reply) => {
      const { limit, cursor, since, ...rest } = request.query;
      const after = cursor === undefined ? undefined : readCursor(cursor);
      if (cursor !== undefined && after === undefined) {
        return sendProblem(reply, 400, 'Bad request', 'cursor: not one that this list gave out');
      }
      const rows = await listCases(db, {
        limit,
        after,
        desk: rest.desk,
        status: rest.status,
        caller: rest.caller,
        since: since === undefined ? undefined : new Date(since),
      });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const nextCursor =
        rows.length > limit && last !== undefined ? writeCursor({ at: last.openedAt, id: last.id }) : null;
      return { cases: shown.map((row) => row.short), nextCursor };
    },
  );
  api.get(
    '/v1/cases/:number',
    {
      schema: {
        summary: 'One case with its pages, their receipts, callers’ spoken messages and its timeline',
        params: z.object({ number: z.string().max(100).transform(printable) }),
        response: { 200: caseDetail, 401: problem, 404: problem },
      },
    },
    async (request, reply) => {
      const found = await readCaseDetail(db, request.params.number, (id) => `${publicUrl}/recordings/${id}`);
      return (
        found ?? sendProblem(reply, 404, 'No such case', `no case has the number ${request.params.number}`)
      );
    },
  );
}

function authority(options: ApiOptions) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    void reply.header('cache-control', 'no-store');
    const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined && options.apiToken !== undefined && sameText(bearer, options.apiToken)) return;
    if (bearer !== undefined && (await apiTokenWorks(options.db, options.clock.now(), bearer))) return;
    const secret = request.cookies[sessionCookieName(options.secureCookies)];
    if (bearer === undefined && secret !== undefined) {
      if ((await readSession(options.db, options.clock.now(), secret)) !== undefined) return;
    }
    void reply.header('www-authenticate', 'Bearer');
    return sendProblem(
      reply,
      401,
      'Not signed in',
      'Send "Authorization: Bearer TOKEN" with the value of API_TOKEN or a token made in the console (People, Accounts), or sign in there.',
    );
  };
}

/** PostgreSQL holds no NUL, so no case is named with one: it is looked for without, and not found. */
function printable(text: string): string {
  return text.replaceAll('\0', '');
}
