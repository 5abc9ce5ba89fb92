import { lockCase, noteCase, type Case } from '../cases/index.ts';
import { liveCustomerLegs } from '../calls/index.ts';
import { tellCustomerWho } from '../customer-mail/index.ts';
import { takesCall } from '../ivr/index.ts';
import { scriptOf, type Service, type Unit } from '../service/index.ts';
import { expectContact } from './expect-contact.ts';
import { lockPagesOfCases, notePage } from './page.store.ts';
import { lockOpenPaging, type Paging } from './paging.store.ts';
import { standDownOthers } from './stand-down.ts';
import type { AcknowledgedVia } from './tables.ts';

export interface Acceptance {
  caseId: string;
  /** Key of the person who says that they take it. */
  person: string;
  via: AcknowledgedVia;
  /** The page call in which the key was pressed. */
  callId?: string;
}

export type AcceptOutcome =
  /** It is theirs, by this acceptance or by an earlier one of their own. */
  | { kind: 'yours'; case: Case; callerHolds: boolean; first: boolean }
  /** Somebody else was first. */
  | { kind: 'taken'; case: Case; by: string }
  /** Nobody is asked for it any more, and nobody has it. */
  | { kind: 'over'; case: Case };

/**
 * A person takes a case: the first wins. The case's row is locked, so that two keys pressed at the same moment are
 * judged one after the other; paging ends, the others are stood down, and the clock for making contact begins.
 * @throws Error when there is no such case.
 */
export async function acceptCase(
  service: Service,
  unit: Unit,
  acceptance: Acceptance,
): Promise<AcceptOutcome> {
  const found = await lockCase(unit.db, acceptance.caseId);
  if (!found) throw new Error(`no case ${acceptance.caseId}`);
  const open = await lockOpenPaging(unit.db, found.id);
  const callerHolds = (await liveCustomerLegs(unit.db, found.id)).length > 0;
  if (!open) return whoHasIt(found, acceptance.person, callerHolds);
  await lockPagesOfCases(unit.tx, [found.id], acceptance.person);
  await unit.tx.query(
    `UPDATE paging SET status = 'acknowledged', acknowledged_by = $2, acknowledged_via = $3, ended_at = $4, next_round_at = NULL WHERE id = $1`,
    [open.id, acceptance.person, acceptance.via, unit.now],
  );
  await unit.tx.query('DELETE FROM task WHERE key = $1', [`paging.round:${open.id}`]);
  await unit.tx.query(
    `UPDATE support_case SET status = 'acknowledged', acknowledged_by = $2,
       acknowledged_at = coalesce(acknowledged_at, $3) WHERE id = $1`,
    [found.id, acceptance.person, unit.now],
  );
  const script = scriptOf(service, found.desk);
  const isOperators = script !== undefined && takesCall(script, open.plan);
  noteCase(unit, found.id, isOperators ? 'operator.answered' : 'case.acknowledged', {
    by: acceptance.person,
    via: acceptance.via,
    round: open.round,
  });
  const { person, via } = acceptance;
  unit.tell({ case: found.number, by: person, via, round: open.round }, 'accepted');
  await markWinner(unit, open, acceptance);
  // Whom the customer has reached already needs no call of ours.
  const by = { person: acceptance.person, isWanted: acceptance.via !== 'direct' };
  await standDownOthers(service, unit, found, open, by);
  expectContact(service, unit, found, open.plan);
  if (!isOperators) await tellCustomerWho(service, unit, found, 'assigned', acceptance.person);
  return { kind: 'yours', case: { ...found, acknowledgedBy: acceptance.person }, callerHolds, first: true };
}

function whoHasIt(found: Case, person: string, callerHolds: boolean): AcceptOutcome {
  const ended = found.status === 'closed' || found.status === 'cancelled' || found.status === 'resolved';
  if (found.acknowledgedBy === null || ended) return { kind: 'over', case: found };
  if (found.acknowledgedBy === person) return { kind: 'yours', case: found, callerHolds, first: false };
  return { kind: 'taken', case: found, by: found.acknowledgedBy };
}

/**
 * The page that won: that of the key pressed; or one whose case was heard in that call after its own was missed; or the
 * person's newest by the channel of the answer.
 */
async function markWinner(unit: Unit, open: Paging, acceptance: Acceptance): Promise<void> {
  const channel = acceptance.via === 'voice' ? 'voice' : 'sms';
  const { rows } = await unit.tx.query<{ id: string }>(
    `UPDATE page SET status = 'acknowledged', settled_at = $4 WHERE id = (
       SELECT id FROM page WHERE paging_id = $1 AND person = $2
       ORDER BY (call_id IS NOT DISTINCT FROM $5::uuid AND $5::uuid IS NOT NULL) DESC,
         EXISTS (SELECT 1 FROM page_event e WHERE e.page_id = page.id AND e.event = 'spoken-with-others'
           AND e.data ->> 'call' = $5::text) DESC,
         (channel = $3) DESC, round DESC LIMIT 1)
     RETURNING id`,
    [open.id, acceptance.person, channel, unit.now, acceptance.callId ?? null],
  );
  for (const { id } of rows) notePage(unit, id, 'accepted', { via: acceptance.via });
}
