import type { FastifyInstance, FastifyRequest } from 'fastify';
import { backToSomebody, customerDocument, holdDocument } from '../../answering/index.ts';
import { callById } from '../../calls/index.ts';
import type { Service } from '../../service/index.ts';
import type { Verb } from '../../telephony/index.ts';
import { readGather, readRecording } from '../../twilio/index.ts';
import { takeInput, takeMessage, takeNewCall, takeRecording } from './take.ts';
import { noticeOf } from './told.ts';
import { countOf, isId, webhook, type Keep } from './webhook.ts';

/**
 * The caller's side: answering, the script's conversation, holding, and the way back to a human. What a caller did and
 * could not be recorded is kept.
 */
export function callerWebhooks(scope: FastifyInstance, service: Service, keep: Keep): void {
  const { clock } = service;
  const known = async (request: FastifyRequest, then: (callId: string) => Promise<Verb[]>) => {
    const id = idOf(request);
    // A call that is not in the books is answered as a new one: whoever is on the line must get on.
    const isKnown = isId(id) && (await callById(service.db, id));
    return isKnown ? then(id) : takeNewCall(service, noticeOf(request));
  };

  webhook(
    scope,
    clock,
    '/voice',
    async (request, reply) => reply.twiml(await takeNewCall(service, noticeOf(request))),
    keep,
  );
  webhook(
    scope,
    clock,
    '/call/:id/input/:turn',
    async (request, reply) => {
      const turn = countOf(request.params, 'turn');
      return reply.twiml(await takeInput(service, idOf(request), turn, noticeOf(request)));
    },
    keep,
  );
  // With the question of the script that is answered, where it is no message.
  for (const path of ['/call/:id/recorded/:turn', '/call/:id/recorded/:turn/:question'])
    webhook(
      scope,
      clock,
      path,
      async (request, reply) => {
        const turn = countOf(request.params, 'turn');
        return reply.twiml(await takeMessage(service, idOf(request), turn, noticeOf(request)));
      },
      keep,
    );
  for (const path of ['/call/:id/recording', '/call/:id/recording/:question'])
    webhook(
      scope,
      clock,
      path,
      async (request, reply) => {
        const id = idOf(request);
        const isWhole = readRecording(request.webhook).status === 'completed';
        if (isId(id) && isWhole) await takeRecording(service, id, noticeOf(request));
        return reply.twiml([]);
      },
      keep,
    );
  webhook(scope, clock, '/call/:id/hold/:turn', async (request, reply) => {
    const { digits } = readGather(request.webhook);
    return reply.twiml(
      await known(request, (id) => holdDocument(service, id, countOf(request.params, 'turn'), digits)),
    );
  });
  webhook(scope, clock, '/call/:id/bridge', async (request, reply) =>
    reply.twiml(await known(request, (id) => customerDocument(service, id))),
  );
  webhook(scope, clock, '/call/:id/back', async (request, reply) => {
    const { digits } = readGather(request.webhook);
    const tries = countOf(request.query, 'tries') || 1;
    return reply.twiml(await known(request, (id) => backToSomebody(service, id, { digits, tries })));
  });
}

function idOf(request: FastifyRequest): string {
  return (request.params as { id: string }).id;
}
