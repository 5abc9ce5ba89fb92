import type { FastifyInstance } from 'fastify';
import { textProgressed, type CarrierService } from '../../dispatch/index.ts';
import { readTextStatus, textFailure } from '../../twilio/index.ts';
import { takeInboundText } from './take.ts';
import { noticeOf } from './told.ts';
import { isId, webhook, type Keep } from './webhook.ts';

/** Texts that come in, and how far ours have come. Answers go out as texts of their own, so that they are in the books. */
export function textWebhooks(scope: FastifyInstance, service: CarrierService, keep: Keep): void {
  webhook(
    scope,
    service.clock,
    '/sms',
    async (request, reply) => {
      await takeInboundText(service, noticeOf(request));
      return reply.twiml([]);
    },
    // The carrier tells of a text once.
    keep,
  );
  webhook(scope, service.clock, '/text/:id/status', async (request, reply) => {
    const { id } = request.params as { id: string };
    const { carrierId, status, errorCode } = readTextStatus(request.webhook);
    const failure = textFailure(status, errorCode);
    // Which text it is about, the address says; which of the carrier's it became, only the carrier.
    if (isId(id) && carrierId !== '') await textProgressed(service, id, { carrierId, status, failure });
    return reply.twiml([]);
  });
}
