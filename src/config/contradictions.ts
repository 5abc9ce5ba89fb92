import type { VariableName } from './variables.ts';

/** One thing that is wrong with the environment. Never holds a secret. */
export interface ConfigFault {
  readonly variable: VariableName;
  readonly problem: string;
  readonly mend: string;
  /** What is wrong in the files that the variable leads to, a line each. */
  readonly details?: readonly string[];
}

/** The variables as they were given, blank ones left out. */
export type Given = Partial<Record<VariableName, string>>;

interface Rule {
  readonly broken: (given: Given) => boolean;
  readonly fault: ConfigFault;
}

const isProduction = (given: Given): boolean => given.NODE_ENV === 'production';
const hasTwilio = (given: Given): boolean => given.TWILIO_ACCOUNT_SID !== undefined;

/** A second carrier is whole or absent. */
const secondCarrier = [
  'SIGNALWIRE_SPACE_URL',
  'SIGNALWIRE_PROJECT_ID',
  'SIGNALWIRE_API_TOKEN',
  'SIGNALWIRE_SIGNING_KEY',
  'SIGNALWIRE_FROM',
] as const;
const hasSecond = (given: Given): boolean => secondCarrier.some((name) => given[name] !== undefined);

/** Characters below which a secret is a matter of an hour. */
const SHORTEST_TOKEN = 8;

const portOf = ({ PORT: port = '3000' }: Given): number => Number(port);

const numbersIn = (list = ''): string[] => list.split(',').map((part) => part.trim());

const secondCarrierRules: readonly Rule[] = [
  ...secondCarrier.map((variable): Rule => ({
    broken: (given) => hasSecond(given) && given[variable] === undefined,
    fault: {
      variable,
      problem: 'is missing, and other settings of SignalWire are there',
      mend: 'set all that begin with SIGNALWIRE_, or none to use one carrier',
    },
  })),
  {
    broken: (given) => hasSecond(given) && !hasTwilio(given),
    fault: {
      variable: 'TWILIO_ACCOUNT_SID',
      problem: 'is missing, and SignalWire, which is set, is the second carrier',
      mend: 'set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN too, or remove what begins with SIGNALWIRE_',
    },
  },
  {
    broken: ({ SIGNALWIRE_FROM: theirs, PAGE_FROM: ours }) =>
      theirs !== undefined &&
      ours !== undefined &&
      numbersIn(ours).some((n) => numbersIn(theirs).includes(n)),
    fault: {
      variable: 'PAGE_FROM',
      problem: 'holds a number of SIGNALWIRE_FROM, and a number is at one carrier',
      mend: "keep SignalWire's numbers in SIGNALWIRE_FROM alone",
    },
  },
];

