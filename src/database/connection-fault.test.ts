import { describe, expect, it } from 'vitest';
import { addressOf, explainConnectionFault } from './connection-fault.ts';

const url = 'postgresql://app:p%40ss@db.example.com/calls';
const fault = (message: string, code?: string): string =>
  explainConnectionFault(url, Object.assign(new Error(message), code === undefined ? {} : { code })).message;

describe('explainConnectionFault', () => {
  it('says what is wrong and where', () => {
    expect(fault('password authentication failed', '28P01')).toBe(
      'the database at db.example.com:5432/calls cannot be used: ' +
        'it refuses the password: check user and password in DATABASE_URL',
    );
    expect(fault('timeout exceeded when trying to connect')).toContain('no answer came');
    expect(fault('getaddrinfo ENOTFOUND', 'ENOTFOUND')).toContain('no machine has that name');
  });

  it('repeats an unknown reason, but never the password in either spelling', () => {
    expect(fault('strange: p@ss or p%40ss')).toContain('cannot be used: strange: … or …');
  });

  it('quotes nothing from an address that cannot be read', () => {
    expect(explainConnectionFault('app:p@ss@nowhere', new Error('bad app:p@ss')).message).not.toContain(
      'p@ss',
    );
  });
});

describe('addressOf', () => {
  it('names the folder of a unix socket', () => {
    expect(addressOf('postgresql://app@localhost:5432/calls?host=%2Frun%2Fpg')).toBe('/run/pg:5432/calls');
  });
});
