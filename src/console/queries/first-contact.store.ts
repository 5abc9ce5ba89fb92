import { and, eq, sql, type AnyColumn } from 'drizzle-orm';
import { customerContact } from './tables.store.ts';

/** Joins the contact who has a number. Two customers may have it; the first by key is shown, so that no row is two. */
export function firstContactOf(number: AnyColumn) {
  return and(
    eq(customerContact.phone, number),
    sql`${customerContact.customer} = (SELECT min(c.customer) FROM customer_contact c WHERE c.phone = ${number})`,
  );
}
