import { noteCase, type Case } from '../cases/index.ts';
import { tellCustomer } from '../customer-mail/index.ts';
import type { Service, Unit } from '../service/index.ts';
import { changeWork } from './work.store.ts';

/** Marks a case as not covered, with the reason that its customer is told. The case is locked. */
export async function markOutOfScope(
  service: Service,
  unit: Unit,
  found: Case,
  { by, why }: { by: string; why: string },
): Promise<void> {
  await changeWork(unit.db, found.id, { outOfScopeAt: unit.now });
  noteCase(unit, found.id, 'case.out-of-scope', { by, why });
  await tellCustomer(service, unit, found, { kind: 'out-of-scope', why });
}
