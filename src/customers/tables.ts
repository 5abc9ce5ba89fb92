import { bigint, boolean, date, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

export const customer = pgTable('customer', {
  key: text().primaryKey(),
  name: text().notNull(),
  desks: text().array().notNull(),
  contract: text(),
});

export const customerContact = pgTable(
  'customer_contact',
  {
    customer: text().notNull(),
    name: text().notNull(),
    phone: text().notNull(),
    email: text(),
    approved: boolean().notNull().default(false),
    approvedBy: text('approved_by'),
    approvedAt: timestamp('approved_at', { withTimezone: true }),
  },
  (t) => [primaryKey({ columns: [t.customer, t.phone] })],
);

export const customerOffice = pgTable(
  'customer_office',
  {
    customer: text().notNull(),
    name: text().notNull(),
    address: text(),
  },
  (t) => [primaryKey({ columns: [t.customer, t.name] })],
);

export const customerUnit = pgTable('customer_unit', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  customer: text().notNull(),
  serial: text(),
  mac: text(),
  model: text(),
  warrantyUntil: date('warranty_until'),
  office: text(),
});
