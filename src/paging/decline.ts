import { lockCase, noteCase, type Case } from '../cases/index.ts';
import { urgencyOf, type Unit } from '../service/index.ts';
import { notePage } from './page.store.ts';
import { lockOpenPaging, type Paging } from './paging.store.ts';

/** Between two rounds lies at least this, so that phones that decline by themselves cannot make us dial without end. */
const LEAST_ROUND_MS = 3_000;

/**
 * A person refuses a case until a round asks them again. When everybody of the round has, the next one begins at once rather than
 * after its wait. Undefined when nothing was open to refuse.
 */
export async function declineCase(unit: Unit, caseId: string, person: string): Promise<Case | undefined> {
  const found = await lockCase(unit.db, caseId);
  const open = found && (await lockOpenPaging(unit.db, caseId));
  if (!found || !open) return undefined;
  const { rows } = await unit.tx.query<{ id: string }>(
    `UPDATE page SET status = 'declined', settled_at = $3 WHERE paging_id = $1 AND person = $2
       AND round = (SELECT max(round) FROM page WHERE paging_id = $1 AND person = $2)
       AND status NOT IN ('declined', 'acknowledged') RETURNING id`,
    [open.id, person, unit.now],
  );
  for (const { id } of rows) notePage(unit, id, 'declined', {});
  noteCase(unit, caseId, 'page.declined', { by: person, round: open.round });
  await stopRinging(unit, open, person);
  if (await everybodyDeclined(unit, open)) await nextRoundAtOnce(unit, found, open);
  return found;
}

async function stopRinging(unit: Unit, open: Paging, person: string): Promise<void> {
  const { rows } = await unit.tx.query<{ id: string }>(
    `SELECT c.id FROM call c WHERE c.purpose = 'page' AND c.ended_at IS NULL AND c.answered_at IS NULL AND c.person = $2
       AND EXISTS (SELECT 1 FROM page p WHERE p.call_id = c.id AND p.paging_id = $1)
       AND NOT EXISTS (SELECT 1 FROM page p WHERE p.call_id = c.id AND p.settled_at IS NULL)`,
    [open.id, person],
  );
  for (const { id } of rows) unit.order({ kind: 'call.cancel', id, urgency: 4 });
}

async function everybodyDeclined(unit: Unit, open: Paging): Promise<boolean> {
  const { rows } = await unit.tx.query<{ all_declined: boolean | null }>(
    `SELECT bool_and(declined) AS all_declined FROM (
       SELECT bool_or(status = 'declined') AS declined FROM page WHERE paging_id = $1 AND round = $2 GROUP BY person) p`,
    [open.id, open.round],
  );
  return rows[0]?.all_declined === true;
}

async function nextRoundAtOnce(unit: Unit, found: Case, open: Paging): Promise<void> {
  const began = open.roundBeganAt?.getTime() ?? 0;
  const dueAt = new Date(Math.max(unit.now.getTime(), began + LEAST_ROUND_MS));
  await unit.tx.query('UPDATE paging SET next_round_at = $2 WHERE id = $1', [open.id, dueAt]);
  noteCase(unit, found.id, 'paging.all-declined', { round: open.round });
  unit.later({
    kind: 'paging.round',
    key: `paging.round:${open.id}`,
    subject: open.id,
    priority: urgencyOf(found.severity),
    dueAt,
  });
}
