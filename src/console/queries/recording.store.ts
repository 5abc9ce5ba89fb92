import { asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../../database/index.ts';
import type { RecordingFacts } from '../facts.ts';
import { recording } from './tables.store.ts';

/** What callers of these cases have been recorded saying, oldest first, silence too. */
export async function recordingsOf(
  db: Database,
  caseIds: string[],
): Promise<(RecordingFacts & { caseId: string | null })[]> {
  const rows = await db
    .select()
    .from(recording)
    .where(inArray(recording.caseId, caseIds))
    .orderBy(asc(recording.createdAt), asc(recording.id));
  return rows.map(({ id, caseId, createdAt, durationSeconds, label, nothingSaid, url, deletedAt }) => ({
    id,
    caseId,
    createdAt,
    durationSeconds: durationSeconds ?? undefined,
    label: label ?? undefined,
    nothingSaid,
    isThere: url !== null,
    deletedAt: deletedAt ?? undefined,
  }));
}

/** Where the carrier keeps a message; undefined when there is no such message, null while its place is not known. */
export async function readRecordingPlace(
  db: Database,
  id: string,
): Promise<{ url: string | null; createdAt: Date; deletedAt: Date | null } | undefined> {
  const [row] = await db
    .select({ url: recording.url, createdAt: recording.createdAt, deletedAt: recording.deletedAt })
    .from(recording)
    .where(eq(recording.id, id));
  return row;
}
