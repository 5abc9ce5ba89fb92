import { and, asc, desc, eq, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import type { Database } from '../../database/index.ts';
import { mostCounted } from './count.ts';
import { writeCursor, type Cursor } from './cursor.ts';
import { firstContactOf } from './first-contact.store.ts';
import { defined } from './rows.ts';
import { readNamed, waysToTexts } from './search.store.ts';
import { customer, customerContact, person, supportCase, textMessage } from './tables.store.ts';

export interface TextLogFilter {
  readonly desk?: string | undefined;
  /** Only what is on a case, or on none. */
  readonly on?: 'case' | 'no-case' | undefined;
  /** Words: of the text, a number, a name, a company or a case. */
  readonly search?: string | undefined;
}

/** What we wrote back; of several tries the last. */
export interface TextAnswer {
  readonly body: string;
  readonly status: string;
  readonly errorCode: string | undefined;
}

/** One text that came to a number of a desk. */
export interface TextRow {
  readonly id: string;
  readonly at: Date;
  readonly desk: string | undefined;
  /** As the carrier gave it: mostly E.164. */
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly personName: string | undefined;
  readonly contactName: string | undefined;
  readonly company: string | undefined;
  readonly caseNumber: string | undefined;
  /** Its time was over: number and words are blanked. */
  readonly erasedAt: Date | undefined;
  readonly answers: readonly TextAnswer[];
}

const columns = {
  id: textMessage.id,
  at: textMessage.createdAt,
  desk: textMessage.desk,
  from: textMessage.fromNumber,
  to: textMessage.toNumber,
  body: textMessage.body,
  personName: person.name,
  contactName: customerContact.name,
  company: customer.name,
  caseNumber: supportCase.number,
  erasedAt: textMessage.erasedAt,
};

/** Texts to us, newest first, with our answers; `next` is where the following page begins, undefined at the end. */
export async function readTextLog(
  db: Database,
  filter: TextLogFilter,
  after: Cursor | undefined,
  limit: number,
): Promise<{ rows: TextRow[]; next: string | undefined }> {
  const isAfter =
    after &&
    sql`(${textMessage.createdAt}, ${textMessage.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`;
  const wanted = and(conditions(filter), isAfter);
  const ways = await waysOf(db, filter.search);
  const rows = await db
    .select(columns)
    .from(textMessage)
    .leftJoin(supportCase, eq(supportCase.id, textMessage.caseId))
    .leftJoin(person, eq(person.key, textMessage.person))
    .leftJoin(customerContact, firstContactOf(textMessage.fromNumber))
    .leftJoin(customer, eq(customer.key, customerContact.customer))
    .where(ways ? inArray(textMessage.id, foundBy(db, ways, wanted, limit + 1)) : wanted)
    .orderBy(desc(textMessage.createdAt), desc(textMessage.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const answers = await answersTo(
    db,
    page.map(({ id }) => id),
  );
  const shown = page.map((row) => ({ ...defined(row), answers: answers.get(row.id) ?? [] }));
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? writeCursor(last) : undefined };
}

/** How many texts the filter finds, counted one beyond `mostCounted` and no further. */
export async function countTexts(db: Database, filter: TextLogFilter): Promise<number> {
  const most = mostCounted + 1;
  const ways = await waysOf(db, filter.search);
  const found = ways
    ? foundBy(db, ways, conditions(filter), most).as('found')
    : idsOf(db, conditions(filter)).limit(most).as('found');
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(found);
  return Math.min(row?.n ?? 0, most);
}

async function answersTo(db: Database, ids: string[]): Promise<Map<string, TextAnswer[]>> {
  const found = new Map<string, TextAnswer[]>();
  if (ids.length === 0) return found;
  const { answers, body, status, errorCode } = textMessage;
  const rows = await db
    .select({ answers, body, status, errorCode })
    .from(textMessage)
    .where(inArray(answers, ids))
    .orderBy(asc(textMessage.createdAt), asc(textMessage.id));
  for (const { answers: id, ...row } of rows) {
    if (id === null) continue;
    // The next try is a row of its own, with the same words.
    const others = (found.get(id) ?? []).filter((other) => other.body !== row.body);
    found.set(id, [...others, defined(row)]);
  }
  return found;
}

/** The texts that words are found in, in one way or another: the newest `limit` of each way among them. */
function foundBy(db: Database, ways: readonly SQL[], wanted: SQL | undefined, limit: number) {
  const [first, second, ...more] = ways.map((way) =>
    idsOf(db, and(wanted, way)).orderBy(desc(textMessage.createdAt), desc(textMessage.id)).limit(limit),
  );
  return union(first!, second!, ...more);
}

async function waysOf(db: Database, words: string | undefined): Promise<SQL[] | undefined> {
  return words === undefined ? undefined : waysToTexts(db, words, await readNamed(db, words));
}

function idsOf(db: Database, where: SQL | undefined) {
  return db.select({ id: textMessage.id }).from(textMessage).where(where);
}

function conditions({ desk, on }: TextLogFilter): SQL | undefined {
  return and(
    // By the literal: the indexes of what came in are not seen behind a parameter.
    sql`${textMessage.direction} = 'inbound'`,
    desk === undefined ? undefined : eq(textMessage.desk, desk),
    on === undefined ? undefined : on === 'case' ? isNotNull(textMessage.caseId) : isNull(textMessage.caseId),
  );
}
