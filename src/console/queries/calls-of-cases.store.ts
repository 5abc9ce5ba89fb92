import { asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../../database/index.ts';
import type { CallFacts } from '../facts.ts';
import { defined, groupedEvents } from './rows.ts';
import { call, callEvent, person } from './tables.store.ts';

/** The calls of these cases with their events, oldest first. */
export async function callFactsOf(
  db: Database,
  caseIds: string[],
): Promise<(CallFacts & { caseId: string | undefined })[]> {
  const rows = await db
    .select({ of: call, personName: person.name })
    .from(call)
    .leftJoin(person, eq(person.key, call.person))
    .where(inArray(call.caseId, caseIds))
    .orderBy(asc(call.createdAt), asc(call.id));
  const ids = rows.map((row) => row.of.id);
  const events =
    ids.length === 0
      ? []
      : await db.select().from(callEvent).where(inArray(callEvent.callId, ids)).orderBy(asc(callEvent.id));
  const eventsOf = groupedEvents(events, (event) => event.callId);
  return rows.map(({ of, personName }) => ({
    ...defined(of),
    from: of.fromNumber ?? undefined,
    to: of.toNumber,
    personName: personName ?? undefined,
    events: eventsOf.get(of.id) ?? [],
  }));
}
