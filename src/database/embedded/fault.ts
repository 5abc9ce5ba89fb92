import { DatabaseUnusableError } from '../fault.ts';

/** The embedded PostgreSQL cannot start or be joined. */
export class EmbeddedDatabaseError extends DatabaseUnusableError {
  override readonly name = 'EmbeddedDatabaseError';
}
