import { asc, max } from 'drizzle-orm';
import type { Database } from '../../database/index.ts';
import { defined } from './rows.ts';
import { canary } from './tables.store.ts';

export interface CanaryRow {
  readonly channel: 'sms' | 'voice';
  readonly cameBackAt: Date | undefined;
}

/** When a canary of each channel last came back; no rows where none was sent within the last weeks. */
export async function readCanaries(db: Database): Promise<CanaryRow[]> {
  const rows = await db
    .select({ channel: canary.channel, cameBackAt: max(canary.cameBackAt) })
    .from(canary)
    .groupBy(canary.channel)
    .orderBy(asc(canary.channel));
  return rows.map(defined);
}
