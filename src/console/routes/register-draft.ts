import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { lengthOf, readValues } from '../../registration/index.ts';
import { hintsOf, standingHint } from '../words/register-hints.ts';
import { clockTime } from '../words/time.ts';
import { catalogueOf } from './catalogue-of.ts';
import { actor, signedIn, type ConsoleContext } from './context.ts';

const mostFields = 80;
const change = z.object({ value: z.string().max(10_000), before: z.string().max(10_000) });
const draft = z.object({
  changes: z
    .record(z.string().max(40), change)
    .refine((changes) => Object.keys(changes).length <= mostFields),
  field: z.string().max(40).nullable(),
});

/**
 * What the form's script saves on every keystroke, in JSON: the fields that have changed, and the field that the writer
 * is in. The answer is how the form stands for everybody; without changes it is asked for that alone.
 */
export function registerDraftRoutes(scope: FastifyInstance, context: ConsoleContext): void {
  const { clock, registrations } = context.options;
  scope.post<{ Params: { number: string } }>('/register/:number/draft', async (request, reply) => {
    const { number } = request.params;
    void reply.header('cache-control', 'no-store');
    const sent = draft.safeParse(request.body);
    if (!sent.success) return reply.code(400).send({ error: 'changes, field and csrf are wanted' });
    const changes = Object.fromEntries(
      Object.entries(sent.data.changes).flatMap(([field, { value, before }]) => {
        const [now, was] = [readValues({ [field]: value })[field], readValues({ [field]: before })[field]];
        return now === undefined ? [] : [[field, { value: now, before: was ?? '' }]];
      }),
    );
    const field =
      sent.data.field === null || lengthOf(sent.data.field) === undefined ? undefined : sent.data.field;
    const result = await registrations.save(number, actor(request), { changes, field });
    const { accountId } = signedIn(request);
    const state = result.kind === 'unknown' ? undefined : await registrations.read(number, accountId);
    if (state === undefined) return reply.code(404).send({ error: 'no such registration' });
    const { register: words, bar } = await catalogueOf(context, request);
    if (result.kind === 'over' || !state.isOpen)
      return reply.code(409).send({ over: words.form.over(state.draft.registeredBy) });
    const zone = context.desks.zoneOf(state.desk);
    const reader = { accountId, words, locale: bar.locale, zone, now: clock.now() };
    return {
      values: state.values,
      savedAt: state.draft.savedAt === undefined ? null : clockTime(state.draft.savedAt, zone),
      hints: hintsOf(state, reader),
      standing: standingHint(state, reader),
      others: words.form.others(state.others),
      contacts: state.customer?.contacts.map(({ name }) => name) ?? [],
      offices: state.customer?.offices.map(({ name }) => name) ?? [],
    };
  });
}

/** JSON for this route alone: everywhere else in the console a form is a form. */
export function jsonBodies(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  const type = 'application/json';
  scope.addContentTypeParser(type, { parseAs: 'string', bodyLimit: 128 * 1024 }, (_request, body, done) => {
    try {
      done(null, JSON.parse(body as string));
    } catch {
      done(Object.assign(new Error('This is no JSON'), { statusCode: 400 }));
    }
  });
}
