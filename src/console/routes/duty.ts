import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readInstant } from '../../duty/index.ts';
import { readDay } from '../pages/duty-week.ts';
import type { ConsoleContext } from './context.ts';
import { showDuty } from './duty-view.ts';

// What means nothing is not asked for: an old address must not be an error page.
const text = z.string().max(100).optional().catch(undefined);
const asked = z.object({ desk: text, from: text, at: text, weeks: z.enum(['2', '4']).catch('2') });

/** Years in which somebody may look: further away the calculation is long, and says nothing. */
const earliest = Date.UTC(2020, 0, 1);
const latestMs = 2 * 366 * 86_400_000;

/** The page that says who is on duty for a desk, and when. */
export function dutyRoutes(scope: FastifyInstance, context: ConsoleContext): void {
  scope.get('/duty', (request, reply) => {
    const { desk, from, at, weeks } = asked.parse(request.query ?? {});
    const zone = desk === undefined ? context.desks.homeZone : context.desks.zoneOf(desk);
    const now = context.options.clock.now().getTime();
    const isNear = (ms: number): boolean => ms >= earliest && ms <= now + latestMs;
    const day = readDay(from);
    const instant = at === undefined ? undefined : readInstant(at, zone);
    return showDuty(context, request, reply, {
      desk,
      from: day !== undefined && isNear(Date.parse(day)) ? day : undefined,
      weeks: weeks === '4' ? 4 : 2,
      at: instant !== undefined && isNear(instant.getTime()) ? instant : undefined,
    });
  });
}
