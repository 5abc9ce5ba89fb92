import type { Queryable } from '../database/index.ts';

/** The quiet hours of everybody who has some and takes texts, by key. Whoever is told by mail is told at once. */
export async function loadQuietHours(db: Queryable): Promise<Map<string, string>> {
  const { rows } = await db.query<{ key: string; quiet: string }>(
    `SELECT p.key, p.quiet FROM person p JOIN contact_method m ON m.person = p.key AND m.channel = 'sms' AND m.state = 'ok'
     WHERE p.quiet IS NOT NULL`,
  );
  return new Map(rows.map(({ key, quiet }) => [key, quiet]));
}