const rules: readonly Rule[] = [
  ...secondCarrierRules,
  {
    broken: (given) => hasTwilio(given) && given.TWILIO_AUTH_TOKEN === undefined,
    fault: {
      variable: 'TWILIO_AUTH_TOKEN',
      problem: 'is missing, and TWILIO_ACCOUNT_SID is set',
      mend: 'set it: the signatures of incoming requests are checked with it, also where an API key signs us in',
    },
  },
  ...(
    [
      'TWILIO_AUTH_TOKEN',
      'TWILIO_AUTH_TOKEN_NEXT',
      'TWILIO_API_KEY',
      'TWILIO_API_SECRET',
      'TWILIO_API_URL',
    ] as const
  ).map((variable): Rule => ({
    broken: (given) => !hasTwilio(given) && given[variable] !== undefined,
    fault: {
      variable,
      problem: 'is set, and TWILIO_ACCOUNT_SID is missing',
      mend: 'set TWILIO_ACCOUNT_SID too, or remove this one to use simulated phones',
    },
  })),
  {
    broken: (given) => given.TWILIO_API_KEY !== undefined && given.TWILIO_API_SECRET === undefined,
    fault: {
      variable: 'TWILIO_API_SECRET',
      problem: 'is missing, and TWILIO_API_KEY is set',
      mend: 'set both, or neither to sign in with the auth token',
    },
  },
  {
    broken: (given) => given.TWILIO_API_SECRET !== undefined && given.TWILIO_API_KEY === undefined,
    fault: {
      variable: 'TWILIO_API_KEY',
      problem: 'is missing, and TWILIO_API_SECRET is set',
      mend: 'set both, or neither to sign in with the auth token',
    },
  },
  {
    broken: (given) => isProduction(given) && !hasTwilio(given),
    fault: {
      variable: 'TWILIO_ACCOUNT_SID',
      problem: 'is missing, and NODE_ENV is production: simulated phones ring at nobody',
      mend: 'set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, or remove NODE_ENV to try the service',
    },
  },
  {
    broken: (given) => given.DATABASE_URL === undefined && (given.ROLE === 'web' || given.ROLE === 'worker'),
    fault: {
      variable: 'ROLE',
      problem: 'splits the service, and the embedded database serves one process',
      mend: 'set DATABASE_URL for all processes, or ROLE=all',
    },
  },
  {
    broken: (given) => given.DATABASE_MIGRATION_URL !== undefined && given.DATABASE_URL === undefined,
    fault: {
      variable: 'DATABASE_MIGRATION_URL',
      problem: 'is set, and DATABASE_URL is missing',
      mend: 'set DATABASE_URL to the same database with the role of the service, or remove this one',
    },
  },
  {
    broken: ({ RECORDING_DAYS: sound = '90', PERSONAL_DATA_DAYS: rest = '730' }) =>
      Number(rest) > 0 && (Number(sound) === 0 || Number(sound) > Number(rest)),
    fault: {
      variable: 'RECORDING_DAYS',
      problem: 'is longer than PERSONAL_DATA_DAYS: a recording would outlive what says whose it is',
      mend: 'set it to as many days or fewer',
    },
  },
  {
    broken: (given) => given.SMTP_URL !== undefined && given.MAIL_FROM === undefined,
    fault: {
      variable: 'MAIL_FROM',
      problem: 'is missing, and SMTP_URL is set',
      mend: 'set it to the address that customers shall see and answer, such as support@example.com',
    },
  },
  {
    broken: (given) => given.FAIL_OPEN_DIR !== undefined && given.FAIL_OPEN_URL === undefined,
    fault: {
      variable: 'FAIL_OPEN_URL',
      problem: 'is missing, and FAIL_OPEN_DIR is set',
      mend: 'set it to the address at which that folder is served: the documents in it name each other by it',
    },
  },
  {
    broken: (given) => given.CANARY_EVERY_MINUTES !== undefined && given.CANARY_NUMBER === undefined,
    fault: {
      variable: 'CANARY_NUMBER',
      problem: 'is missing, and CANARY_EVERY_MINUTES is set',
      mend: 'set it to a number of the account that pages do not come from, or remove CANARY_EVERY_MINUTES',
    },
  },
  {
    broken: ({ CANARY_NUMBER: canary, PAGE_FROM: from = '' }) =>
      canary !== undefined && from.split(',')[0]?.trim() === canary,
    fault: {
      variable: 'CANARY_NUMBER',
      problem: 'is the number that pages come from, and no number can text or call itself',
      mend: 'set it to another number of the account, or remove it',
    },
  },
  {
    broken: (given) => isProduction(given) && (given.API_TOKEN?.length ?? Infinity) < SHORTEST_TOKEN,
    fault: {
      variable: 'API_TOKEN',
      problem: 'is so short that it could be guessed, and NODE_ENV is production',
      mend: 'take what openssl rand -hex 32 prints',
    },
  },
  {
    broken: (given) => !hasTwilio(given) && Number(given.PHONES_PORT) === portOf(given),
    fault: {
      variable: 'PHONES_PORT',
      problem: 'is the same as PORT, and the simulated phones need one of their own',
      mend: 'set another port, or remove it: then it is PORT and one',
    },
  },
  {
    broken: (given) => !hasTwilio(given) && given.PHONES_PORT === undefined && portOf(given) === 65_535,
    fault: {
      variable: 'PHONES_PORT',
      problem: 'is missing, and no port follows PORT, which is the last',
      mend: 'set it to a free port, such as 3001, or PORT to a smaller one',
    },
  },
];

/** The faults that lie between variables, each of which may be right alone. */
export function findContradictions(given: Given): ConfigFault[] {
  return rules.filter((rule) => rule.broken(given)).map((rule) => rule.fault);
}
