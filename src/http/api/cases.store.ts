import { and, asc, desc, eq, gte, inArray, sql } from 'drizzle-orm';
import { recording } from '../../answering/index.ts';
import { caseEvent, supportCase } from '../../cases/index.ts';
import { call } from '../../calls/index.ts';
import { customer } from '../../customers/index.ts';
import type { Database } from '../../database/index.ts';
import { page, pageEvent, paging } from '../../paging/index.ts';
import { registration } from '../../registration/index.ts';
import { textMessage } from '../../texts/index.ts';
import type { Cursor } from '../../console/index.ts';
import type { CaseDetail, CaseShort } from './schemas.ts';

export interface CaseQuery {
  readonly limit: number;
  readonly after: Cursor | undefined;
  readonly desk: string | undefined;
  readonly status: CaseShort['status'] | undefined;
  readonly caller: string | undefined;
  readonly since: Date | undefined;
}

/** Cases, newest first, one more than the limit when there are more. */
export async function listCases(db: Database, query: CaseQuery) {
  const { after } = query;
  const rows = await db
    .select({ of: supportCase, customerName: customer.name })
    .from(supportCase)
    .leftJoin(customer, eq(customer.key, supportCase.customer))
    .where(
      and(
        query.desk === undefined ? undefined : eq(supportCase.desk, query.desk),
        query.status === undefined ? undefined : eq(supportCase.status, query.status),
        query.caller === undefined
          ? undefined
          : eq(sql`coalesce(${supportCase.caller}, ${supportCase.callbackNumber})`, query.caller),
        query.since === undefined ? undefined : gte(supportCase.openedAt, query.since),
        after &&
          sql`(${supportCase.openedAt}, ${supportCase.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(supportCase.openedAt), desc(supportCase.id))
    .limit(query.limit + 1);
  return rows.map((row) => ({ id: row.of.id, openedAt: row.of.openedAt, short: shortOf(row) }));
}

/** One case with its pages and timeline; undefined when there is none of this number. */
export async function readCaseDetail(
  db: Database,
  number: string,
  urlOf: (messageId: string) => string,
): Promise<CaseDetail | undefined> {
  const [row] = await db
    .select({ of: supportCase, customerName: customer.name, registered: registration })
    .from(supportCase)
    .leftJoin(customer, eq(customer.key, supportCase.customer))
    .leftJoin(registration, eq(registration.caseId, supportCase.id))
    .where(eq(supportCase.number, number));
  if (row === undefined) return undefined;
  const [pages, messages, timeline] = await Promise.all([
    readPages(db, row.of.id),
    readMessages(db, row.of.id, urlOf),
    db
      .select()
      .from(caseEvent)
      .where(eq(caseEvent.caseId, row.of.id))
      .orderBy(asc(caseEvent.at), asc(caseEvent.id)),
  ]);
  return {
    ...shortOf(row),
    buildNumber: row.of.buildNumber,
    closingReason: row.of.closingReason,
    registration: row.of.erasedAt === null ? registrationOf(row.registered) : null,
    pages,
    messages,
    answers: row.of.answers,
    timeline: timeline.map(eventOf),
  };
}

function registrationOf(row: typeof registration.$inferSelect | null): CaseDetail['registration'] {
  if (row === null || row.registered === null || row.registeredAt === null) return null;
  const { unit, ...form } = row.registered;
  return { at: row.registeredAt.toISOString(), by: row.registeredBy ?? '', ...form, units: unit };
}

async function readMessages(
  db: Database,
  caseId: string,
  urlOf: (messageId: string) => string,
): Promise<CaseDetail['messages']> {
  const rows = await db
    .select()
    .from(recording)
    .where(and(eq(recording.caseId, caseId), eq(recording.nothingSaid, false)))
    .orderBy(asc(recording.createdAt), asc(recording.id));
  return rows.map(({ id, createdAt, durationSeconds, label }) => ({
    at: createdAt.toISOString(),
    durationSeconds,
    label,
    url: urlOf(id),
  }));
}

async function readPages(db: Database, caseId: string): Promise<CaseDetail['pages']> {
  const rows = await db
    .select({ of: page, callError: call.errorCode, textError: textMessage.errorCode })
    .from(page)
    .innerJoin(paging, eq(paging.id, page.pagingId))
    .leftJoin(call, eq(call.id, page.callId))
    .leftJoin(textMessage, eq(textMessage.id, page.textId))
    .where(eq(page.caseId, caseId))
    .orderBy(asc(paging.openedAt), asc(page.round), asc(page.createdAt), asc(page.id));
  const ids = rows.map((row) => row.of.id);
  const events =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(pageEvent)
          .where(inArray(pageEvent.pageId, ids))
          .orderBy(asc(pageEvent.at), asc(pageEvent.id));
  return rows.map(({ of, callError, textError }) => ({
    person: of.person,
    role: of.role,
    channel: of.channel,
    round: of.round,
    status: of.status,
    carrierId: of.carrierId,
    errorCode: callError ?? textError,
    attemptedAt: text(of.attemptedAt),
    settledAt: text(of.settledAt),
    events: events.filter((event) => event.pageId === of.id).map(eventOf),
  }));
}

function shortOf(row: { of: typeof supportCase.$inferSelect; customerName: string | null }): CaseShort {
  const { of } = row;
  return {
    number: of.number,
    desk: of.desk,
    kind: of.kind,
    severity: of.severity,
    summary: of.summary,
    status: of.status,
    caller: of.caller ?? of.callbackNumber,
    customer: row.customerName,
    openedAt: of.openedAt.toISOString(),
    acknowledgedAt: text(of.acknowledgedAt),
    acknowledgedBy: of.acknowledgedBy,
    acknowledgedByAccount: of.acknowledgedByAccount,
    contactDueAt: text(of.contactDueAt),
    contactedAt: text(of.contactedAt),
    resolvedAt: text(of.resolvedAt),
    closedAt: text(of.closedAt),
  };
}

function eventOf(row: { at: Date; event: string; data: Record<string, unknown> }) {
  return { at: row.at.toISOString(), event: row.event, data: row.data };
}

function text(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}
