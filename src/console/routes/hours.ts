import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { may } from '../../accounts/index.ts';
import {
  hoursWith,
  listOwnDates,
  loadOwnHours,
  readDate,
  removeOwnDate,
  setOwnDate,
} from '../../own-hours/index.ts';
import { hoursPage, type HoursForm } from '../pages/hours.tsx';
import { specialDays } from '../pages/special-days.ts';
import { dayKey } from '../words/time.ts';
import { catalogueOf } from './catalogue-of.ts';
import { frameOf, sendMessage, sendPage, signedIn, type ConsoleContext } from './context.ts';
import { requireRight } from './guards.ts';

const keptMs = 400 * 86_400_000;
const field = z.string().max(500).catch('');
const setForm = z.object({ desk: field, date: field, does: field, hours: field, why: field });
const removeForm = z.object({ id: z.uuid().catch('') });

/** When each desk's office is open, and the dates on which it does something else. Set by supervisors. */
export function hoursRoutes(scope: FastifyInstance, context: ConsoleContext): void {
  const { db, clock, scripts } = context.options;

  const show = async (request: FastifyRequest, reply: FastifyReply, form?: HoursForm) => {
    const now = clock.now();
    const catalogue = await catalogueOf(context, request);
    const since = new Date(now.getTime() - keptMs);
    const [own, dates] = await Promise.all([loadOwnHours(db.$client, now), listOwnDates(db.$client, since)]);
    const desks = scripts.map((script) => {
      const hours = hoursWith(script, own);
      const mine = dates.filter(({ desk }) => desk === script.desk);
      return {
        desk: script.desk,
        name: script.name,
        hours,
        days: specialDays(hours, now, mine, catalogue.language),
        dates: mine,
      };
    });
    const props = { catalogue, desks, form, maySet: may(signedIn(request).role, 'administer') };
    const frame = await frameOf(context, request, form === undefined);
    return sendPage(reply, hoursPage(frame, props), form === undefined ? 200 : 422);
  };

  scope.get('/hours', (request, reply) => show(request, reply));

  const setting = { preHandler: requireRight(context, 'administer') };

  scope.post('/hours/set', setting, async (request, reply) => {
    const written = setForm.parse(request.body ?? {});
    const script = scripts.find(({ desk }) => desk === written.desk);
    if (script === undefined) {
      const catalogue = await catalogueOf(context, request);
      const { noDesk, noDeskHint } = catalogue.refused;
      return sendMessage(context, reply, 404, noDesk, noDeskHint, catalogue);
    }
    const read = readDate(written, dayKey(clock.now(), script.timeZone));
    if (!read.ok) return show(request, reply, { written, faults: read.faults });
    await setOwnDate(db, clock.now(), signedIn(request).name, { desk: script.desk, ...read.set });
    return reply.redirect(`/hours#${script.desk}`, 303);
  });

  scope.post('/hours/remove', setting, async (request, reply) => {
    const { id } = removeForm.parse(request.body ?? {});
    if (id !== '') await removeOwnDate(db.$client, clock.now(), signedIn(request).name, id);
    return reply.redirect('/hours', 303);
  });
}
