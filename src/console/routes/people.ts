import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { may } from '../../accounts/index.ts';
import { peoplePage } from '../pages/people.tsx';
import { personPage, type PersonForm } from '../pages/person.tsx';
import { readPeople } from '../queries/people.store.ts';
import { catalogueOf } from './catalogue-of.ts';
import { frameOf, sendMessage, sendPage, signedIn, type ConsoleContext } from './context.ts';

const channel = z.enum(['voice', 'sms']).catch('sms');
const askForm = z.object({ channel, number: z.string().max(60).catch('') });
const confirmForm = z.object({ channel, code: z.string().max(20).catch('') });
const linesForm = z.object({ lines: z.string().max(20).catch('') });
const quietForm = z.object({ quiet: z.string().max(20).catch('') });
type Of = { Params: { key: string } };

/** Who is on duty and how they can be reached; each person's own numbers; the card with ours. */
export function peopleRoutes(scope: FastifyInstance, context: ConsoleContext): void {
  const { db, clock, contacts, contactCard } = context.options;

  scope.get('/people', async (request, reply) => {
    const catalogue = await catalogueOf(context, request);
    const props = { catalogue, ...(await readPeople(db, clock.now())) };
    return sendPage(reply, peoplePage(await frameOf(context, request), context.desks, props));
  });

  scope.get('/contact-card.vcf', async (request, reply) =>
    reply
      .type('text/vcard; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="afterhours.vcf"')
      .send(contactCard((await catalogueOf(context, request)).people.card)),
  );

  const show = async (request: FastifyRequest, reply: FastifyReply, key: string, form?: PersonForm) => {
    const { people, duty } = await readPeople(db, clock.now());
    const person = people.find((of) => of.key === key);
    if (person === undefined) return refuse(context, request, reply, 404);
    const props = {
      catalogue: await catalogueOf(context, request),
      person,
      duty: duty.filter((seat) => seat.person.key === key),
      codes: await contacts.openCodes(key),
      mayChange: mayChange(request, key),
      maySetLines: may(signedIn(request).role, 'administer'),
      form,
    };
    // What is being typed must not be replaced under the hand.
    const frame = await frameOf(context, request, false);
    return sendPage(reply, personPage(frame, context.desks, props), form === undefined ? 200 : 422);
  };

  scope.get<Of>('/people/:key', (request, reply) => show(request, reply, request.params.key));

  scope.post<Of>('/people/:key/number', async (request, reply) => {
    const { key } = request.params;
    if (!mayChange(request, key)) return refuse(context, request, reply, 403);
    const typed = askForm.parse(request.body ?? {});
    const result = await contacts.ask(key, signedIn(request).name, typed);
    if (!result.ok) return show(request, reply, key, { of: 'number', ...typed, fault: result.fault });
    return reply.redirect(`/people/${encodeURIComponent(key)}#${typed.channel}`, 303);
  });

  scope.post<Of>('/people/:key/code', async (request, reply) => {
    const { key } = request.params;
    if (!mayChange(request, key)) return refuse(context, request, reply, 403);
    const typed = confirmForm.parse(request.body ?? {});
    const result = await contacts.confirm(key, signedIn(request).name, typed);
    if (!result.ok)
      return show(request, reply, key, { of: 'code', channel: typed.channel, fault: result.fault });
    return reply.redirect(`/people/${encodeURIComponent(key)}#${typed.channel}`, 303);
  });

  scope.post<Of>('/people/:key/lines', async (request, reply) => {
    const { key } = request.params;
    const { name, role } = signedIn(request);
    if (!may(role, 'administer')) return refuse(context, request, reply, 403, 'notYourLines');
    const { lines } = linesForm.parse(request.body ?? {});
    const result = await contacts.setLines(key, name, lines);
    if (!result.ok)
      return show(request, reply, key, { of: 'lines', channel: 'voice', lines, fault: result.fault });
    return reply.redirect(`/people/${encodeURIComponent(key)}#voice`, 303);
  });

  scope.post<Of>('/people/:key/quiet', async (request, reply) => {
    const { key } = request.params;
    if (!mayChange(request, key)) return refuse(context, request, reply, 403, 'notYourQuiet');
    const { quiet } = quietForm.parse(request.body ?? {});
    const result = await contacts.setQuiet(key, signedIn(request).name, quiet);
    if (!result.ok) return show(request, reply, key, { of: 'quiet', quiet, fault: result.fault });
    return reply.redirect(`/people/${encodeURIComponent(key)}#night`, 303);
  });
}

/** Everybody their own, supervisors everybody's. */
function mayChange(request: FastifyRequest, key: string): boolean {
  const { person, role } = signedIn(request);
  return person === key || may(role, 'administer');
}

/** There is nobody of that key, or their numbers are not this reader's to change. */
async function refuse(
  context: ConsoleContext,
  request: FastifyRequest,
  reply: FastifyReply,
  status: 403 | 404,
  why: 'notYourNumber' | 'notYourLines' | 'notYourQuiet' = 'notYourNumber',
): Promise<FastifyReply> {
  const catalogue = await catalogueOf(context, request);
  const { noPerson, noPersonHint, unchanged, [why]: notYours } = catalogue.refused;
  const [title, words] = status === 404 ? [noPerson, noPersonHint] : [unchanged, notYours];
  return sendMessage(context, reply, status, title, words, catalogue);
}
