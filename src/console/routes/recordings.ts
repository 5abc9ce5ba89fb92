import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { CarrierFailure } from '../../telephony/index.ts';
import { readRecordingPlace } from '../queries/recording.store.ts';
import { byteRange } from './byte-range.ts';
import { sendMessage, type ConsoleContext } from './context.ts';

/** Within this time after a message the carrier may still be storing it. */
const storingMs = 2 * 60_000;

interface RecordingRoute {
  Params: { id: string };
}

/** A caller's message. It passes through us: the carrier gives it to the account's sign-in only. */
export function recordingRoutes(scope: FastifyInstance, context: ConsoleContext): void {
  const { db, clock, fetchRecording } = context.options;
  scope.get<RecordingRoute>('/recordings/:id', async (request, reply) => {
    const { id } = request.params;
    void reply.header('cache-control', 'no-store');
    const place = z.uuid().safeParse(id).success ? await readRecordingPlace(db, id) : undefined;
    if (place === undefined) {
      return sendMessage(
        context,
        reply,
        404,
        'No such message',
        'Nothing is known of a message at this address.',
      );
    }
    if (place.deletedAt !== null) {
      const words = 'Messages are kept for a time only. This one was deleted when its time was over.';
      return sendMessage(context, reply, 410, 'This message is deleted', words);
    }
    const isYoung = clock.now().getTime() - place.createdAt.getTime() < storingMs;
    if (place.url === null) return notReady(context, reply);
    const answer = await fetchRecording(place.url);
    if (!answer.ok) {
      if (answer.failure.class === 'race' && isYoung) return notReady(context, reply);
      return sendMessage(context, reply, 502, 'The message cannot be played', inWords(answer.failure));
    }
    const { body, contentType } = answer.value;
    const range = byteRange(request.headers.range, body.length);
    void reply.type(contentType).header('accept-ranges', 'bytes');
    if (range === 'outside') return reply.code(416).header('content-range', `bytes */${body.length}`).send();
    if (range === undefined) return reply.send(body);
    const { first, last } = range;
    return reply
      .code(206)
      .header('content-range', `bytes ${first}-${last}/${body.length}`)
      .send(body.subarray(first, last + 1));
  });
}

function notReady(context: ConsoleContext, reply: FastifyReply): FastifyReply {
  void reply.header('retry-after', '5');
  const words = 'The carrier is still storing it. Open it again in some seconds.';
  return sendMessage(context, reply, 503, 'The message is not ready yet', words);
}

function inWords({ class: failure, code, message }: CarrierFailure): string {
  switch (failure) {
    case 'race':
      return `The carrier does not give it: ${code}. It may have been deleted there.`;
    case 'may-pass':
      return `The carrier did not give it this time: ${message} (${code}). Open it again in a minute.`;
    case 'address-dead':
    case 'ours-broken':
      return `The carrier was not asked, or does not let us have it: ${message} (${code}).`;
  }
}
