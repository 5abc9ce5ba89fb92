import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Verb } from '../telephony/index.ts';
import { renderTwiml } from './twiml.ts';

/** What a caller hears instead of the answer that failed. */
export type OnWebhookError = (request: FastifyRequest, error: Error) => readonly Verb[];

const emptyDocument = renderTwiml([]);

/** When even the apology fails. It ends in silence for the caller, never in Twilio's "an application error". */
const lastResort = renderTwiml([
  {
    verb: 'say',
    voice: 'Polly.Joanna-Neural',
    language: 'en-US',
    text: 'We are sorry, something went wrong on our side. Please call again.',
  },
]);

/**
 * Answers a webhook whose handling failed. A call hears an apology and goes on as `onError` says: an error status
 * would make Twilio drop the caller. A notification gets an empty document: Twilio does not repeat it after an error,
 * and what it said is asked for later. What nobody signed gets 403, whatever is wrong with it.
 */
export function answerFault(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  onError: OnWebhookError | undefined,
): FastifyReply {
  const signed = request.webhook as Record<string, string> | undefined;
  if (signed === undefined) return reply.code(403).send();
  request.log.error({ err: error, path: request.url.split('?', 1)[0] }, 'webhook failed');
  const document = awaitsInstructions(signed) ? spokenFault(request, error, onError) : emptyDocument;
  return reply.code(200).header('content-type', 'text/xml; charset=utf-8').send(document);
}

/**
 * True for a call that waits for its next document. Notifications about calls carry CallbackSource; those about
 * texts, recordings and conferences have no CallStatus.
 */
function awaitsInstructions(params: Record<string, string>): boolean {
  return (
    params.CallSid !== undefined &&
    params.CallStatus !== undefined &&
    params.CallbackSource === undefined &&
    params.TranscriptionStatus === undefined
  );
}

function spokenFault(request: FastifyRequest, error: unknown, onError: OnWebhookError | undefined): string {
  if (onError === undefined) return lastResort;
  try {
    return renderTwiml(onError(request, error instanceof Error ? error : new Error(String(error))));
  } catch (failure) {
    request.log.error({ err: failure }, 'the apology failed too');
    return lastResort;
  }
}
