import { asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Database } from '../../database/index.ts';
import { defined } from './rows.ts';
import { alarm, alarmTelling, call, mail, person, textMessage } from './tables.store.ts';

/** One person told of an alarm by one way, and what is known to have become of it. */
export interface TellingRow {
  readonly alarmId: string;
  readonly personName: string;
  readonly channel: 'sms' | 'voice' | 'mail';
  readonly toldAt: Date;
  readonly heardAt: Date | undefined;
  /** Of the text, call or mail. */
  readonly status: string | undefined;
  readonly error: string | undefined;
}

export interface AlarmRow {
  readonly id: string;
  readonly kind: string;
  readonly desk: string | undefined;
  readonly message: string;
  readonly whatToDo: string;
  readonly raisedAt: Date;
  readonly told: readonly TellingRow[];
}

/** Alarms that stand, newest first, with who was told of them. */
export async function readAlarms(db: Database, most: number): Promise<AlarmRow[]> {
  const rows = await db
    .select()
    .from(alarm)
    .where(isNull(alarm.clearedAt))
    .orderBy(desc(alarm.raisedAt))
    .limit(most);
  const told = await readTellings(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...defined(row), told: told.filter((of) => of.alarmId === row.id) }));
}

async function readTellings(db: Database, alarmIds: readonly string[]): Promise<TellingRow[]> {
  if (alarmIds.length === 0) return [];
  const rows = await db
    .select({
      alarmId: alarmTelling.alarmId,
      personName: person.name,
      channel: alarmTelling.channel,
      toldAt: alarmTelling.toldAt,
      heardAt: alarmTelling.heardAt,
      status: sql<string | null>`coalesce(${textMessage.status}, ${call.status}, ${mail.status})`,
      error: sql<string | null>`coalesce(${textMessage.errorCode}, ${call.errorCode}, ${mail.lastError})`,
    })
    .from(alarmTelling)
    .innerJoin(person, eq(person.key, alarmTelling.person))
    .leftJoin(textMessage, eq(textMessage.id, alarmTelling.textId))
    .leftJoin(call, eq(call.id, alarmTelling.callId))
    .leftJoin(mail, eq(mail.id, alarmTelling.mailId))
    .where(inArray(alarmTelling.alarmId, [...alarmIds]))
    .orderBy(asc(alarmTelling.toldAt), asc(person.name), asc(alarmTelling.channel));
  return rows.map(defined);
}

/** How many alarms stand, for the badge on every page. */
export async function countAlarms(db: Database): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(alarm)
    .where(isNull(alarm.clearedAt));
  return row?.n ?? 0;
}
