import { and, desc, eq, getTableColumns, inArray, isNull, ne, type InferSelectModel } from 'drizzle-orm';
import type { Database, Queryable } from '../database/index.ts';
import type { Unit } from '../service/index.ts';
import type { CarrierName } from '../telephony/index.ts';
import { call } from './tables.ts';
import { NOT_REACHED } from './talk.store.ts';

export type Call = InferSelectModel<typeof call>;

const CALL_COLUMNS = Object.entries(getTableColumns(call)).map(([key, { name }]) => `"${name}" AS "${key}"`);
// Not by the builder, which composes the text anew each time: every key press and callback begins with one of these.
const CALL_BY_ID = `SELECT ${CALL_COLUMNS.join(', ')} FROM call WHERE id = $1`;
const CALL_BY_CARRIER_ID = `SELECT ${CALL_COLUMNS.join(', ')} FROM call WHERE carrier_id = $1`;
const LOCK_CALL = `${CALL_BY_ID} FOR NO KEY UPDATE`;

export async function callById(db: Database, id: string): Promise<Call | undefined> {
  const { rows } = await db.$client.query<Call>({ name: 'call-by-id', text: CALL_BY_ID, values: [id] });
  return rows[0];
}

/** The call, locked: webhooks of one call that arrive together are taken one after another. */
export async function lockCall(db: Database, id: string): Promise<Call | undefined> {
  const { rows } = await db.$client.query<Call>({ name: 'call-lock', text: LOCK_CALL, values: [id] });
  return rows[0];
}

export async function callByCarrierId(db: Database, carrierId: string): Promise<Call | undefined> {
  const { rows } = await db.$client.query<Call>({
    name: 'call-by-carrier-id',
    text: CALL_BY_CARRIER_ID,
    values: [carrierId],
  });
  return rows[0];
}

/** Adds a line to a call's log, which only grows. */
export function noteCall(
  unit: Unit,
  callId: string,
  event: string,
  data: Record<string, unknown> = {},
): void {
  unit.insert('call_event', { call_id: callId, at: unit.now, event, data });
}

/** When anything was last told of a call, by the carrier or by whoever is on the line; undefined when nothing ever was. */
export async function lastHeardOf(db: Queryable, callId: string): Promise<Date | undefined> {
  const { rows } = await db.query<{ at: Date | null }>(
    'SELECT max(at) AS at FROM call_event WHERE call_id = $1',
    [callId],
  );
  return rows[0]?.at ?? undefined;
}

/**
 * The customer's legs of a case that are on the line: calls to the desk, and our calls back to them. A phone that was
 * called back and is not the customer's ear is none, nor is a call of which only the answer's loss is known.
 */
export async function liveCustomerLegs(db: Database, caseId: string): Promise<Call[]> {
  return db
    .select()
    .from(call)
    .where(
      and(
        eq(call.caseId, caseId),
        inArray(call.purpose, ['support', 'call-back']),
        isNull(call.endedAt),
        ne(call.place, NOT_REACHED),
        ne(call.status, 'lost'),
      ),
    );
}

/** The carrier that the customer of a case is on the line by; undefined when no leg of theirs is live. */
export async function carrierOfCustomer(db: Database, caseId: string): Promise<CarrierName | undefined> {
  return (await liveCustomerLegs(db, caseId))[0]?.carrier;
}

/** The customer's newest leg of a case, live or over: whether our last call back was answered. */
export async function lastCustomerLeg(db: Database, caseId: string): Promise<Call | undefined> {
  const [found] = await db
    .select()
    .from(call)
    .where(and(eq(call.caseId, caseId), inArray(call.purpose, ['support', 'call-back'])))
    .orderBy(desc(call.createdAt), desc(call.id))
    .limit(1);
  return found;
}

/** The responders' legs of a case that are on the line. */
export async function liveResponderLegs(db: Database, caseId: string): Promise<Call[]> {
  return db
    .select()
    .from(call)
    .where(and(eq(call.caseId, caseId), inArray(call.purpose, ['page', 'connect']), isNull(call.endedAt)));
}

/** Says where a live leg is now: menu, hold, offer, bridge ... */
export async function moveLeg(
  unit: Unit,
  callId: string,
  place: string,
  more: Partial<Pick<Call, 'caseId' | 'bridgedAt' | 'leftBridgeAt'>> = {},
): Promise<void> {
  await unit.db
    .update(call)
    .set({ place, ...more })
    .where(eq(call.id, callId));
}
