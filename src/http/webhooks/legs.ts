import type { FastifyInstance, FastifyRequest } from 'fastify';
import { customerDocument } from '../../answering/index.ts';
import { roomChanged } from '../../bridging/index.ts';
import { callByCarrierId } from '../../calls/index.ts';
import { callProgressed, type CarrierService } from '../../dispatch/index.ts';
import { alarmDocument, alarmKey, keyDocument, legDocument } from '../../responding/index.ts';
import type { Service } from '../../service/index.ts';
import type { Verb } from '../../telephony/index.ts';
import { readCallStatus, readConferenceEvent, readGather, readVoice } from '../../twilio/index.ts';
import { isId, webhook } from './webhook.ts';
import { isOver, triesOf, withLeg, withLegOrUndefined } from './with-leg.ts';

/** Our own legs: the responder's phone, the customer called back, the room that they meet in, and how far a leg has come. */
export function legWebhooks(scope: FastifyInstance, service: CarrierService): void {
  webhook(scope, service.clock, '/leg/:id', async (request, reply) =>
    reply.twiml(await document(service, request)),
  );
  webhook(scope, service.clock, '/leg/:id/after-bridge', async (request, reply) =>
    reply.twiml(await document(service, request, { leftRoom: true })),
  );
  webhook(scope, service.clock, '/leg/:id/key', async (request, reply) => {
    const { about = 'offer' } = request.query as { about?: string };
    const key = { digits: readGather(request.webhook).digits, about, tries: triesOf(request) };
    return reply.twiml(
      await withLeg(service, request, (unit, leg, script, voice) =>
        leg.purpose === 'alarm'
          ? alarmKey({ service, unit, leg, script, voice, ...key })
          : keyDocument({ service, unit, leg, script, voice, key }),
      ),
    );
  });
  webhook(scope, service.clock, '/leg/:id/wait', async (request, reply) => {
    const { id } = request.params as { id: string };
    return reply.twiml([
      { verb: 'play', url: service.urls.holdMusic() },
      { verb: 'redirect', url: service.urls.bridgeWait(id) },
    ]);
  });
  webhook(scope, service.clock, '/leg/:id/status', async (request, reply) => {
    const { id } = request.params as { id: string };
    if (isId(id)) await callProgressed(service, id, readCallStatus(request.webhook));
    return reply.twiml([]);
  });
  webhook(scope, service.clock, '/status', async (request, reply) => {
    const notice = readCallStatus(request.webhook);
    const call = await callByCarrierId(service.db, notice.carrierId);
    if (call) await callProgressed(service, call.id, notice);
    return reply.twiml([]);
  });
  webhook(scope, service.clock, '/conference/:id', async (request, reply) => {
    const { id } = request.params as { id: string };
    const told = readConferenceEvent(request.webhook);
    const { event, label, carrierId, goesOn = false } = told;
    if (isId(id) && (event === 'join' || event === 'leave')) {
      const callId = label ?? (carrierId && (await callByCarrierId(service.db, carrierId))?.id);
      const meeting = { id: told.conferenceId, sequence: told.sequence };
      if (callId && isId(callId)) await roomChanged(service, { caseId: id, event, callId, goesOn, meeting });
    }
    return reply.twiml([]);
  });
}

async function document(
  service: Service,
  request: FastifyRequest,
  how: { leftRoom?: boolean } = {},
): Promise<Verb[]> {
  const { id } = request.params as { id: string };
  // Leaving a room by hanging up asks for a document as well: nobody hears it, so nothing may follow from it.
  if (isOver(readVoice(request.webhook).status)) return [];
  const customer = await withLegOrUndefined(service, id, async (_unit, leg) => {
    return leg.purpose === 'call-back' || leg.purpose === 'support' ? 'customer' : 'responder';
  });
  if (customer === 'customer') return customerDocument(service, id);
  return withLeg(service, request, async (unit, leg, script, voice) => {
    // Our own number has picked up: that is all that this call was for.
    if (leg.purpose === 'canary') return [{ verb: 'hangup' }];
    if (leg.purpose === 'alarm') return alarmDocument({ service, unit, leg, script, voice, tries: 1 });
    return legDocument(service, unit, leg, script, voice, how);
  });
}
