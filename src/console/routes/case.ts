import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { may } from '../../accounts/index.ts';
import type { Actor, ConsoleActions } from '../actions.ts';
import type { FormFault } from '../pages/case-forms.tsx';
import { casePage } from '../pages/case.tsx';
import { readCase } from '../queries/case.store.ts';
import { readResponders } from '../queries/people.store.ts';
import { deskOfCase, readCaseWork } from '../queries/case-work.store.ts';
import { refuse, workForms, type FormResult, type WorkForm } from './work-forms.ts';
import { catalogueOf } from './catalogue-of.ts';
import { actor, frameOf, sendMessage, sendPage, signedIn, type ConsoleContext } from './context.ts';

interface FormWork extends Pick<WorkForm, 'form' | 'anchor'> {
  run(actions: ConsoleActions, number: string, by: Actor, typed: Typed, zone: string): Promise<FormResult>;
}

const typedForm = z.object({
  text: z.string().trim().max(4000).catch(''),
  person: z.string().trim().max(100).catch(''),
  note: z.string().trim().max(500).catch(''),
  buildNumber: z.string().trim().max(60).catch(''),
  plan: z.string().trim().max(100).catch(''),
  how: z.string().trim().max(10).catch(''),
  reason: z.string().trim().max(500).catch(''),
  code: z.string().trim().max(100).catch(''),
  what: z.string().trim().max(2000).catch(''),
  where: z.string().trim().max(500).catch(''),
  tracking: z.string().trim().max(100).catch(''),
  until: z.string().trim().max(20).catch(''),
  why: z.string().trim().max(2000).catch(''),
  assessment: z.string().trim().max(20).catch(''),
});
type Typed = z.infer<typeof typedForm>;

const forms: readonly FormWork[] = [
  {
    form: 'note',
    anchor: 'notes',
    run: (actions, number, by, { text }) =>
      text === '' ? refuse('note-empty') : actions.addNote(number, by, { text }),
  },
  {
    form: 'direct',
    anchor: 'life',
    run: (actions, number, by, { person }) =>
      person === '' ? refuse('nobody-in-contact') : actions.recordReachedDirectly(number, by, { person }),
  },
  {
    form: 'contact',
    anchor: 'life',
    run: (actions, number, by, { person, note }) =>
      actions.recordContact(number, by, { person: person === '' ? undefined : person, note }),
  },
  {
    form: 'fix',
    anchor: 'life',
    run: (actions, number, by, { buildNumber }) =>
      /^[\w.+ -]{1,60}$/.test(buildNumber)
        ? actions.enterBuildNumber(number, by, { buildNumber })
        : refuse('build-malformed'),
  },
  {
    form: 'close',
    anchor: 'life',
    run: (actions, number, by, { reason, code }) =>
      actions.close(number, by, {
        reason: reason === '' ? undefined : reason,
        code: code === '' ? undefined : code,
      }),
  },
  {
    form: 'transfer',
    anchor: 'transfer',
    run: (actions, number, by, { plan, how }) =>
      actions.handOn(number, by, { plan: plan === '' ? undefined : plan, isWarm: how === 'warm' }),
  },
  {
    form: 'page-now',
    anchor: 'rec',
    run: (actions, number, by) => actions.pageNextRound(number, by),
  },
  ...workForms,
];

interface CaseRoute {
  Params: { number: string };
  Querystring: { zoom?: string };
}

/** The page of one case, and what can be done to it. */
export function caseRoutes(scope: FastifyInstance, context: ConsoleContext): void {
  scope.get<CaseRoute>('/cases/:number', async (request, reply) => showCase(context, request, reply));

  for (const work of forms) {
    const { form, anchor } = work;
    scope.post<CaseRoute>(`/cases/:number/${form}`, async (request, reply) => {
      const { number } = request.params;
      if (form === 'page-now' && !may(signedIn(request).role, 'page')) {
        const catalogue = await catalogueOf(context, request);
        const { unchanged, notForRole } = catalogue.refused;
        const words = notForRole(signedIn(request).role);
        return sendMessage(context, reply, 403, unchanged, words, catalogue);
      }
      const typed = typedForm.parse(request.body ?? {});
      const zone = await zoneOfCase(context, number);
      const result = await work.run(context.options.actions, number, actor(request), typed, zone);
      if (result.ok) return reply.redirect(`/cases/${encodeURIComponent(number)}#${anchor}`, 303);
      return showCase(context, request, reply, { form, why: result.why, typed });
    });
  }
}

async function showCase(
  context: ConsoleContext,
  request: FastifyRequest<CaseRoute>,
  reply: FastifyReply,
  fault?: FormFault,
): Promise<FastifyReply> {
  const { db } = context.options;
  const { number } = request.params;
  const catalogue = await catalogueOf(context, request);
  const facts = await readCase(db, number);
  if (facts === undefined) {
    const { head } = catalogue.cases.page;
    const words = head.nothingKnown(number.slice(0, 40));
    return sendMessage(context, reply, 404, head.noSuchCase, words, catalogue);
  }
  const frame = await frameOf(context, request, fault === undefined);
  const zoom = request.query.zoom === 'whole' ? 'whole' : 'start';
  const [responders, work, targets] = await Promise.all([
    readResponders(db),
    readCaseWork(db, facts),
    context.options.actions.handOnTargets(facts.number),
  ]);
  const html = casePage(frame, context.desks, {
    ...{ catalogue, facts, zoom, responders, targets, fault, work },
  });
  return sendPage(reply, html, fault === undefined ? 200 : 422);
}

/** By whose clock times are typed on a case's page. */
async function zoneOfCase({ options, desks }: ConsoleContext, number: string): Promise<string> {
  return desks.zoneOf((await deskOfCase(options.db, number)) ?? '');
}
