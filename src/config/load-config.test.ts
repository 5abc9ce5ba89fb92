import { describe, expect, it } from 'vitest';
import { describeFaults, loadConfig, type Config, type ConfigFault } from './index.ts';

const accountSid = `AC${'0'.repeat(32)}`;
const twilio = { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: 'token-one' };
const databaseUrl = 'postgresql://app:secret-word@db/calls';

function configOf(environment: Record<string, string>): Config {
  const result = loadConfig(environment);
  if (!result.ok) throw new Error(describeFaults(result.faults));
  return result.config;
}

function faultsOf(environment: Record<string, string>): readonly ConfigFault[] {
  const result = loadConfig(environment);
  return result.ok ? [] : result.faults;
}

const faultyNames = (environment: Record<string, string>): string[] =>
  faultsOf(environment).map((fault) => fault.variable);

describe('loadConfig', () => {
  it('needs nothing set: embedded database, simulated phones, this machine only', () => {
    expect(configOf({})).toEqual({
      isProduction: false,
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      database: { kind: 'embedded', dataDir: '.data' },
      journalDir: '.data/journal',
      carrier: { kind: 'simulated', phonesPort: 3001, callsPerSecond: 5 },
      pageFrom: [],
      ivrScripts: 'ivr-scripts',
      mail: undefined,
      canary: undefined,
      apiToken: undefined,
      retention: { recordingDays: 90, personalDataDays: 730 },
      trustedProxies: [],
      role: 'all',
      logLevel: 'warn',
    });
  });

  it('reads a whole production setting', () => {
    const config = configOf({
      ...twilio,
      NODE_ENV: 'production',
      HOST: '::',
      PORT: '8080',
      PUBLIC_URL: 'https://calls.example.com/',
      DATABASE_URL: databaseUrl,
      DATABASE_MIGRATION_URL: databaseUrl.replace('://', '://owner.'),
      RECORDING_DAYS: '30',
      PERSONAL_DATA_DAYS: '0',
      TRUSTED_PROXIES: '10.0.0.0/8, 2001:db8::1',
      TWILIO_AUTH_TOKEN_NEXT: 'token-two',
      TWILIO_API_KEY: `SK${'1'.repeat(32)}`,
      TWILIO_API_SECRET: 'key-secret',
      TWILIO_API_URL: 'http://localhost:4010/',
      PAGE_FROM: '+12025550100, +12025550101',
      SMTP_URL: 'smtp://mail:pw@mail.example.com:587',
      MAIL_FROM: 'Support <support@example.com>',
      ROLE: 'worker',
    });
    expect(config).toMatchObject({
      isProduction: true,
      publicUrl: 'https://calls.example.com',
      database: {
        kind: 'server',
        url: databaseUrl,
        migrationUrl: databaseUrl.replace('://', '://owner.'),
      },
      retention: { recordingDays: 30, personalDataDays: 0 },
      trustedProxies: ['10.0.0.0/8', '2001:db8::1'],
      carrier: {
        kind: 'twilio',
        accountSid,
        authTokens: ['token-one', 'token-two'],
        apiSecret: 'key-secret',
        apiUrl: 'http://localhost:4010',
      },
      pageFrom: ['+12025550100', '+12025550101'],
      mail: { smtpUrl: 'smtp://mail:pw@mail.example.com:587', from: 'Support <support@example.com>' },
      role: 'worker',
      logLevel: 'info',
    });
  });

  it('logs as much as it is told to, on simulated phones too', () => {
    expect(configOf({ LOG_LEVEL: 'info' }).logLevel).toBe('info');
    expect(configOf({ ...twilio, LOG_LEVEL: 'error' }).logLevel).toBe('error');
  });

  it('takes a blank variable for an absent one, as compose files write them', () => {
    expect(configOf({ DATABASE_URL: '', TWILIO_API_KEY: ' ', PORT: '' })).toEqual(configOf({}));
  });

  it('writes an IPv6 host in brackets', () => {
    expect(configOf({ HOST: '::1' }).publicUrl).toBe('http://[::1]:3000');
  });

  it('finds every fault at once, malformed and contradictory ones', () => {
    const names = faultyNames({
      PORT: 'eighty',
      ROLE: 'boss',
      TWILIO_API_KEY: 'mine',
      SMTP_URL: 'mail.example.com',
    });
    expect(names.sort()).toEqual([
      'MAIL_FROM',
      'PORT',
      'ROLE',
      'SMTP_URL',
      'TWILIO_API_KEY',
      'TWILIO_API_KEY',
      'TWILIO_API_SECRET',
    ]);
  });

  it.each([
    ['PORT', '0'],
    ['PORT', '70000'],
    ['HOST', 'http://here'],
    ['HOST', 'localhost:3000'],
    ['NODE_ENV', 'Production'],
    ['NODE_ENV', 'prod'],
    ['PHONES_CALLS_PER_SECOND', '0'],
    ['PHONES_CALLS_PER_SECOND', 'many'],
    ['PUBLIC_URL', 'calls.example.com'],
    ['PUBLIC_URL', 'ftp://calls.example.com'],
    ['PUBLIC_URL', 'https://calls.example.com/desk'],
    ['DATABASE_URL', 'mysql://db/calls'],
    ['DATABASE_URL', 'postgresql://app:100%@db/calls'],
    ['DATABASE_URL', 'postgresql://app:a/b@db/calls'],
    ['PAGE_FROM', '202 555 0100'],
    ['PAGE_FROM', '+12025550100,,'],
    ['PAGE_FROM', '+12025550100, +12025550100'],
    ['CANARY_NUMBER', '202 555 0100'],
    ['LOG_LEVEL', 'loud'],
    ['RECORDING_DAYS', '-1'],
    ['PERSONAL_DATA_DAYS', 'a year'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', 'proxy.example.com'],
    ['TRUSTED_PROXIES', '0.0.0.0/'],
    ['API_TOKEN', 'two words'],
    ['API_TOKEN', '"a-long-token-in-quotation-marks"'],
    ['API_TOKEN', 'ein-schlüssel-mit-umlaut'],
    ['FAIL_OPEN_URL', 'http://static.example'],
    ['FAIL_OPEN_URL', 'https://static.example/?key=1'],
  ] as const)('refuses %s=%s', (name, value) => {
    expect(faultyNames({ [name]: value })).toEqual([name]);
  });

  it.each([
    ['TWILIO_ACCOUNT_SID', 'AC...'],
    ['TWILIO_ACCOUNT_SID', `AC${'0'.repeat(31)}`],
    ['TWILIO_AUTH_TOKEN', '...'],
    ['TWILIO_AUTH_TOKEN', "'quoted'"],
    ['TWILIO_AUTH_TOKEN_NEXT', 'two words'],
    ['TWILIO_API_KEY', 'SK123'],
    ['TWILIO_API_KEY', accountSid],
    ['TWILIO_API_SECRET', 'two words'],
    ['TWILIO_API_URL', 'api.twilio.com'],
    ['TWILIO_API_URL', 'https://api.twilio.com/?edge=dublin'],
    ['TWILIO_API_URL', 'https://user:pass@api.twilio.com'],
  ] as const)('refuses %s=%s beside the rest of the account', (name, value) => {
    const whole = { ...twilio, TWILIO_API_KEY: `SK${'1'.repeat(32)}`, TWILIO_API_SECRET: 'key-secret' };
    expect(faultyNames(whole)).toEqual([]);
    expect(faultyNames({ ...whole, [name]: value })).toEqual([name]);
  });

  it.each([
    ['SMTP_URL', 'mail.example.com:587'],
    ['SMTP_URL', 'https://mail.example.com'],
    ['SMTP_URL', 'smtp://user:100%@mail.example.com'],
    ['SMTP_URL', 'smtp:?host=mail.example.com'],
    ['MAIL_FROM', 'support'],
    ['MAIL_FROM', 'support@'],
    ['MAIL_FROM', 'Support support@example.com'],
    ['MAIL_FROM', 'Support <support@example.com'],
    ['MAIL_FROM', 'a@example.com, b@example.com'],
  ] as const)('refuses %s=%s beside the rest of the mail settings', (name, value) => {
    const whole = { SMTP_URL: 'smtp://mail.example.com', MAIL_FROM: '"Dino, support" <support@example.com>' };
    expect(faultyNames(whole)).toEqual([]);
    expect(faultyNames({ ...whole, [name]: value })).toEqual([name]);
  });

  it.each([
    ['a token without an account', { TWILIO_AUTH_TOKEN: 'x' }, ['TWILIO_AUTH_TOKEN']],
    ['an account without a token', { TWILIO_ACCOUNT_SID: accountSid }, ['TWILIO_AUTH_TOKEN']],
    [
      'an API key without its secret',
      { ...twilio, TWILIO_API_KEY: `SK${'1'.repeat(32)}` },
      ['TWILIO_API_SECRET'],
    ],
    ['an API secret without its key', { ...twilio, TWILIO_API_SECRET: 'x' }, ['TWILIO_API_KEY']],
    [
      'production on simulated phones',
      { NODE_ENV: 'production', DATABASE_URL: databaseUrl },
      ['TWILIO_ACCOUNT_SID'],
    ],
    [
      'a guessable token in production',
      { ...twilio, NODE_ENV: 'production', DATABASE_URL: databaseUrl, API_TOKEN: 'short' },
      ['API_TOKEN'],
    ],
    ['a lone worker on the embedded database', { ROLE: 'worker' }, ['ROLE']],
    ['a canary without a number', { CANARY_EVERY_MINUTES: '30' }, ['CANARY_NUMBER']],
    [
      'a canary to the number it comes from',
      { CANARY_NUMBER: '+12025550100', PAGE_FROM: '+12025550100, +12025550101' },
      ['CANARY_NUMBER'],
    ],
    [
      'a canary too often',
      { CANARY_NUMBER: '+12025550100', CANARY_EVERY_MINUTES: '1' },
      ['CANARY_EVERY_MINUTES'],
    ],
    ['mail from nobody', { SMTP_URL: 'smtp://localhost' }, ['MAIL_FROM']],
    ['fail-open documents without an address', { FAIL_OPEN_DIR: 'out' }, ['FAIL_OPEN_URL']],
    [
      'tables owned in a database that is not named',
      { DATABASE_MIGRATION_URL: databaseUrl },
      ['DATABASE_MIGRATION_URL'],
    ],
    ['recordings that outlive their case', { PERSONAL_DATA_DAYS: '30' }, ['RECORDING_DAYS']],
    ['recordings for ever, cases not', { RECORDING_DAYS: '0' }, ['RECORDING_DAYS']],
    ['one port for both programs', { PORT: '3001', PHONES_PORT: '3001' }, ['PHONES_PORT']],
    ['the default port for the phones too', { PHONES_PORT: '3000' }, ['PHONES_PORT']],
    ['no port left for the phones', { PORT: '65535' }, ['PHONES_PORT']],
  ])('refuses %s', (_what, environment, names) => {
    expect(faultyNames(environment)).toEqual(names);
  });

  it('says what is wrong and how to mend it', () => {
    expect(describeFaults(faultsOf({ PORT: 'eighty' }))).toBe(
      'One setting is wrong, and the service does not start:\n' +
        '  PORT is not a port number ("eighty").\n' +
        '    Mend: write a whole number from 1 to 65535, such as 3000.',
    );
  });

  it('counts a variable once that is wrong in two ways', () => {
    const faults = faultsOf({ TWILIO_API_KEY: 'mine' });
    expect(faults.map((fault) => fault.variable)).toEqual([
      'TWILIO_API_KEY',
      'TWILIO_API_KEY',
      'TWILIO_API_SECRET',
    ]);
    expect(describeFaults(faults)).toMatch(/^2 settings are wrong/);
  });

  it('shows no secret in a fault or a warning', () => {
    const secrets = {
      DATABASE_URL: 'mysql://u:hidden-word@h/x',
      TWILIO_AUTH_TOKEN: 'hidden-word too',
      TWILIO_API_SECRET: 'hidden-word too',
      SMTP_URL: 'ftp://u:hidden-word@h',
      API_TOKEN: 'hidden-word too',
      FAIL_OPEN_URL: 'http://static.example/hidden-word',
    };
    const text = describeFaults(faultsOf(secrets));
    expect(text).toContain('DATABASE_URL');
    expect(text).not.toContain('hidden-word');
    const fine = loadConfig({ API_TOKEN: 'hidden-word' });
    expect(fine.ok).toBe(true);
    expect(JSON.stringify(fine.ok && fine.warnings)).not.toContain('hidden-word');
  });
});

describe('warnings', () => {
  const warningsOf = (environment: Record<string, string>): string => {
    const result = loadConfig(environment);
    return result.ok ? result.warnings.join('\n') : '';
  };

  it('say that phones are simulated and no mail is sent', () => {
    expect(warningsOf({})).toMatch(/simulated phones[^]*kept in the outbox/);
  });

  it('name a variable that nothing reads', () => {
    expect(warningsOf({ TWILIO_EDGE: 'dublin' })).toContain('TWILIO_EDGE is no variable of this service');
  });

  it('are silent about a complete setting', () => {
    const complete = {
      ...twilio,
      PUBLIC_URL: 'https://x.example',
      TRUSTED_PROXIES: '127.0.0.1',
      SMTP_URL: 'smtp://m',
      MAIL_FROM: 'a@b.example',
      FAIL_OPEN_URL: 'https://static.example/k3v9',
    };
    expect(warningsOf(complete)).toBe('');
  });
});

describe('a second carrier', () => {
  const signalwire = {
    SIGNALWIRE_SPACE_URL: 'https://example.signalwire.com/',
    SIGNALWIRE_PROJECT_ID: '6a1f0f5e-52c3-4c5e-9d0e-2f4f6f0b8a11',
    SIGNALWIRE_API_TOKEN: 'PT-token',
    SIGNALWIRE_SIGNING_KEY: 'PSK-key',
    SIGNALWIRE_FROM: '+12025550190',
  };

  it('is read whole', () => {
    expect(configOf({ ...twilio, ...signalwire }).secondCarrier).toEqual({
      kind: 'signalwire',
      spaceUrl: 'https://example.signalwire.com',
      projectId: signalwire.SIGNALWIRE_PROJECT_ID,
      apiToken: 'PT-token',
      signingKey: 'PSK-key',
      numbers: ['+12025550190'],
    });
  });

  it('is refused in part, without the first, and with a number that is at both: everything at once', () => {
    const { SIGNALWIRE_SPACE_URL: _space, SIGNALWIRE_SIGNING_KEY: _key, ...part } = signalwire;
    expect(faultyNames({ ...part, PAGE_FROM: '+12025550101,+12025550190' }).sort()).toEqual([
      'PAGE_FROM',
      'SIGNALWIRE_SIGNING_KEY',
      'SIGNALWIRE_SPACE_URL',
      'TWILIO_ACCOUNT_SID',
    ]);
  });
});
