import type { Queryable } from '../../database/index.ts';
import type { ImportPlan } from './plan.ts';

type Customers = ImportPlan['customers']['added'];

/** Writes customers with all that a file says of them, which is the whole of it. */
export async function writeCustomers(tx: Queryable, customers: Customers): Promise<void> {
  const keys = customers.map(({ key }) => key);
  await tx.query(
    `INSERT INTO customer (key, name, desks, contract)
     SELECT * FROM jsonb_to_recordset($1) AS c (key text, name text, desks text[], contract text)
     ON CONFLICT (key) DO UPDATE SET name = excluded.name, desks = excluded.desks, contract = excluded.contract`,
    [JSON.stringify(customers)],
  );
  await writeContacts(tx, keys, customers);
  await tx.query('DELETE FROM customer_office WHERE customer = ANY ($1)', [keys]);
  await tx.query(
    `INSERT INTO customer_office (customer, name, address)
     SELECT * FROM jsonb_to_recordset($1) AS o (customer text, name text, address text)`,
    [rowsOf(customers, ({ offices }) => offices)],
  );
  await tx.query('DELETE FROM customer_unit WHERE customer = ANY ($1)', [keys]);
  await tx.query(
    `INSERT INTO customer_unit (customer, serial, mac, model, warranty_until, office)
     SELECT * FROM jsonb_to_recordset($1)
       AS u (customer text, serial text, mac text, model text, warranty_until date, office text)`,
    [rowsOf(customers, ({ units }) => units)],
  );
}

/**
 * A contact of whom the file does not say whether they are approved keeps what holds; and one whom a supervisor has
 * approved in the console stays, though the file does not name them: nobody would know that an import took it back.
 */
async function writeContacts(tx: Queryable, keys: string[], customers: Customers): Promise<void> {
  const contacts = rowsOf(customers, (of) => of.contacts);
  await tx.query(
    `DELETE FROM customer_contact c WHERE customer = ANY ($1) AND approved_by IS NULL AND NOT EXISTS (
       SELECT FROM jsonb_to_recordset($2) AS n (customer text, phone text)
       WHERE n.customer = c.customer AND n.phone = c.phone)`,
    [keys, contacts],
  );
  await tx.query(
    `INSERT INTO customer_contact AS c (customer, name, phone, email, approved)
     SELECT n.customer, n.name, n.phone, n.email, coalesce(n.approved, before.approved, false)
     FROM jsonb_to_recordset($1) AS n (customer text, name text, phone text, email text, approved boolean)
     LEFT JOIN customer_contact before USING (customer, phone)
     ON CONFLICT (customer, phone) DO UPDATE SET name = excluded.name, email = excluded.email,
       approved = excluded.approved,
       approved_by = CASE WHEN excluded.approved THEN c.approved_by END,
       approved_at = CASE WHEN excluded.approved THEN c.approved_at END`,
    [contacts],
  );
}

function rowsOf(customers: Customers, of: (customer: Customers[number]) => readonly object[]): string {
  return JSON.stringify(customers.flatMap((one) => of(one).map((row) => ({ customer: one.key, ...row }))));
}
