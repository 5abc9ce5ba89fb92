import type { Leg } from '../carrier/leg.ts';
import type { Question, Reaction } from '../carrier/model.ts';
import type { Network } from '../carrier/network.ts';
import type { Random } from '../kernel/random.ts';
import { Customer, type CustomerPlan } from './customer.ts';

export interface RegistrationPlan extends Omit<CustomerPlan, 'key'> {
  /** Keyed while the operator's phone rings, by some at once and by others later: to register alone, or in English. */
  whileHolding: 'nothing' | '1' | '9';
}

/** Somebody who calls where an operator registers, and answers questions where none does. */
export class RegisteringCustomer extends Customer {
  private left: RegistrationPlan['whileHolding'];

  constructor(plan: RegistrationPlan, random: Random, network: () => Network) {
    super({ ...plan, key: undefined }, random, network);
    this.left = plan.whileHolding;
  }

  override asked(leg: Leg, question: Question): Reaction | undefined {
    const { action, promptMs, verb } = question;
    if (verb === 'record' || action.includes('/back')) return super.asked(leg, question);
    const afterMs = this.random.between(1, Math.max(2, Math.ceil(promptMs / 500) + 2)) * 500;
    if (action.includes('/hold/')) {
      if (this.left === 'nothing' || this.random.chance(0.6)) return undefined;
      const keys = this.left;
      this.left = 'nothing';
      return { afterMs, keys };
    }
    if (this.random.chance(0.1)) return { afterMs, hangsUp: true };
    if (this.random.chance(0.2)) return undefined;
    // A number to be called back on, or whether it was heard right.
    return { afterMs, keys: this.random.pick(['0701740615', '1', '1', '2', '112']) };
  }
}
