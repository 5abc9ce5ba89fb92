import { lockCase, noteCase } from '../cases/index.ts';
import { beginPaging, contactDueAt } from '../paging/index.ts';
import type { Service, Unit } from '../service/index.ts';
import { reasonFor, type OpenedCase, type Opening } from './open-case.ts';

/**
 * A key and the hang-up behind it travel separately: when the hang-up comes first, the call has a case of a call
 * without a choice, and the key says what it is about. The case becomes that, and people are paged as the key asks.
 */
export async function sortCase(
  service: Service,
  unit: Unit,
  opening: Opening,
  caseId: string,
): Promise<OpenedCase> {
  const found = await lockCase(unit.db, caseId);
  if (!found) throw new Error(`no case ${caseId}`);
  const { kind, severity, summary, language, plan, script } = opening;
  const opened = { caseId, number: found.number, joinedExisting: false, acceptedBy: undefined };
  if (found.kind !== 'unsorted' || kind === 'unsorted') return { ...opened, peoplePaged: undefined };
  await unit.tx.query(
    'UPDATE support_case SET kind = $2, severity = $3, summary = $4, contact_due_at = $5, language = $6 WHERE id = $1',
    [
      caseId,
      kind,
      severity ?? null,
      summary,
      contactDueAt(unit.now, plan === undefined ? undefined : script.plans[plan]),
      language,
    ],
  );
  noteCase(unit, caseId, 'case.sorted', { kind, severity: severity ?? null });
  if (plan === undefined) return { ...opened, peoplePaged: undefined };
  const sorted = { ...found, kind, severity: severity ?? null, summary };
  const why = { reason: reasonFor(kind), callerHolds: false };
  const begun = await beginPaging(service, unit, sorted, script, plan, why);
  return { ...opened, peoplePaged: begun?.peoplePaged };
}
