import type { FastifyInstance } from 'fastify';
import { codeDocument } from '../../contacts/index.ts';
import { drillDocument, drillKey } from '../../drills/index.ts';
import type { Service } from '../../service/index.ts';
import { readGather, readVoice } from '../../twilio/index.ts';
import { webhook } from './webhook.ts';
import { isOver, triesOf, withLeg } from './with-leg.ts';

/** Test calls, and calls that read out a code: addresses of their own, so that no key in one can be taken for a word on a case. */
export function drillWebhooks(scope: FastifyInstance, service: Service): void {
  webhook(scope, service.clock, '/drill/:id', async (request, reply) => {
    if (isOver(readVoice(request.webhook).status)) return reply.twiml([]);
    return reply.twiml(
      await withLeg(service, request, (unit, leg, script, voice) =>
        drillDocument({ service, unit, leg, script, voice, tries: 1 }),
      ),
    );
  });
  webhook(scope, service.clock, '/drill/:id/key', async (request, reply) => {
    const { digits } = readGather(request.webhook);
    return reply.twiml(
      await withLeg(service, request, (unit, leg, script, voice) =>
        drillKey({ service, unit, leg, script, voice, digits, tries: triesOf(request) }),
      ),
    );
  });
  webhook(scope, service.clock, '/code/:id', async (request, reply) => {
    if (isOver(readVoice(request.webhook).status)) return reply.twiml([]);
    return reply.twiml(
      await withLeg(service, request, (unit, leg, _script, voice) => codeDocument(service, unit, leg, voice)),
    );
  });
}
