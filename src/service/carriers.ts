import type { PhoneNumber } from '../kernel/index.ts';
import type { CarrierName } from '../telephony/index.ts';

type Channel = 'voice' | 'sms';

/** What people call them. */
export const carrierTitles: Readonly<Record<CarrierName, string>> = {
  twilio: 'Twilio',
  signalwire: 'SignalWire',
};

/** A carrier refuses everything of a channel; by then it is asked again. */
export interface Refusing {
  carrier: CarrierName;
  channel: Channel;
  code: string;
  tryAgainAt: Date;
}

/**
 * The carriers in use, whose each number is, and which of them are known to refuse what we ask. With one carrier there
 * is nothing to choose. What is known here is this process's copy of what the database says: a stale one costs a request
 * that is refused.
 */
export class Carriers {
  readonly first: CarrierName = 'twilio';
  readonly #second: { name: CarrierName; numbers: readonly PhoneNumber[] } | undefined;
  #refusing: readonly Refusing[] = [];

  constructor(second?: { name: CarrierName; numbers: readonly PhoneNumber[] }) {
    this.#second = second;
  }

  get areSeveral(): boolean {
    return this.#second !== undefined;
  }

  /** The first one first. */
  get inUse(): readonly CarrierName[] {
    return this.#second ? [this.first, this.#second.name] : [this.first];
  }

  /** The carrier that has a number of ours. */
  of(number: string | null): CarrierName {
    return this.#second?.numbers.some((theirs) => theirs === number) ? this.#second.name : this.first;
  }

  /** The one that can take over from `carrier`; undefined when it is the only one. */
  otherThan(carrier: CarrierName): CarrierName | undefined {
    if (!this.#second) return undefined;
    return carrier === this.first ? this.#second.name : this.first;
  }

  /** The numbers that are listed as a carrier's; of the first none are, because it has all others. */
  numbersOf(carrier: CarrierName): readonly PhoneNumber[] {
    return carrier === this.#second?.name ? this.#second.numbers : [];
  }

  /** False while a carrier is known to refuse this channel, until it is due to be asked again. */
  works(carrier: CarrierName, channel: Channel, now: Date): boolean {
    return !this.#refusing.some(
      (known) => known.carrier === carrier && known.channel === channel && known.tryAgainAt > now,
    );
  }

  /** True when it is news that a carrier takes a call or text: what it refuses only afterwards, that does not disprove. */
  hasRefused(carrier: CarrierName, channel: Channel): boolean {
    return this.#refusing.some(
      (known) => known.carrier === carrier && known.channel === channel && !known.code.startsWith('30'),
    );
  }

  /**
   * By which carrier something new goes out: by `wish`, such as the one that the caller came in by, unless it is known not
   * to work and the other one is not.
   */
  choose(channel: Channel, now: Date, wish: CarrierName = this.first): CarrierName {
    const other = this.otherThan(wish);
    if (other === undefined || this.works(wish, channel, now)) return wish;
    return this.works(other, channel, now) ? other : wish;
  }

  get known(): readonly Refusing[] {
    return this.#refusing;
  }

  /** What the database says. */
  learn(refusing: readonly Refusing[]): void {
    this.#refusing = refusing;
  }

  /** What has just been refused here, before the database says so. */
  add(refusal: Refusing): void {
    const { carrier, channel } = refusal;
    this.#refusing = [
      ...this.#refusing.filter((known) => known.carrier !== carrier || known.channel !== channel),
      refusal,
    ];
  }

  remove(carrier: CarrierName, channel: Channel): void {
    this.#refusing = this.#refusing.filter((known) => known.carrier !== carrier || known.channel !== channel);
  }
}
