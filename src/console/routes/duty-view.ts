import type { FastifyReply, FastifyRequest } from 'fastify';
import { may } from '../../accounts/index.ts';
import type { CoverageHours } from '../../coverage/index.ts';
import type { WatchedDesk } from '../../duty/index.ts';
import { hoursWith, loadOwnHours } from '../../own-hours/index.ts';
import { catalogueOf } from './catalogue-of.ts';
import type { DutyForm } from '../pages/duty-forms.tsx';
import { dayAfter, mondayOf, weekFrom } from '../pages/duty-week.ts';
import { dutyPage } from '../pages/duty.tsx';
import { readDuty } from '../queries/duty.store.ts';
import { frameOf, sendMessage, sendPage, signedIn, type ConsoleContext } from './context.ts';

/** What the page is asked to show. */
export interface DutyView {
  /** Undefined: the first. */
  desk?: string | undefined;
  /** The first day, `YYYY-MM-DD`; undefined: this week's Monday. */
  from?: string | undefined;
  weeks?: 2 | 4;
  /** Undefined: now. */
  at?: Date | undefined;
  form?: DutyForm | undefined;
  done?: string | undefined;
}

/** Every desk with when its office answers, dates set in the console included. */
export async function watchedDesks(
  context: ConsoleContext,
): Promise<(WatchedDesk & { hours: CoverageHours; zone: string })[]> {
  const { db, clock, scripts } = context.options;
  const own = await loadOwnHours(db.$client, clock.now());
  return scripts.map((script) => ({ script, hours: hoursWith(script, own), zone: script.timeZone }));
}

/** Who follows whom is asked of so much after the instant that is shown. */
const nextShiftMs = 2 * 86_400_000;

/** Whether whoever asks may change the duty of others. */
export function maySetDuty(request: FastifyRequest): boolean {
  return may(signedIn(request).role, 'administer');
}

/** Sends the page of a desk's duty, with a form that was refused where there is one. */
export async function showDuty(
  context: ConsoleContext,
  request: FastifyRequest,
  reply: FastifyReply,
  view: DutyView,
): Promise<FastifyReply> {
  const { db, clock, publicUrl } = context.options;
  const now = clock.now();
  const desks = await watchedDesks(context);
  const watched = desks.find(({ script }) => script.desk === view.desk) ?? desks[0];
  const catalogue = await catalogueOf(context, request);
  if (watched === undefined || (view.desk !== undefined && watched.script.desk !== view.desk)) {
    const { noDesk, noDeskHint } = catalogue.refused;
    return sendMessage(context, reply, 404, noDesk, noDeskHint, catalogue);
  }
  const { zone, hours } = watched;
  const first = view.from ?? mondayOf(now, zone);
  const weeks = Array.from({ length: view.weeks ?? 2 }, (_, index) =>
    weekFrom(dayAfter(first, 7 * index), hours, catalogue.language),
  );
  const at = view.at ?? now;
  const days = weeks.flat();
  const shown = [
    ...(days[0] === undefined ? [] : [{ from: days[0].from, to: days.at(-1)?.to ?? days[0].to }]),
    ...(view.at === undefined ? [] : [{ from: at, to: new Date(at.getTime() + nextShiftMs) }]),
  ];
  const { person } = signedIn(request);
  const otherDesks = desks.flatMap(({ script }) => (script === watched.script ? [] : [script.desk]));
  const facts = await readDuty(db, watched, { now, shown, person, otherDesks });
  const { form, done } = view;
  const frame = await frameOf(context, request, form === undefined && done === undefined);
  const props = { catalogue, desk: watched.script.desk, zone, facts, weeks, at, publicUrl, form, done };
  const html = dutyPage(frame, context.desks, { ...props, maySet: maySetDuty(request) });
  return sendPage(reply, html, form === undefined ? 200 : 422);
}
