import type { Unit } from '../service/index.ts';
import type { Case } from './case.store.ts';
import { noteCase } from './case.store.ts';

/** The event of an operator who talks to the customer: not contact by whoever will work on the case. */
export const OPERATOR_TALKS = 'operator.talks';

/** How contact came about: `by` a person's key or a name, `how` in a word or two. */
export interface ContactStory extends Record<string, unknown> {
  by: string;
  how: string;
}

/**
 * Somebody has spoken to the customer: the clock for it stops. Returns false when that was known, or when the case is
 * past it. `since`: when they began to. A case that nobody has yet is theirs from now on; `account`: the name of the account
 * that recorded it, when whoever spoke is in no roster.
 */
export async function recordContact(
  unit: Unit,
  caseId: string,
  story: ContactStory,
  { since = unit.now, account, event }: { since?: Date; account?: string; event?: string } = {},
): Promise<boolean> {
  const { rows } = await unit.tx.query<{ before: string }>(
    `UPDATE support_case s SET status = 'in-contact', contacted_at = $3, acknowledged_at = coalesce(s.acknowledged_at, $2),
       acknowledged_by = CASE WHEN s.acknowledged_at IS NULL AND $5::text IS NULL THEN $4 ELSE s.acknowledged_by END,
       acknowledged_by_account = CASE WHEN s.acknowledged_at IS NULL THEN $5 ELSE s.acknowledged_by_account END
     FROM support_case old WHERE s.id = $1 AND old.id = s.id
       AND (s.status IN ('open', 'paging', 'acknowledged') OR s.status = 'in-contact' AND s.contacted_at IS NULL)
     RETURNING old.status AS before`,
    [caseId, unit.now, since, story.by, account ?? null],
  );
  const before = rows[0]?.before;
  if (before === undefined) return false;
  await unit.tx.query('DELETE FROM task WHERE key = $1', [`case.contact:${caseId}`]);
  noteCase(unit, caseId, event ?? (before === 'in-contact' ? 'contact.confirmed' : 'case.in-contact'), story);
  return true;
}

/**
 * A phone that was called back is on the line with a responder: a person or a machine. The case shows the contact at
 * once, and its clock runs on until the contact is proved: see `isContactUnproved`. Returns false when nothing changed.
 */
export async function presumeContact(unit: Unit, caseId: string, story: ContactStory): Promise<boolean> {
  const { rowCount } = await unit.tx.query(
    `UPDATE support_case SET status = 'in-contact' WHERE id = $1 AND status = 'acknowledged'`,
    [caseId],
  );
  if (!rowCount) return false;
  noteCase(unit, caseId, 'case.in-contact', { ...story, proved: false });
  return true;
}

/** Nobody can say a word in so short a meeting. */
const BRIEF_MS = 1_500;

/**
 * The responder has left the room, and the caller is alone in it. When they had come together only just before, nobody has
 * spoken to the customer: the case is as it was before. Returns false when nothing changed.
 */
export async function undoBriefContact(unit: Unit, caseId: string): Promise<boolean> {
  const { rowCount } = await unit.tx.query(
    `UPDATE support_case s SET status = 'acknowledged', contacted_at = NULL
     WHERE id = $1 AND status = 'in-contact' AND contacted_at > $2 AND EXISTS (
       SELECT 1 FROM case_event e WHERE e.case_id = s.id AND e.event IN ('case.in-contact', $3) AND e.at = s.contacted_at
         AND e.data ->> 'how' = 'bridge')`,
    [caseId, new Date(unit.now.getTime() - BRIEF_MS), OPERATOR_TALKS],
  );
  if (!rowCount) return false;
  noteCase(unit, caseId, 'contact.too-brief', {});
  return true;
}

/** Whoever called back says that it was not the customer: the case is as it was before. */
export async function denyContact(unit: Unit, caseId: string, by: string): Promise<void> {
  await unit.tx.query(
    `UPDATE support_case SET status = 'acknowledged' WHERE id = $1 AND status = 'in-contact' AND contacted_at IS NULL`,
    [caseId],
  );
  noteCase(unit, caseId, 'contact.denied', { by });
}

/**
 * A case that somebody has, and of which nobody has yet proved to have spoken to the customer. One that was accepted
 * again, after a first contact, owes a new one.
 */
export function isContactUnproved(found: Pick<Case, 'status' | 'contactedAt'>): boolean {
  return found.status === 'acknowledged' || (found.status === 'in-contact' && found.contactedAt === null);
}
