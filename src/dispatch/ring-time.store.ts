import type { Queryable } from '../database/index.ts';
import { scriptOf, type Service } from '../service/index.ts';

/** A phone on a night table, and still before most voicemail boxes. */
const USUAL_RING_SECONDS = 25;

/**
 * How long a call of ours rings that goes out later than its round, in seconds: as long as the most patient plan of the
 * pages that it carries says. A call that carries none rings as usual.
 */
export async function ringSecondsOf(
  service: Pick<Service, 'scripts'>,
  db: Queryable,
  callId: string,
): Promise<number> {
  const { rows } = await db.query<{ desk: string; plan: string }>({
    name: 'call-plans',
    text: `SELECT DISTINCT g.desk, g.plan FROM page p JOIN paging g ON g.id = p.paging_id WHERE p.call_id = $1`,
    values: [callId],
  });
  const waits = rows.map(({ desk, plan }) => scriptOf(service, desk)?.plans[plan]?.ringSeconds);
  const known = waits.filter((seconds) => seconds !== undefined);
  return known.length === 0 ? USUAL_RING_SECONDS : Math.max(...known);
}
