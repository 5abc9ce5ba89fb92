import { checkServer } from './check-server.ts';
import { openDatabase, type OpenDatabase, type PoolOptions } from './database.ts';
import { startEmbedded, startOrJoin } from './embedded.ts';
import { migrate } from './migrate.ts';

/** Where the data is: a server's address, or the folder of an embedded one. */
export type DatabaseTarget =
  { readonly kind: 'server'; readonly url: string } | { readonly kind: 'embedded'; readonly dataDir: string };

export interface ConnectOptions extends PoolOptions {
  /** True for a tool that works while the service runs as well as while it does not; the service itself is the owner. */
  readonly mayJoin?: boolean;
}

/**
 * Opens the database of a program: starts the embedded server if that is the target, checks that it can carry us, and
 * brings its tables up to date. `close` ends what was opened, an embedded server of ours included.
 * @throws DatabaseUnusableError with a message for the user.
 */
export async function connectDatabase(
  target: DatabaseTarget,
  { mayJoin = false, ...poolOptions }: ConnectOptions = {},
): Promise<OpenDatabase> {
  const start = mayJoin ? startOrJoin : startEmbedded;
  const server = target.kind === 'embedded' ? await start(target.dataDir) : undefined;
  const url = target.kind === 'server' ? target.url : (server?.url ?? '');
  try {
    await checkServer(url);
    const database = openDatabase(url, poolOptions);
    const close = async (): Promise<void> => {
      await database.close();
      await server?.stop();
    };
    await migrate(database.pool).catch(async (error: unknown) => {
      await database.close();
      throw error;
    });
    return { ...database, close };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}
