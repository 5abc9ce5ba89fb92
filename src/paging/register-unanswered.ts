import { caseRegistered } from '../assignment/index.ts';
import type { Case } from '../cases/index.ts';
import { isApprovedNumber } from '../customers/index.ts';
import type { Service, Unit } from '../service/index.ts';

/**
 * No operator is there to register a case: that of an approved contact is given to somebody as it is, and an operator
 * completes it from the recordings. Any other waits for an operator, because only approved contacts may register (DV Nordic).
 */
export async function registerUnanswered(service: Service, unit: Unit, found: Case): Promise<void> {
  if (found.caller === null || !(await isApprovedNumber(unit.tx, found.desk, found.caller))) return;
  await caseRegistered(service, unit, found);
}
