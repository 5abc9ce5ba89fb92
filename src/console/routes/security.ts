import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/**
 * Headers of every page: nothing from elsewhere, no inline script or style, nobody may frame us.
 * The referrer stays within this site and not shorter: browsers hide the origin of a form under no-referrer, and the
 * origin is what proves that a form is ours.
 */
export async function securityHeaders(scope: FastifyInstance, secure: boolean): Promise<void> {
  await scope.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'"],
        'media-src': ["'self'"],
        'connect-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    hsts: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    frameguard: { action: 'deny' },
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
  });
}

/** Reads HTML forms and nothing else: other bodies are no page's of ours, and get 415. */
export function formBodies(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  const type = 'application/x-www-form-urlencoded';
  scope.addContentTypeParser(type, { parseAs: 'string', bodyLimit: 64 * 1024 }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(body as string)));
  });
}

/** Takes NUL out of everything that was typed: PostgreSQL keeps none, and no keyboard types one. */
export function withoutNul(scope: FastifyInstance): void {
  scope.addHook('preValidation', async (request) => {
    for (const values of [request.params, request.query, request.body]) clean(values);
  });
}

function clean(values: unknown): void {
  if (typeof values !== 'object' || values === null) return;
  const fields = values as Record<string, unknown>;
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') fields[name] = value.replaceAll('\0', '');
    else if (Array.isArray(value)) fields[name] = value.map((item) => String(item).replaceAll('\0', ''));
  }
}
