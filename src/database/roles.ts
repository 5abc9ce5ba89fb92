import type { Pool } from 'pg';

/** What the service never deletes: what happened stays, blanked when its time has come. */
const keptTables = [
  'support_case',
  'call',
  'paging',
  'page',
  'text_message',
  'recording',
  'registration',
  'case_work',
  'alarm',
  'alarm_telling',
  'mail',
  'mail_received',
  'own_hours',
  'account_event',
];

/**
 * Gives `role` what the service needs and nothing more: it reads and writes rows, makes and drops nothing, deletes no
 * case, call, page or text, and changes no receipt. Run as the tables' owner, after every migration.
 */
export async function grantService(owner: Pool, role: string): Promise<void> {
  const { rows } = await owner.query<{ name: string; only: 'append' | 'keep' }>(
    `SELECT c.relname AS name, CASE WHEN EXISTS (SELECT 1 FROM pg_trigger t JOIN pg_proc f ON f.oid = t.tgfoid
         WHERE t.tgrelid = c.oid AND f.proname = 'refuse_change') THEN 'append' ELSE 'keep' END AS only
     FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`,
  );
  const name = quote(role);
  const appendOnly = rows.filter((row) => row.only === 'append').map((row) => quote(row.name));
  const kept = rows.filter((row) => keptTables.includes(row.name)).map((row) => quote(row.name));
  const client = await owner.connect();
  try {
    await client.query('BEGIN');
    // Several processes start at once, and PostgreSQL refuses two grants on one object at a time.
    await client.query('SELECT pg_advisory_xact_lock(4747, 3)');
    await client.query(`
      GRANT USAGE ON SCHEMA public TO ${name};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${name};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO ${name};
      REVOKE UPDATE, DELETE ON ${appendOnly.join(', ')} FROM ${name};
      REVOKE DELETE ON ${kept.join(', ')} FROM ${name};
      GRANT USAGE ON SCHEMA drizzle TO ${name};
      GRANT SELECT ON ALL TABLES IN SCHEMA drizzle TO ${name};`);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** Makes the role of the embedded server, which nobody else can reach. */
export async function ensureRole(owner: Pool, role: string): Promise<void> {
  const { rowCount } = await owner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount) return;
  // Another process may just have made it.
  await owner.query(`CREATE ROLE ${quote(role)} LOGIN`).catch((error: { code?: string }) => {
    if (error.code !== '42710' && error.code !== '23505') throw error;
  });
}

/** What the role that the service signs in with could do and should not, as sentences for whoever starts it. */
export async function tooManyRights(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ role: string; super: boolean; owns: boolean }>(
    `SELECT current_user AS role, rolsuper AS super, EXISTS (SELECT 1 FROM pg_tables
       WHERE schemaname = 'public' AND tablename = 'page_event' AND pg_has_role(tableowner, 'USAGE')) AS owns
     FROM pg_roles WHERE rolname = current_user`,
  );
  const { role = '', super: isSuper = false, owns = false } = rows[0] ?? {};
  const mend = 'See docs/SECURITY.md, "The database\'s roles": DATABASE_MIGRATION_URL.';
  if (isSuper)
    return [`The database's role ${role} is a superuser: a fault of ours could do anything there. ${mend}`];
  if (owns) return [`The database's role ${role} owns the tables: a fault of ours could empty them. ${mend}`];
  return [];
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
