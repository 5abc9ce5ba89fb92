import type { Pool } from 'pg';

/**
 * What somebody who has shown nothing may leave: the count of their failed sign-ins. It must outlast the request, because
 * it is what makes the next guess wait; it names nobody who can be paged, and nothing is decided by it but that wait.
 */
const ofStrangers = ['sign_in_failure'];

async function tableNames(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  );
  return rows.map((row) => row.name).filter((name) => !ofStrangers.includes(name));
}

/** Of each table how many rows it has and what is in them, as text to compare. */
export async function tablesOf(pool: Pool): Promise<Map<string, string>> {
  const names = await tableNames(pool);
  const parts = names.map(
    (name) =>
      `SELECT '${name}' AS name, count(*) AS rows, coalesce(sum(hashtextextended(t::text, 0)), 0) AS content FROM ${name} t`,
  );
  const { rows } = await pool.query<{ name: string }>(parts.join(' UNION ALL '));
  return new Map(rows.map((row) => [row.name, JSON.stringify(row)]));
}

/** Empties what requests have written, triggers or not; people, accounts and settings stay. */
export async function forget(pool: Pool): Promise<void> {
  const names = await tableNames(pool);
  const written = names.filter((name) =>
    /^(support_case|call|paging|page|recording|text_message|task|alarm|.*_event)$/.test(name),
  );
  const client = await pool.connect();
  try {
    await client.query('SET session_replication_role = replica');
    await client.query(`TRUNCATE ${written.join(', ')} CASCADE`);
  } finally {
    client.release(true);
  }
}
