import type { FastifyInstance } from 'fastify';
import { textProgressed, type CarrierService } from '../../dispatch/index.ts';
import { takeText } from '../../responding/index.ts';
import { readInboundText, readTextStatus, textFailure } from '../../twilio/index.ts';
import { takeCanaryText } from '../../watchdog/index.ts';
import { isId, webhook } from './webhook.ts';

/** Texts that come in, and how far ours have come. Answers go out as texts of their own, so that they are in the books. */
export function textWebhooks(scope: FastifyInstance, service: CarrierService): void {
  webhook(scope, service.clock, '/sms', async (request, reply) => {
    const text = readInboundText(request.webhook);
    if (await takeCanaryText(service, text)) return reply.twiml([]);
    await takeText(service, { ...text, carrier: request.carrier, from: text.from, optOut: text.optOut });
    return reply.twiml([]);
  });
  webhook(scope, service.clock, '/text/:id/status', async (request, reply) => {
    const { id } = request.params as { id: string };
    const { carrierId, status, errorCode } = readTextStatus(request.webhook);
    const failure = textFailure(status, errorCode);
    // Which text it is about, the address says; which of the carrier's it became, only the carrier.
    if (isId(id) && carrierId !== '') await textProgressed(service, id, { carrierId, status, failure });
    return reply.twiml([]);
  });
}
