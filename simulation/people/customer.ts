import type { Leg } from '../carrier/leg.ts';
import type { Party, Pickup, Question, Reaction } from '../carrier/model.ts';
import type { Network } from '../carrier/network.ts';
import type { Random } from '../kernel/random.ts';
import { leaveAfterTalk } from './talk.ts';

export interface CustomerPlan {
  number: string;
  /** Keyed at the main menu. Undefined: stays silent. */
  key: string | undefined;
  /** Hangs up after so long without a human. */
  patienceMs: number;
  /** How likely it is that our call back is answered. */
  picksUp: number;
}

/** Somebody who calls the desk, and whom we may call back. */
export class Customer implements Party {
  readonly plan: CustomerPlan;
  private keyed = false;
  protected readonly random: Random;
  private readonly network: () => Network;

  constructor(plan: CustomerPlan, random: Random, network: () => Network) {
    this.plan = plan;
    this.random = random;
    this.network = network;
  }

  get name(): string {
    return `customer ${this.plan.number}`;
  }

  dials(number: string): Leg {
    const carrier = this.network().withNumber(number);
    const leg = carrier.dialIn(this.plan.number, number, this);
    const losePatience = (): void => {
      if (leg.isOver) return;
      if (carrier.rooms.members(leg.room).length > 1) return;
      leg.end('completed', 'far-end');
    };
    carrier.timeline.after(this.plan.patienceMs, losePatience);
    // Nobody stays on the line for ever.
    carrier.timeline.after(this.plan.patienceMs + 900_000, () => leg.end('completed', 'far-end'));
    return leg;
  }

  rings(): Pickup | undefined {
    if (!this.random.chance(this.plan.picksUp))
      return this.random.chance(0.5) ? undefined : { afterMs: 500, how: 'busy' };
    return { afterMs: this.random.between(4, 30) * 500, how: 'answers' };
  }

  asked(leg: Leg, { action, promptMs, verb }: Question): Reaction | undefined {
    const afterMs = this.random.between(1, Math.max(2, Math.ceil(promptMs / 500) + 2)) * 500;
    if (verb === 'record')
      return this.random.chance(0.6) ? { afterMs: 5_000, keys: '#' } : { afterMs, hangsUp: true };
    if (action.includes('/back')) {
      return this.random.chance(0.5) ? { afterMs, keys: '1' } : { afterMs, hangsUp: true };
    }
    if (action.includes('/hold/'))
      return this.random.chance(0.03) ? { afterMs, keys: this.random.pick(['1', '7']) } : undefined;
    if (!this.keyed) {
      if (this.plan.key === undefined) return undefined;
      this.keyed = this.random.chance(0.9);
      return { afterMs, keys: this.keyed ? this.plan.key : '8' };
    }
    if (leg.start.from === 'anonymous' && this.random.chance(0.5)) return { afterMs, keys: '2025550133' };
    return this.random.chance(0.5) ? { afterMs, keys: this.random.pick(['1', '1', '2', '0']) } : undefined;
  }

  entered(leg: Leg, others: readonly Leg[]): void {
    leaveAfterTalk(this.random, leg, others, { inAHurry: false });
  }
}
