import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { newId } from '../../kernel/index.ts';
import { mostOffices, readValues, type FormValues } from '../../registration/index.ts';
import { registerFormPage, type RegisterFormProps } from '../pages/register-form.tsx';
import { registerListPage } from '../pages/register-list.tsx';
import { readCallsOfCase } from '../queries/register-call.store.ts';
import { readCallOfCase, readOperatorCalls } from '../queries/operator-calls.store.ts';
import { readUnregistered } from '../queries/register-list.store.ts';
import { catalogueOf } from './catalogue-of.ts';
import { actor, frameOf, sendMessage, sendPage, signedIn, type ConsoleContext } from './context.ts';
import { offeredDesks } from './offered-desks.ts';
import { transferOfferOf } from './transfer-offer.ts';

interface CaseRoute {
  Params: { number: string };
  Querystring: { offices?: string; told?: string };
}

const sentForm = z.object({
  do: z.enum(['register', 'out-of-scope', 'call-back', 'save', 'office', 'discard']).catch('register'),
  // As the form was shown, so that what its sender has not touched changes nothing that somebody else has.
  shown: z
    .string()
    .max(64 * 1024)
    .catch('{}'),
});
const toldOf = z.enum(['gone', 'taken', 'not-ringing', 'in-talk', 'no-phone', 'not-handed-on']);
const newForm = z.object({ id: z.uuid(), desk: z.string().max(100) });
const transferForm = z.object({
  plan: z.string().max(100).optional().catch(undefined),
  how: z.enum(['blind', 'warm']).catch('blind'),
});
const approvalForm = z.object({
  how: z.enum(['once', 'always']).catch('once'),
  reason: z.string().trim().max(300).catch(''),
});

/** The pages on which an operator registers, and what their forms do. */
export function registerRoutes(scope: FastifyInstance, context: ConsoleContext): void {
  const { options, desks } = context;
  const { db, clock, registrations } = options;

  scope.get('/register', async (request, reply) => {
    const catalogue = await catalogueOf(context, request);
    const [live, waiting, offered] = await Promise.all([
      readOperatorCalls(db),
      readUnregistered(db),
      offeredDesks(context, request, ({ registers }) => registers === true),
    ]);
    const frame = await frameOf(context, request);
    const props = { catalogue, desks, offered, live, waiting, newId: newId(clock.now()) };
    // By the clock of the desk that its reader registers for.
    const zone = desks.zoneOf(offered[0]?.desk ?? '');
    return sendPage(reply, registerListPage({ ...frame, zone }, props));
  });

  scope.get<CaseRoute>('/register/:number', async (request, reply) => {
    const offices = Math.min(mostOffices, Math.max(0, Number(request.query.offices ?? 0) || 0));
    const told = toldOf.safeParse(request.query.told);
    const { strip } = (await catalogueOf(context, request)).register;
    // In the address, and not in the answer to the form: the page goes on updating itself.
    return showForm(context, request, reply, { offices, trouble: told.data && strip.faults[told.data] });
  });

  scope.post('/register/new', async (request, reply) => {
    const wanted = newForm.safeParse(request.body);
    const number = wanted.success ? await registrations.openByHand(actor(request), wanted.data) : undefined;
    return number === undefined
      ? sendMessage(context, reply, 422, 'Nothing was opened', 'There is no such desk. Go back and reload.')
      : reply.redirect(addressOf(number), 303);
  });

  scope.post<CaseRoute>('/register/:number', async (request, reply) => {
    const { number } = request.params;
    const { do: wanted, shown } = sentForm.parse(request.body ?? {});
    const form = {
      shown: readShown(shown),
      sent: readValues((request.body ?? {}) as Record<string, unknown>),
    };
    if (wanted === 'discard' && (await registrations.discard(number, actor(request))))
      return reply.redirect('/register', 303);
    if (wanted === 'call-back') {
      const noted = await registrations.callBackLater(number, actor(request), form);
      if (noted.kind === 'faults') return showForm(context, request, reply, { faults: noted.faults }, 422);
      if (noted.kind === 'unknown') return noSuchCase(context, reply, number);
      return reply.redirect(noted.kind === 'noted' ? '/register' : addressOf(number), 303);
    }
    if (wanted !== 'register' && wanted !== 'out-of-scope') {
      await registrations.keep(number, actor(request), form);
      return reply.redirect(`${addressOf(number)}${wanted === 'office' ? '?offices=1#offices' : ''}`, 303);
    }
    const register = wanted === 'register' ? registrations.register : registrations.registerOutOfScope;
    const result = await register(number, actor(request), form);
    switch (result.kind) {
      case 'registered':
      case 'over':
        return reply.redirect(addressOf(number), 303);
      case 'faults':
        return showForm(context, request, reply, { faults: result.faults }, 422);
      case 'refused':
        return showForm(context, request, reply, { isRefused: true }, 422);
      case 'unknown':
        return noSuchCase(context, reply, number);
    }
  });

  scope.post<CaseRoute>('/register/:number/answer', async (request, reply) => {
    const { number } = request.params;
    const result = await options.actions.answerCall(number, actor(request));
    return reply.redirect(`${addressOf(number)}${result === 'yours' ? '' : `?told=${result}`}`, 303);
  });

  scope.post<CaseRoute>('/register/:number/transfer', async (request, reply) => {
    const { number } = request.params;
    const { plan, how } = transferForm.parse(request.body ?? {});
    const result = await options.actions.handOn(number, actor(request), { plan, isWarm: how === 'warm' });
    return reply.redirect(`${addressOf(number)}${result.ok ? '' : '?told=not-handed-on'}`, 303);
  });

  scope.post<CaseRoute>('/register/:number/put-on', async (request, reply) => {
    const { number } = request.params;
    const onto = (request.body as Record<string, unknown>)['number'];
    const result = await registrations.putOn(number, actor(request), typeof onto === 'string' ? onto : '');
    if (result.kind === 'put-on') return reply.redirect(`/cases/${encodeURIComponent(result.number)}`, 303);
    // The call goes on: its form says where it will be put, and is where the operator stays.
    if (result.kind === 'with-the-call') return reply.redirect(addressOf(number), 303);
    if (result.kind === 'unknown') return noSuchCase(context, reply, number);
    const { register } = await catalogueOf(context, request);
    const words = { over: register.form.over(undefined), 'no-such-case': register.known.putOnNoSuch };
    return showForm(context, request, reply, { trouble: words[result.kind] }, 422);
  });

  scope.post<CaseRoute>('/register/:number/take-back', async (request, reply) => {
    const { number } = request.params;
    await registrations.takeBackPutOn(number, actor(request));
    return reply.redirect(addressOf(number), 303);
  });
}

