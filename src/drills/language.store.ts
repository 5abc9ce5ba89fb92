import type { Queryable } from '../database/index.ts';

/** What somebody is paged in. */
export async function languageOf(db: Queryable, person: string): Promise<string> {
  const { rows } = await db.query<{ language: string }>('SELECT language FROM person WHERE key = $1', [
    person,
  ]);
  return rows[0]?.language ?? 'en-US';
}
