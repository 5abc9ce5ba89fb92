/** The embedded PostgreSQL cannot start or be joined; the message says what is wrong and how to mend it. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError';
}
