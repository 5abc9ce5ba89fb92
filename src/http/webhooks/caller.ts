import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  backToSomebody,
  converse,
  customerDocument,
  holdDocument,
  keepRecording,
  takeCall,
  UnknownCall,
} from '../../answering/index.ts';
import { callById } from '../../calls/index.ts';
import type { IvrInput } from '../../ivr/index.ts';
import type { Service } from '../../service/index.ts';
import type { Verb } from '../../telephony/index.ts';
import { readGather, readRecording, readVoice } from '../../twilio/index.ts';
import { takeCanaryCall } from '../../watchdog/index.ts';
import { UnrecordedInputs } from './unrecorded-inputs.ts';
import { countOf, isId, webhook } from './webhook.ts';

/** The caller's side: answering, the script's conversation, holding, and the way back to a human. */
export function callerWebhooks(scope: FastifyInstance, service: Service): void {
  const unrecorded = new UnrecordedInputs(service.clock, service.log);
  const answerAnew = async (request: FastifyRequest) => {
    const call = incoming(request);
    return (await takeCanaryCall(service, call)) ?? takeCall(service, call);
  };
  const known = async (request: FastifyRequest, then: (callId: string) => Promise<Verb[]>) => {
    const { id } = request.params as { id: string };
    // A call that is not in the books is answered as a new one: whoever is on the line must get on.
    return isId(id) && (await callById(service.db, id)) ? then(id) : answerAnew(request);
  };

  webhook(scope, service.clock, '/voice', async (request, reply) => reply.twiml(await answerAnew(request)));
  webhook(scope, service.clock, '/call/:id/input/:turn', async (request, reply) => {
    const { id } = request.params as { id: string };
    const turn = countOf(request.params, 'turn');
    const input = inputOf(request);
    // Not looked up beforehand: at this key press people are waiting to be paged.
    const take = () => converse(service, id, turn, input, incoming(request));
    const document = isId(id) ? take() : answerAnew(request);
    return reply.twiml(
      await document.catch((error: unknown) => {
        if (error instanceof UnknownCall) return answerAnew(request);
        if (input.kind !== 'silence') unrecorded.keep(`${id}/${turn}`, take);
        throw error;
      }),
    );
  });
  webhook(scope, service.clock, '/call/:id/recorded/:turn', async (request, reply) => {
    const recording = readRecording(request.webhook);
    const document = await known(request, async (id) => {
      await keepRecording(service, id, {
        ...recording,
        carrierId: recording.recordingId,
        url: recording.url,
      });
      const seconds = recording.durationSeconds ?? 0;
      const bySilence = !request.webhook['Digits'];
      const input = { kind: 'recorded', seconds, bySilence } as const;
      return converse(service, id, countOf(request.params, 'turn'), input);
    });
    return reply.twiml(document);
  });
  webhook(scope, service.clock, '/call/:id/recording', async (request, reply) => {
    const { id } = request.params as { id: string };
    const recording = readRecording(request.webhook);
    if (isId(id) && recording.status === 'completed') {
      await keepRecording(service, id, {
        ...recording,
        carrierId: recording.recordingId,
        url: recording.url,
      });
    }
    return reply.twiml([]);
  });
  webhook(scope, service.clock, '/call/:id/hold/:turn', async (request, reply) => {
    const { digits } = readGather(request.webhook);
    return reply.twiml(
      await known(request, (id) => holdDocument(service, id, countOf(request.params, 'turn'), digits)),
    );
  });
  webhook(scope, service.clock, '/call/:id/bridge', async (request, reply) =>
    reply.twiml(await known(request, (id) => customerDocument(service, id))),
  );
  webhook(scope, service.clock, '/call/:id/back', async (request, reply) => {
    const { digits } = readGather(request.webhook);
    const tries = countOf(request.query, 'tries') || 1;
    return reply.twiml(await known(request, (id) => backToSomebody(service, id, { digits, tries })));
  });
}

function incoming(request: FastifyRequest) {
  const voice = readVoice(request.webhook);
  const { carrier } = request;
  return {
    carrier,
    carrierId: voice.carrierId,
    from: voice.from,
    to: voice.to,
    stirVerstat: voice.stirVerstat,
  };
}

/** Digits, words or silence. The finish key alone is an empty entry, which is not silence. */
function inputOf(request: FastifyRequest): IvrInput {
  const { digits, speech } = readGather(request.webhook);
  if (digits !== undefined) return { kind: 'keys', digits };
  if (speech !== undefined) return { kind: 'speech', text: speech };
  if (request.webhook['FinishedOnKey']) return { kind: 'keys', digits: '' };
  return { kind: 'silence' };
}
