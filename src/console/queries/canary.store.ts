import { asc, desc, eq, max, sql } from 'drizzle-orm';
import type { Database } from '../../database/index.ts';
import type { CarrierName } from '../../telephony/index.ts';
import { defined } from './rows.ts';
import { call, canary, textMessage } from './tables.store.ts';

export interface CanaryRow {
  readonly channel: 'sms' | 'voice';
  readonly carrier: CarrierName;
  readonly cameBackAt: Date | undefined;
}

/** When a canary of each channel and carrier last came back; no rows where none was sent within the last weeks. */
export async function readCanaries(db: Database): Promise<CanaryRow[]> {
  const carrier = sql<CarrierName>`coalesce(${textMessage.carrier}, ${call.carrier}, 'twilio')`;
  const rows = await db
    .select({ channel: canary.channel, carrier, cameBackAt: max(canary.cameBackAt) })
    .from(canary)
    .leftJoin(textMessage, eq(textMessage.id, canary.textId))
    .leftJoin(call, eq(call.id, canary.callId))
    .groupBy(canary.channel, carrier)
    .orderBy(asc(canary.channel), desc(carrier));
  return rows.map(defined);
}
