import { asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../../database/index.ts';
import type { EventFacts, PageFacts, PagingFacts } from '../facts.ts';
import { defined, groupedEvents } from './rows.ts';
import { call, callEvent, page, pageEvent, paging, person, textMessage } from './tables.store.ts';

/** The pagings of these cases, oldest first. */
export async function pagingFactsOf(
  db: Database,
  caseIds: string[],
): Promise<(PagingFacts & { caseId: string })[]> {
  const rows = await db
    .select({ of: paging, acknowledgedByName: person.name })
    .from(paging)
    .leftJoin(person, eq(person.key, paging.acknowledgedBy))
    .where(inArray(paging.caseId, caseIds))
    .orderBy(asc(paging.openedAt), asc(paging.id));
  return rows.map(({ of, acknowledgedByName }) => ({
    ...defined(of),
    acknowledgedByName: acknowledgedByName ?? undefined,
  }));
}

/** The pages of these cases with their receipts: by paging and round, then as they were made, those of one moment by name. */
export async function pageFactsOf(
  db: Database,
  caseIds: string[],
): Promise<(PageFacts & { caseId: string })[]> {
  const rows = await db
    .select({
      of: page,
      personName: person.name,
      callErrorCode: call.errorCode,
      textErrorCode: textMessage.errorCode,
      answeredAt: call.answeredAt,
      callCaseId: call.caseId,
      bridgedAt: call.bridgedAt,
      leftBridgeAt: call.leftBridgeAt,
      endedAt: call.endedAt,
    })
    .from(page)
    .innerJoin(paging, eq(paging.id, page.pagingId))
    .innerJoin(person, eq(person.key, page.person))
    .leftJoin(call, eq(call.id, page.callId))
    .leftJoin(textMessage, eq(textMessage.id, page.textId))
    .where(inArray(page.caseId, caseIds))
    .orderBy(
      asc(paging.openedAt),
      asc(page.round),
      asc(page.createdAt),
      asc(person.name),
      asc(page.channel),
      asc(page.id),
    );
  const ids = rows.map((row) => row.of.id);
  const events =
    ids.length === 0
      ? []
      : await db.select().from(pageEvent).where(inArray(pageEvent.pageId, ids)).orderBy(asc(pageEvent.id));
  const callIds = [...new Set(rows.flatMap((row) => row.of.callId ?? []))];
  const callEvents =
    callIds.length === 0
      ? []
      : await db
          .select()
          .from(callEvent)
          .where(inArray(callEvent.callId, callIds))
          .orderBy(asc(callEvent.id));
  const eventsOf = groupedEvents(events, (event) => event.pageId);
  const callEventsOf = groupedEvents(callEvents, (event) => event.callId);
  return rows.map(({ of, callCaseId, bridgedAt, leftBridgeAt, ...row }) => ({
    ...defined(of),
    ...defined(row),
    ...(callCaseId === of.caseId
      ? defined({ bridgedAt, leftBridgeAt })
      : timeInRoom(callEventsOf.get(of.callId ?? '') ?? [], of.caseId)),
    errorCode: row.callErrorCode ?? row.textErrorCode ?? undefined,
    events: eventsOf.get(of.id) ?? [],
    callEvents: callEventsOf.get(of.callId ?? '') ?? [],
  }));
}

/** When a leg that has gone on to another case was in the room of this one: a call can talk about several in turn. */
function timeInRoom(events: readonly EventFacts[], caseId: string) {
  const ofRoom = events.filter((event) => event.data['room'] === caseId);
  const bridgedAt = ofRoom.find((event) => event.event === 'bridge.join')?.at;
  const leftBridgeAt = ofRoom.findLast((event) => event.event === 'bridge.leave')?.at;
  return { bridgedAt, leftBridgeAt };
}
