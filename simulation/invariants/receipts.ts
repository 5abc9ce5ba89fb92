import type pg from 'pg';
import type { World } from '../world.ts';

const EVENTS = ['page_event', 'case_event', 'call_event']
  .map((table) => `SELECT '${table} ' || id AS id, md5(e::text) AS content FROM ${table} e`)
  .join(' UNION ALL ');

const RECEIPTS = `
  SELECT c.id, c.carrier_id FROM call c WHERE c.purpose = 'page' AND (
    EXISTS (SELECT 1 FROM page p WHERE p.call_id = c.id) OR EXISTS (
      SELECT 1 FROM page_event e WHERE c.id::text IN (e.data ->> 'instead', e.data ->> 'call') OR e.data ->> 'carrierId' = c.carrier_id))
  UNION ALL
  SELECT t.id, t.carrier_id FROM text_message t WHERE t.purpose = 'page' AND (
    EXISTS (SELECT 1 FROM page p WHERE p.text_id = t.id) OR EXISTS (
      SELECT 1 FROM page_event e WHERE e.data ->> 'instead' = t.id::text OR e.data ->> 'carrierId' = t.carrier_id))`;

/**
 * Receipts and timelines only grow: what stood there stands there still. And every page that was handed to the carrier
 * is on a receipt. Looked at now and then, since it reads every line.
 */
export function receipts(): (world: World) => Promise<string | undefined> {
  const known = new Map<string, string>();
  return async ({ observer, carrier }) => {
    const { rows } = await observer.query<{ id: string; content: string }>({ name: 'events', text: EVENTS });
    const now = new Map(rows.map((row) => [row.id, row.content]));
    for (const [id, content] of known) {
      if (now.get(id) !== content) return `${id} was ${now.has(id) ? 'altered' : 'deleted'}`;
    }
    for (const [id, content] of now) known.set(id, content);
    return offReceipt(observer, carrier);
  };
}

async function offReceipt(observer: pg.Client, carrier: World['carrier']): Promise<string | undefined> {
  const { rows } = await observer.query<{ id: string }>({ name: 'receipts', text: RECEIPTS });
  const onReceipt = new Set(rows.map((row) => row.id));
  const purposes = await observer.query<{ id: string }>(
    `SELECT id FROM call WHERE purpose = 'page' UNION ALL SELECT id FROM text_message WHERE purpose = 'page'`,
  );
  const pages = new Set(purposes.rows.map((row) => row.id));
  const known = await observer.query<{ id: string }>(
    `SELECT id FROM call UNION ALL SELECT id FROM text_message WHERE direction = 'outbound'`,
  );
  const books = new Set(known.rows.map((row) => row.id));
  const handed = [
    ...carrier.legs.map((leg) => ({ rowId: leg.start.rowId, to: leg.phone })),
    ...carrier.texts.map((text) => ({ rowId: text.rowId, to: text.to })),
  ];
  for (const { rowId, to } of handed) {
    if (rowId === undefined) continue;
    if (!books.has(rowId))
      return `the carrier was asked to reach ${to} for ${rowId}, which is not in the books`;
    if (pages.has(rowId) && !onReceipt.has(rowId))
      return `a page to ${to} was handed to the carrier and is on no receipt`;
  }
  return undefined;
}
