import type { Case } from '../cases/index.ts';
import { takesCall } from '../ivr/index.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import { personName } from '../people/index.ts';
import { phrasesFor } from '../phrases/index.ts';
import { scriptOf, urgencyOf, type Service, type Unit } from '../service/index.ts';
import { sendText } from '../texts/index.ts';
import { notePage } from './page.store.ts';
import type { Paging } from './paging.store.ts';

/**
 * Tells everybody else who was paged that the case is taken: unsettled pages end, phones stop ringing, people who are
 * listening hear who has it, and each gets a text without a reply code. `by` is the person who took it, whose own
 * phone goes on ringing when picking it up would put them through to the caller: `by.isWanted`.
 */
export async function standDownOthers(
  service: Service,
  unit: Unit,
  found: Case,
  ended: Paging,
  by: { person: string; isWanted: boolean },
): Promise<void> {
  await endPages(unit, ended, by.person);
  await endCalls(unit, found, by.isWanted ? by.person : undefined);
  await textOthers(service, unit, found, ended, by.person);
}

/** The taker's own other pages are no longer needed either, but nobody else has taken the case from them. */
async function endPages(unit: Unit, ended: Paging, by: string): Promise<void> {
  const { rows } = await unit.tx.query<{ id: string; person: string; via: string | null }>(
    `UPDATE page SET status = 'stood-down', settled_at = $2 FROM paging g
     WHERE page.paging_id = $1 AND page.settled_at IS NULL AND g.id = page.paging_id
     RETURNING page.id, page.person, g.acknowledged_via AS via`,
    [ended.id, unit.now],
  );
  for (const { id, person, via } of rows) {
    if (person === by) notePage(unit, id, 'answered-elsewhere', via === null ? {} : { via });
    else notePage(unit, id, 'stood-down', { takenBy: by });
  }
}

/**
 * Ends or turns the others' live page calls about this case, also those that speak it to somebody who has missed the
 * call of its own. A call that also speaks other open cases goes on with those. The phone of `spared` is left alone.
 */
export async function endCalls(unit: Unit, found: Case, spared: string | undefined): Promise<void> {
  const { rows } = await unit.tx.query<{ id: string; answered: boolean; others: boolean }>(
    `WITH live AS MATERIALIZED (
       SELECT c.id, c.answered_at FROM call c
       WHERE c.ended_at IS NULL AND c.purpose = 'page' AND c.place = 'offer'
         AND NOT (c.status = 'lost' AND c.carrier_id IS NULL) AND c.person IS DISTINCT FROM $2 AND c.person IN (SELECT person FROM page WHERE case_id = $1))
     SELECT c.id, c.answered_at IS NOT NULL OR spoken.something AS answered,
       EXISTS (SELECT 1 FROM page o JOIN paging g ON g.id = o.paging_id AND g.status = 'open'
               WHERE o.call_id = c.id AND o.case_id <> $1) AS others
     FROM live c CROSS JOIN LATERAL (
       SELECT count(*) > 0 AS something, bool_or(e.data -> 'cases' ? $3) AS this
       FROM call_event e WHERE e.call_id = c.id AND e.event = 'offered') spoken
     WHERE spoken.this OR EXISTS (SELECT 1 FROM page p WHERE p.call_id = c.id AND p.case_id = $1)`,
    [found.id, spared ?? null, found.number],
  );
  for (const row of rows) {
    if (!row.answered && row.others) continue;
    const kind = row.answered ? 'call.redirect' : 'call.cancel';
    unit.order({ kind, id: row.id, urgency: urgencyOf(found.severity) });
  }
}

async function textOthers(
  service: Service,
  unit: Unit,
  found: Case,
  ended: Paging,
  by: string,
): Promise<void> {
  const script = scriptOf(service, found.desk);
  // Whoever was asked to take a call was asked by no text, and needs none to know that somebody else has it.
  if (!script || takesCall(script, ended.plan)) return;
  const { rows } = await unit.tx.query<{ person: string; address: PhoneNumber }>(
    `SELECT m.person, m.address FROM contact_method m
     WHERE m.channel = 'sms' AND m.state = 'ok' AND m.person <> $2
       AND EXISTS (SELECT 1 FROM page p WHERE p.paging_id = $1 AND p.person = m.person)
     ORDER BY m.person`,
    [ended.id, by],
  );
  const name = (await personName(unit.tx, by)) ?? by;
  // In the desk's language: it is a word of the desk to its own people.
  const body = phrasesFor(script.language).standDownText(found.number, name);
  for (const { person, address } of rows) {
    sendText(service, unit, {
      purpose: 'stand-down',
      script,
      to: address,
      body,
      person,
      caseId: found.id,
      urgency: 4,
    });
  }
}
