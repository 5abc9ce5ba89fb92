import Fastify, { LogController, type FastifyInstance, type FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { sendProblem } from './api/index.ts';

export interface HttpServerOptions {
  log: Logger;
  /** Addresses or networks (10.0.0.0/8) of the proxies in front of us: only what they say of a client is believed. */
  trustedProxies: readonly string[];
  /** In milliseconds; tests take shorter ones. */
  patience?: Patience;
}

/** How long a client may take for the headers of a request, for all of it, and how often that is looked at. */
interface Patience {
  headersMs: number;
  requestMs: number;
  lookEveryMs: number;
}

/** Carriers and browsers send their headers at once; whoever sends a byte now and then holds a connection for nothing. */
const usualPatience: Patience = { headersMs: 10_000, requestMs: 15_000, lookEveryMs: 2_000 };

/** More than any form, callback or console page of ours needs. */
const bodyLimitBytes = 256 * 1024;

/** The HTTP server before it has any route: limits, and what is told to requests that no route can take. */
export function createHttpServer({
  log,
  trustedProxies,
  patience = usualPatience,
}: HttpServerOptions): FastifyInstance {
  const { headersMs, requestMs, lookEveryMs } = patience;
  return Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestMs,
    http: { headersTimeout: headersMs, connectionsCheckingInterval: lookEveryMs },
    forceCloseConnections: 'idle',
    // While we stop, a balancer may still send us what came in: a 503 would cost a caller the call.
    return503OnClosing: false,
    // Addresses that cannot be read reach no route, so no route's guard either.
    frameworkErrors: (error, request, reply) => {
      const answer = reply as unknown as FastifyReply;
      if (/^\/+twilio(\/|\?|$)/i.test(request.raw.url ?? '')) return void answer.code(403).send();
      const status = error.statusCode ?? 400;
      const words = 'This address cannot be read.';
      if (/^\/api(\/|\?|$)/.test(request.raw.url ?? ''))
        return void sendProblem(answer, status, 'Bad request', words);
      void answer.code(status).type('text/plain').send(words);
    },
  }) as unknown as FastifyInstance;
}
