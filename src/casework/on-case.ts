import { caseByNumber, lockCase, type Case } from '../cases/index.ts';
import { unitOfWork, type Service, type Unit } from '../service/index.ts';
import type { CaseRefusal } from './refusal.ts';

/** Who does something to a case. */
export interface Actor {
  name: string;
  /** The key of the responder whom the account belongs to, where there is one. */
  person: string | undefined;
}

export type ActionResult = { ok: true } | { ok: false; why: CaseRefusal };
export type OnCase = (
  number: string,
  work: (unit: Unit, found: Case) => Promise<ActionResult>,
) => Promise<ActionResult>;

export const done: ActionResult = { ok: true };
export const refused = (why: CaseRefusal): ActionResult => ({ ok: false, why });

/** One transaction on the locked case of this number; an unknown number is a refusal. */
export function onCaseOf(service: Service): OnCase {
  return async (number, work) => {
    const known = await caseByNumber(service.db, number);
    if (!known) return refused({ kind: 'no-such-case', number });
    return unitOfWork(service, async (unit) => work(unit, (await lockCase(unit.db, known.id))!));
  };
}
