import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Telephone } from '../people/telephone.ts';
import type { Phones } from '../phones.ts';
import { serveEvents } from './events.ts';
import { applyFaults, applyNumbers, applyPeople, applySettings } from './apply.ts';
import {
  dialSchema,
  personalitySchema,
  pressSchema,
  saySchema,
  textSchema,
  turnToSchema,
} from './schemas.ts';
import { viewPhone } from './snapshot.ts';

type Action = (telephone: Telephone, body: unknown) => void;

const ACTIONS: Readonly<Record<string, Action>> = {
  dial: (telephone, body) => {
    const { to, from } = dialSchema.parse(body);
    telephone.dial(to, from === undefined ? {} : { from });
  },
  answer: (telephone) => telephone.answer(),
  reject: (telephone) => telephone.reject(),
  press: (telephone, body) => telephone.press(pressSchema.parse(body).keys),
  say: (telephone, body) => telephone.say(saySchema.parse(body).text),
  hangup: (telephone) => telephone.hangUp(),
  'turn-to': (telephone, body) => telephone.turnTo(turnToSchema.parse(body).sid),
  text: (telephone, body) => {
    const { to, body: text } = textSchema.parse(body);
    telephone.sendText(to, text);
  },
  personality: (telephone, body) => {
    const wish = personalitySchema.parse(body);
    if (wish.personality) telephone.personality = wish.personality as Telephone['personality'];
    if (wish.texting !== undefined) telephone.texting = wish.texting;
  },
};

/** The control API: everything that a person at the page, the demo or a script may do to the simulated world. */
export function registerControl(app: FastifyInstance, phones: Phones): void {
  app.get('/control/state', async () => phones.state());
  app.get('/control/events', (request, reply) => serveEvents(phones, request, reply));
  app.get<{ Params: { number: string } }>('/control/phones/:number', async (request, reply) =>
    attempt(reply, () => viewPhone(phones.telephone(request.params.number))),
  );
  app.post<{ Params: { number: string; action: string } }>(
    '/control/phones/:number/:action',
    async (request, reply) => {
      const action = ACTIONS[request.params.action];
      if (!action)
        return await reply.code(404).send({
          error: `no action "${request.params.action}"; there are ${Object.keys(ACTIONS).join(', ')}`,
        });
      return attempt(reply, () => {
        const telephone = phones.telephone(request.params.number);
        action(telephone, request.body ?? {});
        return viewPhone(telephone);
      });
    },
  );
  app.post('/control/faults', async (request, reply) =>
    attempt(reply, () => applyFaults(phones, request.body)),
  );
  app.post('/control/settings', async (request, reply) =>
    attempt(reply, () => applySettings(phones, request.body)),
  );
  app.post('/control/people', async (request, reply) =>
    attempt(reply, () => applyPeople(phones, request.body)),
  );
  app.post('/control/numbers', async (request, reply) =>
    attempt(reply, () => applyNumbers(phones, request.body)),
  );
  app.post('/control/reset', async () => {
    phones.reset();
    return { ok: true };
  });
}

/** 409 when the phone is in no state for it, 400 when the request is not understood; both say why. */
function attempt<T>(reply: { code(status: number): unknown }, action: () => T): T | { error: string } {
  try {
    return action();
  } catch (error) {
    if (error instanceof z.ZodError) {
      reply.code(400);
      return {
        error: error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`).join('; '),
      };
    }
    reply.code(409);
    return { error: (error as Error).message };
  }
}
