import { DatabaseUnusableError } from './fault.ts';
import { sqlStateOf } from './transaction.ts';

const bySqlState: Record<string, string> = {
  '28P01': 'it refuses the password: check user and password in DATABASE_URL',
  '28000':
    'it refuses this user from this machine: check the user, pg_hba.conf, and whether it asks for TLS (?sslmode=require)',
  '3D000':
    'it has no such database: create it (CREATE DATABASE ...), or correct the name at the end of DATABASE_URL',
  '53300': 'it has no connection left: raise max_connections, or run fewer processes',
  '57P03': 'it is starting up or shutting down: try again in a moment',
  '08P01':
    'it does not accept our connection settings, as PgBouncer does by default: give the address of PostgreSQL itself',
};

const bySystemCode: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there: is PostgreSQL running, and are host and port right?',
  ENOTFOUND: 'no machine has that name: check the host in DATABASE_URL',
  EAI_AGAIN: 'the name could not be looked up just now: check the host and the DNS',
  ENOENT: 'there is no such unix socket: is PostgreSQL running?',
  EACCES: 'we may not open that unix socket: run as the user the server allows',
  ETIMEDOUT: 'no answer came: check host, port and firewall',
  EHOSTUNREACH: 'there is no way to that machine: check the network',
  ECONNRESET: 'it hung up: is that port PostgreSQL, and does it ask for TLS (?sslmode=require)?',
  SELF_SIGNED_CERT_IN_CHAIN:
    'its certificate is signed by nobody we know: give its root with ?sslrootcert=FILE',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself: give it with ?sslrootcert=FILE',
};

/** Says in plain words why a connection to `url` failed; the password appears nowhere. */
export function explainConnectionFault(url: string, error: unknown): DatabaseUnusableError {
  const code = sqlStateOf(error) ?? systemCodeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  const said = withoutPassword(url, message) || 'it gave no reason';
  const timedOut = /timeout/i.test(message) ? bySystemCode['ETIMEDOUT'] : undefined;
  const file = unreadFile(error);
  const why = file ?? bySqlState[code ?? ''] ?? bySystemCode[code ?? ''] ?? timedOut ?? said;
  return new DatabaseUnusableError(`the database at ${addressOf(url)} cannot be used: ${why}`, {
    cause: code,
  });
}

/** Host, port and database of a connection URL; neither user nor password. */
export function addressOf(url: string): string {
  if (!isPostgresUrl(url)) return 'DATABASE_URL';
  const { hostname, port, pathname, searchParams } = new URL(url);
  return `${searchParams.get('host') ?? hostname}:${port || '5432'}${pathname}`;
}

function isPostgresUrl(url: string): boolean {
  return URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol);
}

/** A certificate or key (sslrootcert, sslcert, sslkey) whose file is not there. */
function unreadFile(error: unknown): string | undefined {
  const { syscall, path } = (error ?? {}) as NodeJS.ErrnoException;
  if (syscall !== 'open' || path === undefined) return undefined;
  return `its address names the file ${path}, which cannot be read: check the path and its permissions`;
}

function systemCodeOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

function withoutPassword(url: string, message: string): string {
  if (!isPostgresUrl(url)) return ''; // the message could quote any part of it
  const { password } = new URL(url);
  if (password === '') return message;
  return message.replaceAll(password, '…').replaceAll(decodeURIComponent(password), '…');
}
