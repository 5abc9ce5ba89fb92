export { connectDatabase, type ConnectOptions, type DatabaseTarget } from './connect.ts';
export { openDatabase, type Database, type OpenDatabase, type PoolOptions } from './database.ts';
export { startEmbedded, urlOf, type EmbeddedOptions, type EmbeddedServer } from './embedded.ts';
export { DatabaseUnusableError } from './fault.ts';
export { isMigrated, migrate } from './migrate.ts';
export { tooManyRights } from './roles.ts';
export type { Queryable } from './queryable.ts';
export { brokenConstraintOf, sqlStateOf, transaction } from './transaction.ts';
export { ListeningSession } from './listening-session.ts';
