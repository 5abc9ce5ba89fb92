import { enrol } from './desk.ts';
import type { Random } from './kernel/random.ts';
import { diligent, moods, type Mood } from './people/mood.ts';
import type { Responder } from './people/responder.ts';
import { RegisteringCustomer, type RegistrationPlan } from './people/registering-customer.ts';
import type { World } from './world.ts';

/** The desk where operators answer, by its script. */
export const OPERATOR_DESK = 'dvnordic';
const NUMBER = '+46858460600';

const PEOPLE = [
  { key: 'oda', role: 'operator' },
  { key: 'olle', role: 'operator' },
  { key: 'orvar', role: 'operator' },
  { key: 'tove', role: 'technician' },
  { key: 'tage', role: 'technician' },
];

/** What goes on at the desk in one incident of the world. */
export interface OperatorCalls {
  calls: { afterMs: number; plan: RegistrationPlan }[];
  /** One for each of its people, until all is well again. */
  moods: Mood[];
}

/** One world of seven has the desk beside the other. */
export function hasOperatorDesk(seed: number): boolean {
  return seed % 7 === 3;
}

/** What goes on there while so much else does; a chance of its own leaves the other desk's as it is. */
export function operatorCallsOf(random: Random, lengthMs: number): OperatorCalls {
  const count = random.between(1, 4);
  return {
    calls: Array.from({ length: count }, () => ({
      afterMs: random.between(0, lengthMs / 1_000) * 500,
      plan: planOf(random),
    })),
    moods: PEOPLE.map(() => random.pick(moods)),
  };
}

function planOf(random: Random): RegistrationPlan {
  return {
    number: random.chance(0.1) ? 'anonymous' : `+4670174061${random.between(0, 9)}`,
    whileHolding: random.weighed({ nothing: 6, '1': 2, '9': 1 }),
    patienceMs: random.pick([random.between(4, 60) * 500, random.between(2, 10) * 60_000]),
    picksUp: random.pick([0.2, 0.8, 1]),
  };
}

/** Writes the desk's people into the database, and gives each a phone. */
export async function enrolOperatorDesk(world: World): Promise<void> {
  for (const [position, { key, role }] of PEOPLE.entries()) {
    const number = `+4670174060${position + 5}`;
    await enrol(world, { desk: OPERATOR_DESK, key, role, position, number });
  }
}

export function beginOperatorCalls(world: World, { calls, moods: dealt }: OperatorCalls): void {
  for (const [n, { key }] of PEOPLE.entries()) {
    const person = world.responders.find((responder) => responder.key === key);
    if (person) person.mood = dealt[n] ?? diligent;
  }
  for (const { afterMs, plan } of calls) world.timeline.after(afterMs, () => someoneRegisters(world, plan));
}

function someoneRegisters(world: World, plan: RegistrationPlan): void {
  world.tally.callers += 1;
  const customer = new RegisteringCustomer(plan, world.random.fork(), () => world.network);
  world.customers.set(plan.number, customer);
  world.history.note(`${customer.name} dials the operator`);
  customer.dials(NUMBER);
}

/** Those on duty as operators. */
export function operatorsOf(world: World): Responder[] {
  const keys = new Set(PEOPLE.filter(({ role }) => role === 'operator').map(({ key }) => key));
  return world.responders.filter(({ key }) => keys.has(key));
}
