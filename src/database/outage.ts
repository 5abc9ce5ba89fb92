import { sqlStateOf } from './transaction.ts';

/** The server cannot be reached, lets nobody in, or hangs up: whatever is asked of it would fail alike. */
const AWAY = /^(08|28|57P0|3D)|^(55000|53300)$/;
/** It is there and fails for reasons that are not in the statement: locks, timeouts, no room, read only, damage, rights or tables that are not there yet. */
const TROUBLED = /^(40|53|55|57|58|XX|F0)|^(25006|25P03|42501|42P01|3F000)$/;
/** What system calls on a connection fail with. */
const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENETDOWN',
  'ECONNABORTED',
  'EPROTO',
]);
/** A certificate that has expired is renewed in the morning; so long nothing can be recorded. */
const TLS_CODES = /^(CERT_|ERR_TLS_|ERR_SSL_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_)/;
/** pg says some of it in words alone. */
const CONNECTION_WORDS = /connection|SASL|timeout exceeded|after calling end on the pool/i;

/**
 * What an error says of the database: `away`, it cannot be asked at all; `troubled`, it could not do this now; undefined,
 * the fault lies elsewhere, as in a statement that no database would take.
 */
export function outageOf(error: unknown): 'away' | 'troubled' | undefined {
  const state = sqlStateOf(error);
  if (state !== undefined && !CONNECTION_CODES.has(state)) {
    if (AWAY.test(state)) return 'away';
    return TROUBLED.test(state) ? 'troubled' : undefined;
  }
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code, syscall } = at as NodeJS.ErrnoException;
    if (CONNECTION_CODES.has(code ?? '') || syscall === 'connect') return 'away';
    if (TLS_CODES.test(code ?? '')) return 'away';
    if (code === undefined && CONNECTION_WORDS.test(at.message)) return 'away';
  }
  return undefined;
}
