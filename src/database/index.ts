export { checkServer } from './check-server.ts';
export { addressOf, DatabaseUnusableError } from './connection-fault.ts';
export { openDatabase, type Database, type OpenDatabase, type PoolOptions } from './database.ts';
export { EmbeddedDatabaseError } from './embedded/fault.ts';
export { startEmbedded, startOrJoin, urlOf, type EmbeddedOptions, type EmbeddedServer } from './embedded.ts';
export { isMigrated, migrate, MigrationError } from './migrate.ts';
export { brokenConstraintOf, sqlStateOf, transaction } from './transaction.ts';
export type { Queryable } from './queryable.ts';
