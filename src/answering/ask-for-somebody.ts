import { lockCase, type Case } from '../cases/index.ts';
import type { IvrFacts, Script } from '../ivr/index.ts';
import { beginPaging } from '../paging/index.ts';
import { personName } from '../people/index.ts';
import { urgencyOf, type Service, type Unit } from '../service/index.ts';

/** Whoever has taken the case, while it is taken: nobody else is asked then. */
export function takerOf(found: Case): string | undefined {
  const isTaken = found.status === 'acknowledged' || found.status === 'in-contact';
  return isTaken ? (found.acknowledgedBy ?? undefined) : undefined;
}

/**
 * A caller whose case is open asks for somebody now: people are paged, or whoever has taken the case is brought to the
 * line. What was done, in facts to speak.
 */
export async function pageForCall(
  service: Service,
  unit: Unit,
  asked: { script: Script; caseId: string; plan: string },
): Promise<Pick<IvrFacts, 'peoplePaged' | 'acceptedBy'>> {
  const found = await lockCase(unit.db, asked.caseId);
  if (!found) return {};
  const taker = takerOf(found);
  if (taker !== undefined) {
    bringTaker(unit, found, taker);
    return { acceptedBy: await personName(unit.tx, taker) };
  }
  const why = { reason: 'press-through', callerHolds: true } as const;
  const begun = await beginPaging(service, unit, found, asked.script, asked.plan, why);
  return { peoplePaged: begun?.peoplePaged };
}

/** Brings whoever has taken the case to the line that the customer is on now. */
export function bringTaker(unit: Unit, found: Case, person: string): void {
  unit.later({
    kind: 'case.connect',
    key: `case.connect:${found.id}:${person}`,
    subject: found.id,
    data: { person },
    priority: urgencyOf(found.severity),
    dueAt: unit.now,
  });
}
