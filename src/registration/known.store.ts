import { asc, desc, eq } from 'drizzle-orm';
import { openCaseIds } from '../cases/index.ts';
import { customer, customerContact, customerOffice, customerUnit } from '../customers/index.ts';
import type { Database, Queryable } from '../database/index.ts';
import type { FormValues } from './fields.ts';
import { unitMarks } from './form.ts';
import type { Contact } from './standing.ts';

/** A case that is open, as it is shown beside the form. */
export interface OpenCase {
  number: string;
  summary: string;
  status: string;
  /** Whoever it is assigned to, or has accepted it. */
  with: string | undefined;
  openedAt: Date;
  /** The unit of the form is that case's unit too. */
  sameUnit: boolean;
}

/** A unit of a customer that the form names. */
export interface KnownUnit {
  customer: string;
  customerName: string;
  model: string | undefined;
  /** ISO date. */
  warrantyUntil: string | undefined;
  office: string | undefined;
  /** By which of its marks it was found. */
  by: 'serial' | 'mac';
}

/** The customer whose case it is, with all that is known of them. */
export interface KnownCustomer {
  key: string;
  name: string;
  contract: string | undefined;
  contacts: Contact[];
  offices: { name: string; address: string | undefined }[];
  units: number;
  unitsWithoutWarranty: number;
}

/** A customer with contacts and offices; undefined for a key of nobody's. */
export async function readCustomer(
  db: Database,
  key: string | undefined,
  now: Date,
): Promise<KnownCustomer | undefined> {
  if (key === undefined || key === '') return undefined;
  const [[found], contacts, offices, units] = await Promise.all([
    db.select().from(customer).where(eq(customer.key, key)),
    db
      .select()
      .from(customerContact)
      .where(eq(customerContact.customer, key))
      .orderBy(desc(customerContact.approved), asc(customerContact.name), asc(customerContact.phone)),
    db
      .select()
      .from(customerOffice)
      .where(eq(customerOffice.customer, key))
      .orderBy(asc(customerOffice.name)),
    db
      .select({ warrantyUntil: customerUnit.warrantyUntil })
      .from(customerUnit)
      .where(eq(customerUnit.customer, key)),
  ]);
  if (found === undefined) return undefined;
  const today = now.toISOString().slice(0, 10);
  return {
    key: found.key,
    name: found.name,
    contract: found.contract ?? undefined,
    units: units.length,
    unitsWithoutWarranty: units.filter(({ warrantyUntil }) => warrantyUntil === null || warrantyUntil < today)
      .length,
    offices: offices.map(({ name, address }) => ({ name, address: address ?? undefined })),
    contacts: contacts.map(({ name, phone, email, approved, approvedBy, approvedAt }) => ({
      name,
      phone,
      email: email ?? undefined,
      approved,
      approvedBy: approvedBy ?? undefined,
      approvedAt: approvedAt ?? undefined,
    })),
  };
}

/** The customers of a desk, to choose from. */
export async function customersOf(db: Queryable, desk: string): Promise<{ key: string; name: string }[]> {
  const { rows } = await db.query<{ key: string; name: string }>(
    `SELECT key, name FROM customer WHERE desks = '{}' OR $1 = ANY (desks) ORDER BY name, key LIMIT 2000`,
    [desk],
  );
  return rows;
}

/** The units that the form names, the customer's own before those of others. */
export async function unitsOf(
  db: Queryable,
  values: FormValues,
  owner: string | undefined,
): Promise<KnownUnit[]> {
  const { serial, mac } = unitMarks(values);
  if (serial === undefined && mac === undefined) return [];
  const { rows } = await db.query<{
    customer: string;
    customer_name: string;
    model: string | null;
    warranty_until: string | null;
    office: string | null;
    by: 'serial' | 'mac';
  }>(
    `SELECT u.customer, c.name AS customer_name, u.model, u.warranty_until::text, u.office,
       CASE WHEN u.serial = $1 THEN 'serial' ELSE 'mac' END AS by
     FROM customer_unit u JOIN customer c ON c.key = u.customer
     WHERE u.serial = $1 OR u.mac = $2 ORDER BY u.customer = $3 DESC, u.id LIMIT 5`,
    [serial ?? null, mac ?? null, owner ?? ''],
  );
  return rows.map((row) => ({
    customer: row.customer,
    customerName: row.customer_name,
    model: row.model ?? undefined,
    warrantyUntil: row.warranty_until ?? undefined,
    office: row.office ?? undefined,
    by: row.by,
  }));
}

/** So many open cases are shown beside a form. */
const mostShown = 20;

/**
 * The open cases of the customer, and of the unit whoever's it is, newest first, those of the unit before the others.
 * Only of the same desk: a call can be put on them.
 */
export async function openCasesBeside(
  db: Queryable,
  of: { caseId: string; desk: string; customer: string | undefined; caller: string | undefined },
  values: FormValues,
): Promise<OpenCase[]> {
  const { serial, mac } = unitMarks(values);
  const { rows } = await db.query<{
    number: string;
    summary: string;
    status: string;
    with: string | null;
    opened_at: Date;
    same_unit: boolean;
  }>(
    `SELECT s.number, s.summary, s.status, p.name AS "with", s.opened_at,
       coalesce(r.serial = $4 OR r.mac = $5, false) AS same_unit
     FROM (${openCaseIds({ number: '$6', customer: '$3', only: 'desk = $2 AND id <> $1', most: mostShown })}
       UNION SELECT case_id FROM registration WHERE serial = $4
       UNION SELECT case_id FROM registration WHERE mac = $5) beside
     JOIN support_case s ON s.id = beside.id LEFT JOIN registration r ON r.case_id = s.id
     LEFT JOIN person p ON p.key = coalesce(s.assigned_to, s.acknowledged_by)
     WHERE s.id <> $1 AND s.desk = $2 AND s.status NOT IN ('closed', 'cancelled')
     ORDER BY same_unit DESC, s.opened_at DESC LIMIT ${mostShown}`,
    [of.caseId, of.desk, of.customer ?? null, serial ?? null, mac ?? null, of.caller ?? null],
  );
  return rows.map((row) => ({
    number: row.number,
    summary: row.summary,
    status: row.status,
    with: row.with ?? undefined,
    openedAt: row.opened_at,
    sameUnit: row.same_unit,
  }));
}
