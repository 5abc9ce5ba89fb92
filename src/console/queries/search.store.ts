import { eq, ilike, inArray, or, type SQL } from 'drizzle-orm';
import type { Database } from '../../database/index.ts';
import { call, customer, customerContact, person, supportCase, textMessage } from './tables.store.ts';

/** Names are looked for among so many companies and contacts; more than that is no search for a name. */
const mostNames = 1_000;
/** Fewer digits are no part of a telephone number that anybody remembers. */
const leastDigits = 3;

/** The companies, and the numbers of the contacts, that words are found in. */
export interface Named {
  readonly customers: readonly string[];
  readonly phones: readonly string[];
}

/** Reads them first and apart: there are few of them, and with their keys at hand their calls are found by index. */
export async function readNamed(db: Database, words: string): Promise<Named> {
  const like = likeOf(words);
  const [customers, phones] = await Promise.all([
    db.select({ key: customer.key }).from(customer).where(ilike(customer.name, like)).limit(mostNames),
    db
      .selectDistinct({ phone: customerContact.phone })
      .from(customerContact)
      .innerJoin(customer, eq(customer.key, customerContact.customer))
      .where(or(ilike(customerContact.name, like), ilike(customer.name, like)))
      .limit(mostNames),
  ]);
  return { customers: customers.map(({ key }) => key), phones: phones.map(({ phone }) => phone) };
}

/**
 * The ways in which words can belong to a case, each a condition with an index of its own: joined by OR over several
 * tables they would have none, and everything would be read.
 */
export function waysToCases(words: string, { customers }: Named): SQL[] {
  const like = likeOf(words);
  const ways = [ilike(supportCase.number, like), ilike(supportCase.contactName, like)];
  if (customers.length > 0) ways.push(inArray(supportCase.customer, [...customers]));
  return ways;
}

/** The ways in which words can belong to a customer's call, its case included. */
export function waysToCalls(words: string, named: Named): SQL[] {
  const ways = waysToCases(words, named);
  if (named.phones.length > 0) ways.push(inArray(call.fromNumber, [...named.phones]));
  const digits = words.replace(/\D/g, '');
  if (digits.length >= leastDigits) ways.push(ilike(call.fromNumber, `%${digits}%`));
  return ways;
}

/** The ways in which words can belong to a text that came in: its own words, who sent it, and its case. */
export function waysToTexts(db: Database, words: string, { phones }: Named): SQL[] {
  const like = likeOf(words);
  const people = db.select({ key: person.key }).from(person).where(ilike(person.name, like));
  const cases = db
    .select({ id: supportCase.id })
    .from(supportCase)
    .where(ilike(supportCase.number, like))
    .limit(mostNames);
  const ways = [
    ilike(textMessage.body, like),
    inArray(textMessage.person, people),
    inArray(textMessage.caseId, cases),
  ];
  if (phones.length > 0) ways.push(inArray(textMessage.fromNumber, [...phones]));
  const digits = words.replace(/\D/g, '');
  if (digits.length >= leastDigits) ways.push(ilike(textMessage.fromNumber, `%${digits}%`));
  return ways;
}

function likeOf(words: string): string {
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`;
}
