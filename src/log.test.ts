import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLogger } from './log.ts';

const number = '+12025550111';

/** A log and the lines that it wrote. */
function capture() {
  const lines: string[] = [];
  const log = createLogger('trace', { write: (line: string) => void lines.push(line) });
  return {
    log,
    written: () => lines.join(''),
    last: () => JSON.parse(lines.at(-1)!) as Record<string, unknown>,
  };
}

describe('a telephone number reaches the log with its last two digits only', () => {
  const { log, written, last } = capture();
  const failure = new Error(`calls to ${number} fail`, { cause: new Error(`twice: ${number}`) });
  const ways: Record<string, () => void> = {
    'in the message': () => log.info(`called ${number}`),
    'in what is put into the message': () => log.info('called %s', number),
    'in a field': () => log.info({ to: number }, 'called'),
    'deep in fields': () => log.info({ call: { legs: [{ to: number }] } }, 'called'),
    'as the name of a field': () => log.info({ [number]: 1 }, 'called'),
    'in an error': () => log.error({ err: failure }, 'failed'),
    'in an error alone': () => log.error(failure),
    'in an error under another name': () => log.error({ why: { reason: failure } }, 'failed'),
    'in several errors': () => log.error({ err: new AggregateError([failure], number) }, 'failed'),
    'in a child’s own fields': () => log.child({ caller: number }).info('called'),
    'grouped for reading': () => log.info('called +1 202 555 0111'),
    'as a part of an address': () => log.info({ req: { method: 'GET', url: '/p/%2B12025550111' } }, 'asked'),
    'in a map': () => log.info({ calls: new Map([['to', number]]) }, 'called'),
  };
  for (const [way, write] of Object.entries(ways)) {
    it(way, () => {
      write();
      expect(JSON.stringify(last()).replaceAll(' ', '')).not.toMatch(/2025550/);
      expect(written()).toContain('+…11');
    });
  }

  it('wherever it stands', () => {
    fc.assert(
      fc.property(fc.object({ withDate: true, maxDepth: 4 }), fc.string(), (fields, words) => {
        log.warn({ ...fields, more: { ...fields, to: `${words} ${number}` } }, `${words}${number}`);
        expect(JSON.stringify(last())).not.toContain(number);
      }),
    );
  });
});

describe('a secret never reaches the log', () => {
  const secret = 'oRdinary-Secret_0123456789';
  const { log, last } = capture();
  const ways: Record<string, () => void> = {
    'as a header': () =>
      log.info({ headers: { Authorization: secret, 'X-Twilio-Signature': secret } }, 'asked'),
    'as a setting': () =>
      log.info({ config: { carrier: { authToken: secret, apiSecret: secret } } }, 'began'),
    'as a list': () => log.info({ authTokens: [secret] }, 'began'),
    'in an address': () => log.info(`postgresql://user:${secret}@db:5432/afterhours`),
    'in a link that lets people in': () =>
      log.info({ url: `https://calls.example.com/a/${secret}?x=1` }, 'sent'),
    'in the path of a request': () =>
      log.info({ req: { method: 'GET', url: `/welcome/${secret}?${secret}` } }),
    'as a bearer token': () => log.warn(`refused: Bearer ${secret}`),
    'in the parameters of a failed query': () =>
      log.error({ err: new Error(`Failed query: select $1\nparams: a\nb,${secret}`) }, 'failed'),
    'in what else an error carries': () =>
      log.error(
        { err: Object.assign(new Error('no'), { config: { auth: secret }, detail: secret }) },
        'failed',
      ),
  };
  for (const [way, write] of Object.entries(ways)) {
    it(way, () => {
      write();
      expect(JSON.stringify(last())).not.toContain(secret);
    });
  }
});

describe('whatever the number and the secret are', () => {
  const digits = fc.stringMatching(/^[1-9][0-9]{9,14}$/);
  const secretText = fc.stringMatching(/^[A-Za-z0-9_-]{43}$/);
  const wrap = fc.constantFrom<(number: string, secret: string) => Record<string, unknown>>(
    (number, secret) => ({ to: `+${number}`, url: `https://x.example/a/${secret}` }),
    (number, secret) => ({ body: `From=%2B${number}&x=1`, link: `/join/${secret}` }),
    (number, secret) => ({ err: new Error(`no route to +${number}; Bearer ${secret}`) }),
    (number, secret) => ({ deep: [{ a: `call +${number}` }], apiToken: secret }),
    (number, secret) => ({ text: `afterhours_${secret} of +${number}` }),
    (number, secret) => ({ req: { method: 'GET', url: `/welcome/${secret}?From=%2B${number}` } }),
    (number, secret) => ({
      err: new Error('x', { cause: new Error(`postgres://u:${secret}@h +${number}`) }),
    }),
  );

  it('neither stands in a line', () => {
    const { log, last } = capture();
    fc.assert(
      fc.property(digits, secretText, wrap, (number, secret, fields) => {
        log.warn(fields(number, secret), `about +${number} and https://x.example/join/${secret}`);
        const line = JSON.stringify(last());
        expect(line).not.toContain(number);
        expect(line).not.toContain(secret);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a log line', () => {
  it('still says what happened', () => {
    const { log, last } = capture();
    const err = Object.assign(new Error('Failed query: select 1\nparams: 1,2'), { code: '57P01' });
    log.error({ err, case: 'DINO-1042', round: 2, at: new Date(0), phones: { rang: 4 } }, 'round failed');
    expect(last()).toMatchObject({
      msg: 'round failed',
      case: 'DINO-1042',
      round: 2,
      at: '1970-01-01T00:00:00.000Z',
      phones: { rang: 4 },
      err: { type: 'Error', code: '57P01', message: 'Failed query: select 1\nparams: …' },
    });
    expect((last()['err'] as { stack: string }).stack).toContain('log.test.ts');
  });

  it('is written whatever is logged, a thing that contains itself included', () => {
    const { log, last } = capture();
    const knot: Record<string, unknown> = { name: 'knot' };
    knot['itself'] = knot;
    log.info({ knot, big: 10n }, 'tied');
    expect(last()).toMatchObject({ msg: 'tied', knot: { name: 'knot' }, big: '10' });
  });
});
