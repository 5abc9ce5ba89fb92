import { DINO_NUMBER, DINO_OFFICE } from './callers.ts';
import { times, type CarrierFaults } from './carrier/faults.ts';
import { SECOND_NUMBER } from './carrier/network.ts';
import { Random } from './kernel/random.ts';
import { hasOperatorDesk, operatorCallsOf, type OperatorCalls } from './operator-desk.ts';
import { asleep, hasty, moods, type Mood } from './people/mood.ts';
import type { CustomerPlan } from './people/customer.ts';
import type { ProcessSettings } from './process/service-process.ts';
import { withRareMoments } from './rare-moments.ts';
import type { TroubleKind } from './troubles.ts';

/** What a seed has in store for a world. */
export interface Scenario {
  startMs: number;
  hasSecondCarrier: boolean;
  hasOperatorDesk: boolean;
  processes: ProcessSettings[];
  incidents: Incident[];
}

/** Some minutes in which customers call and things go wrong. */
export interface Incident {
  /** After the end of the one before. */
  afterMs: number;
  lengthMs: number;
  calls: { afterMs: number; plan: CustomerPlan; number: string }[];
  /** Of the first carrier, and of the second if there is one. */
  carriers: CarrierFaults[];
  troubles: { afterMs: number; kind: TroubleKind }[];
  /** One mood for each of the desk's people, from then on. */
  moods: { afterMs: number; moods: Mood[] }[];
  /** At the desk where operators answer, if the world has it. */
  operatorCalls: OperatorCalls | undefined;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Nights on which clocks are put forward or back, holidays, and the ends of years and months. */
const SPECIAL_DAYS = [
  '2026-03-08T05:30:00Z',
  '2026-11-01T04:30:00Z',
  '2027-03-14T05:30:00Z',
  '2027-11-07T04:30:00Z',
  '2026-11-26T02:00:00Z',
  '2026-12-24T20:00:00Z',
  '2026-12-31T23:00:00Z',
  '2027-07-04T12:00:00Z',
  '2028-02-28T22:00:00Z',
];

const LIGHT: CarrierFaults = {
  tooMany: 0.03,
  serverError: 0.02,
  serverErrorAfterwards: 0.02,
  lostAnswer: 0.03,
  hang: 0.02,
  refused: 0.01,
  slow: 0.05,
  callbackDropped: 0.05,
  callbackLate: 0.05,
  callbackDoubled: 0.05,
  endToldLate: 0.05,
  textUndelivered: 0.05,
  receiptMissing: 0.05,
};

const TROUBLES: Readonly<Record<TroubleKind, number>> = {
  'kill at once': 2,
  'kill in the middle': 4,
  'kill with pages in hand': 2,
  'cut a connection': 3,
  freeze: 3,
  'restart the database': 1.5,
  'outage for a caller': 1.5,
  deploy: 1,
  'account refused': 1,
  'sender refused': 1,
  'number dead': 0.5,
};

/** The people of the desk, in the order in which moods are dealt. */
export const PEOPLE_COUNT = 5;

export function scenarioOf(seed: number): Scenario {
  const random = new Random(seed);
  const startMs = random.chance(0.4)
    ? Date.parse(random.pick(SPECIAL_DAYS)) + random.between(0, 180) * MINUTE
    : Date.parse('2026-03-01T00:00:00Z') + random.between(0, 700 * 24 * 60) * MINUTE;
  const count = Number(random.weighed({ '1': 7, '2': 2, '3': 1 }));
  const hasSecondCarrier = random.chance(0.3);
  const numbers = [DINO_NUMBER, DINO_NUMBER, DINO_OFFICE, hasSecondCarrier ? SECOND_NUMBER : DINO_OFFICE];
  const incidents = Array.from({ length: count }, (_, n) => incidentOf(random, n, numbers));
  // Chances of their own, so that the other worlds are what they are without.
  const operators = hasOperatorDesk(seed) ? new Random(seed ^ 0x0dd5) : undefined;
  for (const incident of incidents)
    if (operators) incident.operatorCalls = operatorCallsOf(operators, incident.lengthMs);
  const scenario = {
    startMs,
    hasSecondCarrier,
    hasOperatorDesk: operators !== undefined,
    processes: processesOf(random),
    incidents,
  };
  return withRareMoments(seed, scenario, new Random(seed ^ 0x5a5e));
}

function processesOf(random: Random): ProcessSettings[] {
  const pollMs = random.pick([3_000, 10_000, 20_000]);
  const leaseMs = random.pick([5_000, 15_000]);
  const roles: ProcessSettings['role'][] = random.pick([
    ['all'],
    ['all', 'all'],
    ['all', 'all', 'all'],
    ['web', 'worker'],
    ['web', 'worker', 'all'],
  ]);
  const skew = (): number => (random.chance(0.6) ? random.between(-50, 50) : random.between(-3_000, 3_000));
  return roles.map((role, n) => ({ name: `node ${'ABC'[n]}`, role, skewMs: skew(), pollMs, leaseMs }));
}

function incidentOf(random: Random, number: number, numbers: readonly string[]): Incident {
  const lengthMs = random.between(5, 14) * MINUTE;
  const within = (ms: number): number => random.between(0, Math.floor(ms / 500)) * 500;
  const isBurst = random.chance(0.07);
  const callCount = isBurst ? random.between(5, 9) : Number(random.weighed({ '1': 5, '2': 4, '3': 1 }));
  const callsMs = isBurst ? 2 * MINUTE : lengthMs / 2;
  const troubleCount = random.chance(0.3) ? 0 : random.between(1, 5);
  // Now and then the whole desk sleeps, and rounds go on until somebody wakes.
  const allAsleep = random.chance(0.25);
  // Or everybody is in a hurry, and the carrier is late with saying so.
  const allHasty = !allAsleep && random.chance(0.15);
  const moodOf = (): Mood => (allAsleep ? asleep : allHasty ? hasty : random.pick(moods));
  const deal = (): Mood[] => Array.from({ length: PEOPLE_COUNT }, moodOf);
  const faultsOf = (): CarrierFaults =>
    allHasty
      ? { ...times(LIGHT, 4), endToldLate: 0.7 }
      : random.pick([times(LIGHT, 0), LIGHT, LIGHT, times(LIGHT, 4)]);
  return {
    afterMs: number === 0 ? MINUTE : within(random.pick([MINUTE * 30, DAY, 20 * DAY, 60 * DAY])),
    lengthMs,
    calls: Array.from({ length: callCount }, () => callOf(random, within(callsMs), numbers)),
    carriers: [faultsOf(), faultsOf()],
    troubles: Array.from({ length: troubleCount }, () => ({
      afterMs: within(lengthMs),
      kind: random.weighed(TROUBLES),
    })),
    moods: [
      { afterMs: 0, moods: deal() },
      { afterMs: within(lengthMs), moods: deal() },
    ],
    operatorCalls: undefined,
  };
}

function callOf(random: Random, afterMs: number, numbers: readonly string[]): Incident['calls'][number] {
  const key = random.weighed({ '1': 10, '2': 3, '3': 2, '4': 1, '5': 1, '6': 1, '7': 1, '0': 1, none: 1 });
  const number = random.chance(0.1) ? 'anonymous' : `+120255501${String(random.between(20, 49))}`;
  return {
    afterMs,
    number: random.pick(numbers),
    plan: {
      number,
      key: key === 'none' ? undefined : key,
      patienceMs: random.pick([random.between(4, 40) * 500, random.between(1, 10) * MINUTE, 30 * MINUTE]),
      picksUp: random.pick([0.2, 0.8, 1]),
    },
  };
}
