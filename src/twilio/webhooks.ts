import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { systemClock } from '../kernel/index.ts';
import type { CarrierName, Verb } from '../telephony/index.ts';
import { Refusals } from './refusals.ts';
import { looksSigned, type WebhookFields } from './signature.ts';
import { signatureHeaders, signerOf, type Signer } from './signers.ts';
import { renderTwiml } from './twiml.ts';
import { answerFault, type OnWebhookError } from './webhook-faults.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /**
     * The parameters of a signed webhook: those of the query, ours among them, and those of the body, which win.
     * Of a repeated one the first. Only set on routes under /twilio.
     */
    webhook: Record<string, string>;
    /** The carrier that has signed the webhook. */
    carrier: CarrierName;
  }
  interface FastifyReply {
    /** Answers with a TwiML document; no verbs make an empty one, right for callbacks and texts. */
    twiml(verbs: readonly Verb[]): FastifyReply;
  }
}

export interface TwilioWebhookOptions {
  /** The address Twilio calls, in front of /twilio: signatures are checked against it, never against Host. */
  publicUrl: string;
  /** Whose signatures are good. */
  signers: readonly Signer[];
  /** Adds the routes; their paths are below /twilio. */
  routes: (scope: FastifyInstance) => void | Promise<void>;
  /** What a caller hears when a route fails; absent: an apology in English, and the same document once more. */
  onError?: OnWebhookError;
}

const bodyLimitBytes = 256 * 1024;

/** A Fastify plugin: the carriers' webhooks under /twilio, in a scope of their own. */
export async function twilioWebhooks(app: FastifyInstance, options: TwilioWebhookOptions): Promise<void> {
  await app.register(
    async (scope) => {
      scope.removeAllContentTypeParsers();
      await scope.register(formbody, { bodyLimit: bodyLimitBytes });
      scope.decorateRequest('webhook');
      scope.decorateRequest('carrier');
      scope.decorateReply('twiml', function (this: FastifyReply, verbs: readonly Verb[]) {
        // An answer that comes too late finds that the caller has been told so.
        return this.sent ? this : sendDocument(this, renderTwiml(verbs));
      });
      guardBySignature(scope, options);
      scope.setErrorHandler((error, request, reply) => answerFault(error, request, reply, options.onError));
      await options.routes(scope);
    },
    { prefix: '/twilio' },
  );
}

/**
 * Every request under /twilio, known path or not, is refused with 403 before anything happens unless a carrier of ours signed it.
 */
function guardBySignature(scope: FastifyInstance, options: TwilioWebhookOptions): void {
  const base = options.publicUrl.replace(/\/+$/, '');
  const refusals = new Refusals(systemClock);
  const checkHeader = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!signatureHeaders.some((name) => looksSigned(request.headers[name]))) return refuse(reply);
  };
  const checkSignature = async (request: FastifyRequest, reply: FastifyReply) => {
    const fields = fieldsOf(request.body);
    const url = base + request.originalUrl;
    const carrier = signerOf(options.signers, { headers: request.headers, url, fields });
    if (carrier !== undefined) {
      request.carrier = carrier;
      request.webhook = flatten({ ...fieldsOf(request.query), ...fields });
      return;
    }
    const address = url.split('?', 1)[0];
    const count = refusals.next();
    if (count !== undefined) {
      request.log.warn(
        { address, count },
        'webhook refused: not signed for this address; check PUBLIC_URL and the token',
      );
    }
    return refuse(reply);
  };
  scope.addHook('onRequest', checkHeader);
  scope.addHook('preValidation', checkSignature);
  scope.setNotFoundHandler((request) => {
    throw new Error(`no webhook at ${request.method} ${request.url.split('?', 1)[0]}`);
  });
}

function refuse(reply: FastifyReply): FastifyReply {
  return reply.code(403).send();
}

/** Sends a document with its length: Twilio may cut a chunked one short. */
function sendDocument(reply: FastifyReply, document: string): FastifyReply {
  return reply.code(200).header('content-type', 'text/xml; charset=utf-8').send(document);
}

function fieldsOf(parsed: unknown): WebhookFields {
  return typeof parsed === 'object' && parsed !== null ? (parsed as WebhookFields) : {};
}

function flatten(fields: WebhookFields): Record<string, string> {
  // PostgreSQL keeps no NUL, and no telephone sends one.
  const first = (value: string | string[]) => [value].flat()[0]?.replaceAll('\0', '') ?? '';
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, first(value)]));
}
