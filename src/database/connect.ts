import { checkServer } from './check-server.ts';
import { openDatabase, type OpenDatabase, type PoolOptions } from './database.ts';
import { startEmbedded, startOrJoin } from './embedded.ts';
import { DatabaseUnusableError } from './fault.ts';
import { migrate } from './migrate.ts';
import { ensureRole, grantService } from './roles.ts';

/** Where the data is: a server's address, or the folder of an embedded one. */
export type DatabaseTarget =
  | {
      readonly kind: 'server';
      readonly url: string;
      /** The same database with the role that owns the tables; undefined: the service's role owns them. */
      readonly migrationUrl?: string | undefined;
    }
  | { readonly kind: 'embedded'; readonly dataDir: string };

export interface ConnectOptions extends PoolOptions {
  /** True for a tool that works while the service runs as well as while it does not; the service itself is the owner. */
  readonly mayJoin?: boolean;
}

/** The role of the service in the embedded server. */
const embeddedRole = 'afterhours';

interface Addresses {
  url: string;
  /** Undefined where one role does both. */
  migrationUrl: string | undefined;
}

/**
 * Opens the database of a program: starts the embedded server if that is the target, checks that it can carry us,
 * brings its tables up to date, and gives the service's role what it needs of them. `close` ends what was opened, an
 * embedded server of ours included.
 * @throws DatabaseUnusableError with a message for the user.
 */
export async function connectDatabase(
  target: DatabaseTarget,
  { mayJoin = false, ...poolOptions }: ConnectOptions = {},
): Promise<OpenDatabase> {
  const start = mayJoin ? startOrJoin : startEmbedded;
  const server = target.kind === 'embedded' ? await start(target.dataDir) : undefined;
  try {
    const { url, migrationUrl } = target.kind === 'server' ? given(target) : ofEmbedded(server?.url ?? '');
    if (target.kind === 'server') await checkServer(url);
    if (migrationUrl !== undefined) await prepare(url, migrationUrl, target.kind === 'embedded');
    if (target.kind === 'embedded') await checkServer(url);
    const database = openDatabase(url, poolOptions);
    const close = async (): Promise<void> => {
      await database.close();
      await server?.stop();
    };
    if (migrationUrl === undefined) {
      await migrate(database.pool).catch(async (error: unknown) => {
        await database.close();
        throw error;
      });
    }
    return { ...database, close };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

const given = ({ url, migrationUrl }: { url: string; migrationUrl?: string | undefined }): Addresses => ({
  url,
  migrationUrl,
});

/** On Windows the server asks for a password, and its only role has one. */
function ofEmbedded(ownerUrl: string): Addresses {
  if (process.platform === 'win32') return { url: ownerUrl, migrationUrl: undefined };
  const url = new URL(ownerUrl);
  url.username = embeddedRole;
  return { url: url.href, migrationUrl: ownerUrl };
}

/** The owner's part: tables, and what the service may do to them. */
async function prepare(url: string, migrationUrl: string, mayMakeRole: boolean): Promise<void> {
  const owner = openDatabase(migrationUrl, { maxConnections: 2 });
  try {
    await migrate(owner.pool);
    if (mayMakeRole) await ensureRole(owner.pool, embeddedRole);
    await grantService(owner.pool, await roleOf(url));
  } catch (error) {
    if (error instanceof DatabaseUnusableError) throw error;
    const words = error instanceof Error ? error.message : String(error);
    throw new DatabaseUnusableError(
      `the role of DATABASE_MIGRATION_URL could not prepare the tables: ${words}`,
      {
        cause: error,
      },
    );
  } finally {
    await owner.close();
  }
}

/** The role behind an address: asked, because an address may leave it out. */
async function roleOf(url: string): Promise<string> {
  const service = openDatabase(url, { maxConnections: 1 });
  try {
    const { rows } = await service.pool.query<{ role: string }>('SELECT current_user AS role');
    return rows[0]?.role ?? '';
  } finally {
    await service.close();
  }
}
