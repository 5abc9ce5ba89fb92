import { Customer, type CustomerPlan } from './people/customer.ts';
import type { World } from './world.ts';

/** The desk's numbers: the one that it is known by, and the office's. */
export const DINO_NUMBER = '+18004803466';
export const DINO_OFFICE = '+17037682610';

/** Somebody calls the desk. */
export function someoneDials(world: World, plan: CustomerPlan, number: string): void {
  world.tally.callers += 1;
  const customer = new Customer(plan, world.random.fork(), () => world.network);
  world.customers.set(plan.number, customer);
  world.history.note(`${customer.name} dials, and means to press ${plan.key ?? 'nothing'}`);
  customer.dials(number);
}
