import { describe, expect, it } from 'vitest';
import { outageOf } from './outage.ts';

const withCode = (code: string, message = 'it failed') => Object.assign(new Error(message), { code });

describe('outageOf', () => {
  it.each([
    withCode('ECONNREFUSED'),
    withCode('EPIPE'),
    withCode('57P01', 'terminating connection due to administrator command'),
    withCode('57P03', 'the database system is starting up'),
    withCode('53300', 'sorry, too many clients already'),
    withCode('55000', 'database "calls" is not currently accepting connections'),
    withCode('28P01', 'password authentication failed'),
    withCode('CERT_HAS_EXPIRED', 'certificate has expired'),
    new Error('SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature is wrong'),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'),
    new Error('Failed query: SELECT 1', { cause: withCode('ECONNRESET') }),
  ])('knows a database that cannot be asked: %s', (error) => {
    expect(outageOf(error)).toBe('away');
  });

  it.each(['53100', '25006', '57014', '55P03', '40P01', '58030', 'XX001', '42501', '42P01'])(
    'knows one that could not do it now: %s',
    (state) => {
      expect(outageOf(withCode(state))).toBe('troubled');
    },
  );

  it.each([
    withCode('23505', 'duplicate key value'),
    withCode('42703', 'column does not exist'),
    withCode('22P02', 'invalid input syntax for type uuid'),
    new TypeError("Cannot read properties of undefined (reading 'id')"),
    new Error('no call 1'),
    undefined,
  ])('blames nothing else on it: %s', (error) => {
    expect(outageOf(error)).toBeUndefined();
  });
});
