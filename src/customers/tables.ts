import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

export const customer = pgTable('customer', {
  key: text().primaryKey(),
  name: text().notNull(),
  desks: text().array().notNull(),
});

export const customerContact = pgTable(
  'customer_contact',
  {
    customer: text().notNull(),
    name: text().notNull(),
    phone: text().notNull(),
    email: text(),
  },
  (t) => [primaryKey({ columns: [t.customer, t.phone] })],
);
