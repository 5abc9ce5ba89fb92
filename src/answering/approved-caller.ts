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
  const { rows } = await unit.tx.query(
    `SELECT 1 FROM customer_contact cc JOIN customer c ON c.key = cc.customer
     WHERE cc.phone = $2 AND cc.approved AND (c.desks = '{}' OR $1 = ANY (c.desks)) LIMIT 1`,
    [script.desk, caller],
  );
  return rows.length > 0;
}
