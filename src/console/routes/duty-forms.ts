import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { removeLink, renewLink } from '../../calendars/index.ts';
import {
  answer,
  ask,
  desksOf,
  leave,
  loadDeskDuty,
  onDutyAt,
  override,
  readInstant,
  withdraw,
  type Doing,
} from '../../duty/index.ts';
import { loadPeople } from '../../people/index.ts';
import type { DutyFormFault } from '../../phrases/index.ts';
import type { DutyForm, DutyFormName } from '../pages/duty-forms.tsx';
import { catalogueOf } from './catalogue-of.ts';
import { sendMessage, signedIn, type ConsoleContext } from './context.ts';
import { maySetDuty, showDuty, watchedDesks } from './duty-view.ts';
import { requireRight } from './guards.ts';

const field = z.string().max(300).catch('');
const common = { desk: field, reason: field };
const overrideForm = z.object({ ...common, seat: field, person: field, from: field, to: field, why: field });
const leaveForm = z.object({
  ...{ ...common, person: field, why: field },
  ...{ from: field, fromTime: field, to: field, toTime: field },
});
const swapForm = z.object({ ...common, gives: field, takes: field, with: field, why: field });
const answerForm = z.object({
  ...common,
  id: z.uuid().catch(''),
  do: z.enum(['grant', 'refuse', 'withdraw']).catch('refuse'),
});
const calendarForm = z.object({
  desk: field,
  of: z.enum(['mine', 'desk']).catch('mine'),
  do: z.enum(['renew', 'end']).catch('renew'),
});

const seatForm = z.tuple([z.string(), z.string()]);
const shiftForm = z.tuple([z.string(), z.string(), z.iso.datetime(), z.iso.datetime()]);

/** Changes of duty: overrides by supervisors; leave, swaps and calendars by whoever they are of too. */
export function dutyFormRoutes(scope: FastifyInstance, context: ConsoleContext): void {
  const { db, clock } = context.options;
  const setting = { preHandler: requireRight(context, 'administer') };

  scope.post('/duty/override', setting, async (request, reply) => {
    const written = overrideForm.parse(request.body ?? {});
    const zone = context.desks.zoneOf(written.desk);
    const [role, seat] = readJson(seatForm, written.seat) ?? ['', ''];
    const from = readInstant(written.from, zone);
    const to = readInstant(written.to, zone);
    if (from === undefined || to === undefined || written.why.trim() === '')
      return shown(context, request, reply, 'override', written, notFilled(written, { from, to }));
    const doing = await doingOf(context, request, written.reason);
    const { desk, person, why } = written;
    const changed = await override(doing, { desk, role, seat, person, from, to, why: why.trim() });
    return shown(context, request, reply, 'override', written, changed);
  });

  scope.post('/duty/leave', async (request, reply) => {
    const written = leaveForm.parse(request.body ?? {});
    const person = whose(request, written.person);
    if (person === undefined) return notYours(context, request, reply);
    const zone = await zoneOfPerson(context, person, written.desk);
    const from = readInstant(withTime(written.from, written.fromTime), zone);
    const to = readInstant(withTime(written.to, written.toTime), zone, true);
    if (from === undefined || to === undefined)
      return shown(context, request, reply, 'leave', written, notFilled({ why: '-' }, { from, to }));
    const doing = await doingOf(context, request, written.reason);
    const changed = await leave(doing, { person, from, to, why: written.why.trim() });
    return shown(context, request, reply, 'leave', written, changed);
  });

  scope.post('/duty/swap', async (request, reply) => {
    const written = swapForm.parse(request.body ?? {});
    const gives = readShift(written.gives);
    const takes = readShift(written.takes);
    const doing = await doingOf(context, request, written.reason);
    const askedBy = gives && (await ownerOf(context, written.desk, gives));
    if (gives === undefined || askedBy === undefined || written.why.trim() === '') {
      const faults = [
        ...(askedBy === undefined ? [{ kind: 'shift-gone' } as const] : []),
        ...(written.why.trim() === '' ? [{ kind: 'no-why-of-swap' } as const] : []),
      ];
      return shown(context, request, reply, 'swap', written, { ok: false, faults });
    }
    if (whose(request, askedBy) !== askedBy) return notYours(context, request, reply);
    const changed =
      takes !== undefined && takes.role !== gives.role
        ? { ok: false as const, faults: [{ kind: 'two-roles' as const }] }
        : await ask(doing, {
            ...{ desk: written.desk, role: gives.role, askedBy, askedOf: written.with },
            ...{ gives, takes, why: written.why.trim() },
          });
    return shown(context, request, reply, 'swap', written, changed);
  });

  scope.post('/duty/answer', async (request, reply) => {
    const written = answerForm.parse(request.body ?? {});
    const as = maySetDuty(request) ? undefined : signedIn(request).person;
    if (as === undefined && !maySetDuty(request)) return notYours(context, request, reply);
    const doing = await doingOf(context, request, written.reason);
    const changed =
      written.do === 'withdraw'
        ? await withdraw(doing, written.id, as)
        : await answer(doing, written.id, written.do === 'grant' ? 'granted' : 'refused', as);
    return shown(context, request, reply, 'answer', written, changed);
  });

  scope.post('/duty/calendar', async (request, reply) => {
    const { desk, of, do: wanted } = calendarForm.parse(request.body ?? {});
    const { person, name } = signedIn(request);
    const isKnown = context.options.scripts.some((script) => script.desk === desk);
    const owner = of === 'mine' ? person && { person } : maySetDuty(request) && isKnown && { desk };
    if (!owner) return notYours(context, request, reply);
    if (wanted === 'end') await removeLink(db, owner);
    else await renewLink(db, owner, { by: name, now: clock.now() });
    return reply.redirect(`/duty?desk=${encodeURIComponent(desk)}#calendars`, 303);
  });
}

