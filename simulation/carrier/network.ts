import { Carrier } from './carrier.ts';
import { noCarrierFaults } from './faults.ts';
import type { Leg } from './leg.ts';
import type { CarrierText, Party } from './model.ts';
import { Wire, type WireParts } from './wire.ts';

/** What all carriers' wires have in common, and who is at the other end. */
export interface NetworkParts extends Omit<WireParts, 'authToken' | 'accountSid' | 'signatureHeader'> {
  /** Whose phone it is. */
  partyAt(number: string): Party;
  /** A text of ours has come to a phone. */
  textArrived(text: CarrierText): void;
  /** A voice has said something to somebody. */
  heard(leg: Leg, text: string): void;
}

/** What the second carrier signs its webhooks with, and the number that is ours there. */
export const SECOND_KEY = 'a-signing-key-of-the-simulated-project';
export const SECOND_NUMBER = '+12025550190';
export const FIRST_KEY = 'a-token-of-the-simulated-account';

/** The telephones, and the carriers that bring calls and texts to them: one, or two that know nothing of each other. */
export class Network {
  readonly legs: Leg[] = [];
  readonly texts: CarrierText[] = [];
  readonly first: Carrier;
  readonly second: Carrier | undefined;
  readonly parts: NetworkParts;

  constructor(parts: NetworkParts, hasSecond: boolean) {
    this.parts = parts;
    this.first = this.open({
      authToken: FIRST_KEY,
      accountSid: `AC${'0'.repeat(32)}`,
      signatureHeader: 'x-twilio-signature',
    });
    this.second = hasSecond
      ? this.open({
          authToken: SECOND_KEY,
          accountSid: '5a1c0f1e-0000-4000-8000-000000000000',
          signatureHeader: 'x-signalwire-signature',
        })
      : undefined;
  }

  get carriers(): Carrier[] {
    return this.second ? [this.first, this.second] : [this.first];
  }

  /** Whether requests or callbacks are on their way. */
  get isBusy(): boolean {
    return this.carriers.some(
      ({ requests, wire }) => wire.underWay > 0 || [...requests].some(({ process }) => process.alive),
    );
  }

  liveLegs(): Leg[] {
    return this.legs.filter((leg) => !leg.isOver);
  }

  /** The carrier that has a number of ours. */
  withNumber(number: string): Carrier {
    return (number === SECOND_NUMBER ? this.second : undefined) ?? this.first;
  }

  /** Who has been in a room of this name at the same time, ever. */
  meetings(room: string): (readonly [Leg, Leg])[] {
    return this.carriers.flatMap(({ rooms }) => rooms.meetings(room));
  }

  private open(account: { authToken: string; accountSid: string; signatureHeader: string }): Carrier {
    const { timeline, random, history, tally, processes, publicUrl } = this.parts;
    const wire = new Wire(
      { timeline, history, tally, processes, publicUrl, random: random.fork(), ...account },
      noCarrierFaults,
    );
    return new Carrier({ network: this, random: random.fork(), wire });
  }
}
