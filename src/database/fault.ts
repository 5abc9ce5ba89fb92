/**
 * The database cannot be used as it is. The message says why and how to mend it, without a password: a program shows it
 * alone, since a stack trace would tell its user nothing.
 */
export class DatabaseUnusableError extends Error {
  override readonly name: string = 'DatabaseUnusableError';
}
