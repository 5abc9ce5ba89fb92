import { carrierOfCustomer } from '../calls/index.ts';
import { newId, type PhoneNumber } from '../kernel/index.ts';
import { notePage, reservePhones } from '../paging/index.ts';
import type { Queryable } from '../database/index.ts';
import { ringSecondsOf } from './ring-time.store.ts';
import { scriptOf, senderOf, type Service, type Unit } from '../service/index.ts';

/**
 * A phone is free again: voice pages that waited for it go out in one call, however many cases they are about. Those whose
 * next round is due, or that somebody is just settling, are left to them: rounds of several cases and calls that end at
 * several phones would else wait for one another in a circle.
 */
export async function callForWaitingPages(service: Service, unit: Unit, address: string): Promise<void> {
  const { rows } = await unit.tx.query<{ id: string; caseId: string; person: string; desk: string }>(
    `SELECT p.id, p.case_id AS "caseId", p.person, g.desk FROM page p JOIN paging g ON g.id = p.paging_id AND g.status = 'open'
       JOIN support_case s ON s.id = p.case_id
     WHERE p.address = $1 AND p.channel = 'voice' AND p.settled_at IS NULL AND p.call_id IS NULL
       AND g.next_round_at > $2
     ORDER BY s.severity NULLS LAST, s.opened_at
     FOR NO KEY UPDATE OF p SKIP LOCKED`,
    [address, unit.now],
  );
  const first = rows[0];
  const script = first && scriptOf(service, first.desk);
  if (!first || !script) return;
  const { areSeveral } = service.carriers;
  const wish = areSeveral ? await carrierOfCustomer(unit.db, first.caseId) : undefined;
  const from = senderOf(service, script, { channel: 'voice', now: unit.now, wish });
  const id = newId(unit.now);
  const call = {
    id,
    desk: first.desk,
    person: first.person,
    from_number: from,
    to_number: address,
    carrier: service.carriers.of(from),
    attempt: 1,
  };
  if (!(await reservePhones(unit.tx, [call], 'page', unit.now)).has(id)) return;
  const pages = rows.filter((row) => row.person === first.person).map((row) => row.id);
  await unit.tx.query(
    `UPDATE page SET call_id = $2, status = 'sending', attempted_at = $3 WHERE id = ANY($1::uuid[])`,
    [pages, id, unit.now],
  );
  for (const page of pages) notePage(unit, page, 'phone-free', { call: id });
  const order = {
    from,
    to: address as PhoneNumber,
    answerUrl: service.urls.leg(id),
    statusUrl: service.urls.callStatus(id),
    ringTimeoutSeconds: await ringSecondsOf(service, unit.tx, id),
  };
  unit.order({ kind: 'call.place', id, urgency: 0, call: order });
}

/** Whether voice pages of open pagings wait for this phone. */
export async function pagesWaitFor(db: Queryable, address: string): Promise<boolean> {
  const { rows } = await db.query(
    `SELECT 1 FROM page p JOIN paging g ON g.id = p.paging_id AND g.status = 'open'
     WHERE p.address = $1 AND p.channel = 'voice' AND p.settled_at IS NULL AND p.call_id IS NULL LIMIT 1`,
    [address],
  );
  return rows.length > 0;
}
