import type { Carrier, Exchange } from '../carrier/carrier.ts';
import type { Change } from '../carrier/model.ts';
import { Telephone } from './telephone.ts';

/** A person of the product's who has a telephone here. */
export interface Person {
  key: string;
  name: string;
  role: string;
  number: string;
  /** How many calls it takes at the same time; one unless told. */
  lines?: number | undefined;
}

/** Every telephone of the simulated world, made when somebody first names its number. */
export class PhoneBook {
  readonly #telephones = new Map<string, Telephone>();
  /** Those that can reach the telephones, the first one's clock and log first. */
  readonly #carriers: Carrier[] = [];

  connect(carrier: Carrier): void {
    this.#carriers.push(carrier);
  }

  /** Throws for anything that is not E.164. */
  telephone(number: string): Telephone {
    const tidy = number.replace(/[\s()-]/g, '');
    if (!/^\+[1-9]\d{4,14}$/.test(tidy))
      throw new Error(`a telephone needs a number such as +12025550100, not "${number}"`);
    const known = this.#telephones.get(tidy);
    if (known) return known;
    const made = new Telephone(this.#carriers, tidy);
    this.#telephones.set(tidy, made);
    this.#changed({ what: 'phones', number: tidy });
    return made;
  }

  all(): Telephone[] {
    return [...this.#telephones.values()];
  }

  /** Gives phones to these people; whoever is no longer named keeps the phone as a stranger's. */
  setPeople(people: readonly Person[]): void {
    for (const telephone of this.#telephones.values()) telephone.key = null;
    for (const person of people) {
      const telephone = this.telephone(person.number);
      telephone.key = person.key;
      telephone.name = person.name;
      telephone.role = person.role;
      telephone.lines = person.lines ?? 1;
    }
    this.#changed({ what: 'phones' });
  }

  #changed(change: Change): void {
    for (const carrier of this.#carriers) carrier.changed(change);
  }

  /** The carrier at which this is an account's number; undefined for a telephone's. */
  ownerOf(number: string): Carrier | undefined {
    return this.#carriers.find(({ numbers }) => numbers.has(number));
  }

  /** How a carrier reaches the telephones. */
  get exchange(): Exchange {
    return {
      ring: (call) => this.telephone(call.phone).ring(call),
      deliverText: (message) => this.telephone(message.to).takeText(message),
    };
  }
}