/** The supervisor's word; the right to it is asked for before. */
export function approveRoutes(scope: FastifyInstance, context: ConsoleContext): void {
  scope.post<CaseRoute>('/register/:number/approve', async (request, reply) => {
    const { number } = request.params;
    const approval = approvalForm.parse(request.body ?? {});
    const result = await context.options.registrations.approve(number, actor(request), approval);
    if (result.kind === 'approved') return reply.redirect(addressOf(number), 303);
    if (result.kind === 'unknown') return noSuchCase(context, reply, number);
    return showForm(context, request, reply, { approvalFault: result }, 422);
  });
}

type Told = Partial<
  Pick<RegisterFormProps, 'faults' | 'isRefused' | 'approvalFault' | 'trouble' | 'offices'>
>;

async function showForm(
  context: ConsoleContext,
  request: FastifyRequest<CaseRoute>,
  reply: FastifyReply,
  told: Told,
  status = 200,
): Promise<FastifyReply> {
  const { number } = request.params;
  const { db, registrations } = context.options;
  const state = await registrations.read(number, signedIn(request).accountId);
  if (state === undefined) return noSuchCase(context, reply, number);
  const [catalogue, calls, call, live, transfer, frame] = await Promise.all([
    catalogueOf(context, request),
    readCallsOfCase(db, state.caseId),
    readCallOfCase(db, state.caseId),
    readOperatorCalls(db),
    transferOfferOf(context, state),
    frameOf(context, request, status === 200),
  ]);
  const zone = context.desks.zoneOf(state.desk);
  const deskName = context.desks.nameOf(state.desk);
  const shown = { catalogue, deskName, state, calls, call, live, transfer, ...told };
  const html = registerFormPage({ ...frame, zone }, shown);
  return sendPage(reply, html, status);
}

function noSuchCase(context: ConsoleContext, reply: FastifyReply, number: string): FastifyReply {
  const words = `Nothing is to be registered as ${number.slice(0, 40)}.`;
  return sendMessage(context, reply, 404, 'No such registration', words);
}

function addressOf(number: string): string {
  return `/register/${encodeURIComponent(number)}`;
}

function readShown(text: string): FormValues {
  try {
    const shown: unknown = JSON.parse(text);
    return typeof shown === 'object' && shown !== null ? readValues(shown as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
