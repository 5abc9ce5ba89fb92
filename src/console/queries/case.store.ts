import { asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../../database/index.ts';
import type { CaseFacts, EventFacts } from '../facts.ts';
import { callFactsOf } from './calls-of-cases.store.ts';
import { defined, groupedEvents } from './rows.ts';
import { recordingsOf } from './recording.store.ts';
import { pageFactsOf, pagingFactsOf } from './pagings-of-cases.store.ts';
import { caseEvent, customer, person, registration, supportCase, textMessage } from './tables.store.ts';

/** Everything known of the case with this number; undefined when there is none. */
export async function readCase(db: Database, number: string): Promise<CaseFacts | undefined> {
  const [row] = await db
    .select({ id: supportCase.id })
    .from(supportCase)
    .where(eq(supportCase.number, number));
  return row === undefined ? undefined : (await readCases(db, [row.id]))[0];
}

/** Everything known of these cases, in no order. */
export async function readCases(db: Database, ids: readonly string[]): Promise<CaseFacts[]> {
  if (ids.length === 0) return [];
  const wanted = [...ids];
  const [rows, events, calls, pagings, pages, texts, recordings, people] = await Promise.all([
    db
      .select({
        of: supportCase,
        customerName: customer.name,
        acknowledgedByName: person.name,
        registered: registration.registered,
      })
      .from(supportCase)
      .leftJoin(customer, eq(customer.key, supportCase.customer))
      .leftJoin(person, eq(person.key, supportCase.acknowledgedBy))
      .leftJoin(registration, eq(registration.caseId, supportCase.id))
      .where(inArray(supportCase.id, wanted)),
    db.select().from(caseEvent).where(inArray(caseEvent.caseId, wanted)).orderBy(asc(caseEvent.id)),
    callFactsOf(db, wanted),
    pagingFactsOf(db, wanted),
    pageFactsOf(db, wanted),
    db
      .select({ of: textMessage, personName: person.name })
      .from(textMessage)
      .leftJoin(person, eq(person.key, textMessage.person))
      .where(inArray(textMessage.caseId, wanted))
      // A text and our answer to it are of one instant: the text, inbound, comes first.
      .orderBy(asc(textMessage.createdAt), asc(textMessage.direction), asc(textMessage.id)),
    recordingsOf(db, wanted),
    db.select({ key: person.key, name: person.name }).from(person),
  ]);
  const eventsOf: Map<string, EventFacts[]> = groupedEvents(events, (event) => event.caseId);
  const names = new Map(people.map(({ key, name }) => [key, name]));
  return rows.map(({ of, customerName, acknowledgedByName, registered }) => ({
    ...defined(of),
    names,
    customerName: customerName ?? undefined,
    registration: registered ?? undefined,
    acknowledgedByName: acknowledgedByName ?? of.acknowledgedByAccount ?? undefined,
    events: eventsOf.get(of.id) ?? [],
    calls: calls.filter((call) => call.caseId === of.id),
    pagings: pagings.filter((paging) => paging.caseId === of.id),
    pages: pages.filter((page) => page.caseId === of.id),
    texts: texts
      .filter((text) => text.of.caseId === of.id)
      .map((text) => ({
        ...defined(text.of),
        from: text.of.fromNumber,
        to: text.of.toNumber,
        personName: text.personName ?? undefined,
      })),
    recordings: recordings.filter((message) => message.caseId === of.id),
  }));
}
