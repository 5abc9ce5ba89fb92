import { isApprovedNumber } from '../customers/index.ts';
import { hasOperators, type Script } from '../ivr/index.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import type { Unit } from '../service/index.ts';

/**
 * Whether whoever calls from this number may register cases (DV Nordic: only named, approved persons). Undefined at a desk where
 * nobody asks. A number that is withheld is nobody's: whoever answers the phone asks for the name.
 */
export async function isApprovedCaller(
  unit: Unit,
  script: Script,
  caller: PhoneNumber | undefined,
): Promise<boolean | undefined> {
  if (!hasOperators(script)) return undefined;
  if (caller === undefined) return false;
  return isApprovedNumber(unit.tx, script.desk, caller);
}
