import type { Queryable } from '../database/index.ts';

/** Whether a number is that of a contact whom a customer of the desk lets register cases. */
export async function isApprovedNumber(db: Queryable, desk: string, number: string): Promise<boolean> {
  const { rows } = await db.query(
    `SELECT 1 FROM customer_contact cc JOIN customer c ON c.key = cc.customer
     WHERE cc.phone = $2 AND cc.approved AND (c.desks = '{}' OR $1 = ANY (c.desks)) LIMIT 1`,
    [desk, number],
  );
  return rows.length > 0;
}