/** Who does it, with everything that a change is judged by. */
export async function doingOf(
  context: ConsoleContext,
  request: FastifyRequest,
  reason: string,
): Promise<Doing> {
  const { db, clock } = context.options;
  const [people, desks] = await Promise.all([loadPeople(db.$client), watchedDesks(context)]);
  return { db, people, desks, by: signedIn(request).name, now: clock.now(), reason: reason.slice(0, 200) };
}

/** Whose it is: anybody's where a supervisor asks, else the own; undefined where that is nobody. */
export function whose(request: FastifyRequest, wanted: string): string | undefined {
  return maySetDuty(request) ? wanted : signedIn(request).person;
}

/** The clock by which a person's leave is meant: that of the page's desk, unless they are only at others. */
export async function zoneOfPerson(context: ConsoleContext, person: string, desk: string): Promise<string> {
  const mine = await desksOf(context.options.db.$client, person);
  const [first = desk] = mine;
  return context.desks.zoneOf(mine.includes(desk) ? desk : first);
}

/** What keeps a form from being followed. */
type Refused = { ok: false } & Pick<DutyForm, 'faults' | 'fileFaults'> & Partial<Pick<DutyForm, 'gaps'>>;

/** The page again where the change was not made; else on to where it is seen. */
export async function shown(
  context: ConsoleContext,
  request: FastifyRequest,
  reply: FastifyReply,
  name: DutyFormName,
  written: Readonly<Record<string, string>> & { desk: string },
  changed: { ok: true } | Refused,
): Promise<FastifyReply> {
  if (changed.ok) return reply.redirect(`/duty?desk=${encodeURIComponent(written.desk)}#changes`, 303);
  const { faults, fileFaults = [], gaps = [] } = changed;
  const form = { name, written, faults, fileFaults, gaps };
  return showDuty(context, request, reply, { desk: written.desk, form });
}

/** Refuses what is somebody else's to do. */
export async function notYours(
  context: ConsoleContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const catalogue = await catalogueOf(context, request);
  const { unchanged, notYourDuty } = catalogue.refused;
  return sendMessage(context, reply, 403, unchanged, notYourDuty, catalogue);
}

function notFilled(
  { why }: { why: string },
  times: { from: Date | undefined; to: Date | undefined },
): Refused {
  const faults: DutyFormFault[] = [
    ...(times.from === undefined ? [{ kind: 'no-from' } as const] : []),
    ...(times.to === undefined ? [{ kind: 'no-to' } as const] : []),
    ...(why.trim() === '' ? [{ kind: 'no-why' } as const] : []),
  ];
  return { ok: false, faults };
}

const withTime = (date: string, time: string): string => (time === '' ? date : `${date}T${time}`);

function readJson<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function readShift(text: string) {
  const read = readJson(shiftForm, text);
  if (read === undefined) return undefined;
  const [role, seat, from, to] = read;
  return { role, seat, from: new Date(from), to: new Date(to) };
}

/** Who has a shift that was chosen: what the page offered may have changed since. */
async function ownerOf(
  { options }: ConsoleContext,
  desk: string,
  { role, seat, from, to }: { role: string; seat: string; from: Date; to: Date },
): Promise<string | undefined> {
  if (!(from < to) || to.getTime() - from.getTime() > 400 * 86_400_000) return undefined;
  const duty = await loadDeskDuty(options.db.$client, desk, from, to);
  return onDutyAt(duty, from).find((of) => of.role === role && of.seat === seat)?.person;
}
