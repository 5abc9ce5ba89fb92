import { carrierOfCustomer } from '../calls/index.ts';
import type { Queryable } from '../database/index.ts';
import { takesCall } from '../ivr/index.ts';
import { newId, type PhoneNumber } from '../kernel/index.ts';
import { notePage, reservePhones } from '../paging/index.ts';
import { ringSecondsOf } from './ring-time.store.ts';
import { scriptOf, senderOf, type Service, type Unit } from '../service/index.ts';

interface WaitingPage {
  id: string;
  caseId: string;
  person: string;
  desk: string;
  plan: string;
  /** How many lines the phone has. */
  lines: number;
}

/**
 * A phone is free again: voice pages that waited for it go out in one call, however many cases they are about; callers who want
 * a phone of several lines to answer, each in a call of their own. Those whose next round is due, or that somebody is just
 * settling, are left to them: rounds of several cases and calls that end at several phones would else wait for one another in
 * a circle.
 */
export async function callForWaitingPages(service: Service, unit: Unit, address: string): Promise<void> {
  const { rows } = await unit.tx.query<WaitingPage>(
    `SELECT p.id, p.case_id AS "caseId", p.person, g.desk, g.plan, coalesce(m.lines, 1) AS lines
     FROM page p JOIN paging g ON g.id = p.paging_id AND g.status = 'open'
       JOIN support_case s ON s.id = p.case_id
       LEFT JOIN contact_method m ON m.person = p.person AND m.channel = 'voice' AND m.address = p.address
     WHERE p.address = $1 AND p.channel = 'voice' AND p.settled_at IS NULL AND p.call_id IS NULL
       AND g.next_round_at > $2
     ORDER BY s.severity NULLS LAST, s.opened_at
     FOR NO KEY UPDATE OF p SKIP LOCKED`,
    [address, unit.now],
  );
  const isAlone = ({ desk, plan, lines }: WaitingPage) => {
    const script = scriptOf(service, desk);
    return lines > 1 && script !== undefined && takesCall(script, plan);
  };
  for (const pages of inCalls(rows, isAlone)) await callFor(service, unit, address, pages, isAlone(pages[0]));
}

type SomePages = [WaitingPage, ...WaitingPage[]];

/** Which pages go out together: those alone that have a call of their own, and of the others those of the first person. */
function inCalls(rows: readonly WaitingPage[], isAlone: (page: WaitingPage) => boolean): SomePages[] {
  const calls: SomePages[] = [];
  let together: SomePages | undefined;
  for (const row of rows) {
    if (isAlone(row)) calls.push([row]);
    else if (!together) calls.push((together = [row]));
    else if (together[0].person === row.person) together.push(row);
  }
  return calls;
}

async function callFor(
  service: Service,
  unit: Unit,
  address: string,
  pages: SomePages,
  isAlone: boolean,
): Promise<void> {
  const [first] = pages;
  const script = scriptOf(service, first.desk);
  if (!script) return;
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
    ...(isAlone && { lines: first.lines, only_case: first.caseId }),
  };
  if (!(await reservePhones(unit.tx, [call], 'page', unit.now)).has(id)) return;
  await unit.tx.query(
    `UPDATE page SET call_id = $2, status = 'sending', attempted_at = $3 WHERE id = ANY($1::uuid[])`,
    [pages.map((page) => page.id), id, unit.now],
  );
  for (const page of pages) notePage(unit, page.id, 'phone-free', { call: id });
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
