import type { Site } from './site.ts';

/** What the carrier took of us for pages. */
export interface PagesTaken {
  handedOver: number;
  /** Of a page that it had taken already: the same order carried out twice, or a try given up for lost that came after all. */
  doubled: number;
  /** How many milliseconds after the end of their paging, by an acceptance, pages were taken; those before it not. */
  afterAcceptanceMs: number[];
}

/** Compares what the carrier took with the books: both have the clock of this machine. */
export async function pagesTaken(site: Site): Promise<PagesTaken> {
  const { calls, messages } = site.phones.carrier;
  const idOf = (url: string | undefined) => /\/(?:leg|text)\/([0-9a-f-]{36})\//.exec(url ?? '')?.[1] ?? '';
  const orders = [...calls.values(), ...messages.values()]
    .filter(({ direction }) => direction === 'outbound-api')
    .map(({ statusHook, createdAt }) => ({ id: idOf(statusHook?.url), atMs: createdAt.getTime() }));
  const pageOf = new Map((await pagesOfOrders(site)).map((row) => [row.id, row]));
  const taken = orders.flatMap(({ id, atMs }) => {
    const page = pageOf.get(id);
    return page === undefined ? [] : [{ ...page, atMs }];
  });
  return {
    handedOver: taken.length,
    doubled: taken.length - new Set(taken.map(({ page }) => page)).size,
    afterAcceptanceMs: taken
      .map(({ atMs, acceptedAt }) => (acceptedAt === null ? 0 : atMs - acceptedAt.getTime()))
      .filter((ms) => ms > 0),
  };
}

/** A call speaks for several cases: it is late only when all of them had been taken. */
async function pagesOfOrders(site: Site) {
  const { rows } = await site.pool.query<{ id: string; page: string; acceptedAt: Date | null }>(
    `WITH tried AS (
       SELECT coalesce(p.call_id, p.text_id)::text AS id, p.id AS page FROM page p
         WHERE coalesce(p.call_id, p.text_id) IS NOT NULL
       UNION SELECT e.data ->> 'instead', e.page_id FROM page_event e WHERE e.event = 'tried-again')
     SELECT t.id, min(t.page::text) AS page,
       CASE WHEN bool_and(g.status = 'acknowledged') THEN max(g.ended_at) END AS "acceptedAt"
     FROM tried t JOIN page p ON p.id = t.page JOIN paging g ON g.id = p.paging_id GROUP BY t.id`,
  );
  return rows;
}
