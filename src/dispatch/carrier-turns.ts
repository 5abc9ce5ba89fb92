import type { Clock } from '../kernel/index.ts';
import type { CarrierAnswer, CarrierFailure, CarrierName } from '../telephony/index.ts';

/**
 * So many calls and texts are asked of one carrier at the same moment. What is beyond that would wait unread at a carrier
 * that hangs or is slow, and be done long after somebody has accepted; what waits here is decided anew.
 */
const MOST_AT_ONCE = 64;
/** As long as the carrier itself may take to answer; then it counts as one that may be asked again, or another may. */
const LONGEST_WAIT_MS = 8_000;

/** What waits for its turn at one carrier: the most urgent first, then what came first. */
interface Waiting {
  urgency: number;
  begin: (turn: Turn) => void;
}

type Turn = 'at-once' | 'waited' | 'none';

/** Who asks a carrier next for calls and texts, in this process. */
export class CarrierTurns {
  readonly #clock: Clock;
  readonly #underWay = new Map<CarrierName, number>();
  readonly #waiting = new Map<CarrierName, Waiting[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Asks the carrier when it is this order's turn. One that had to wait is asked for only if it is `wanted` then:
   * 'unwanted' says that it was not. Without a turn within 8 s the answer is a failure that may pass, and the carrier was
   * not asked.
   */
  async ask<T>(
    carrier: CarrierName,
    order: { urgency: number; wanted: () => Promise<boolean>; ask: () => Promise<CarrierAnswer<T>> },
  ): Promise<CarrierAnswer<T> | 'unwanted'> {
    const turn = await this.#take(carrier, order.urgency);
    if (turn === 'none') return { ok: false, failure: notAsked };
    try {
      if (turn === 'waited' && !(await order.wanted())) return 'unwanted';
      return await order.ask();
    } finally {
      this.#giveBack(carrier);
    }
  }

  #take(carrier: CarrierName, urgency: number): Promise<Turn> {
    const underWay = this.#underWay.get(carrier) ?? 0;
    if (underWay < MOST_AT_ONCE) {
      this.#underWay.set(carrier, underWay + 1);
      return Promise.resolve('at-once');
    }
    const queue = this.#waiting.get(carrier) ?? [];
    this.#waiting.set(carrier, queue);
    return new Promise((resolve) => {
      const timer = this.#clock.after(LONGEST_WAIT_MS, () => {
        queue.splice(queue.indexOf(mine), 1);
        resolve('none');
      });
      const mine: Waiting = {
        urgency,
        begin: (turn) => {
          timer.cancel();
          resolve(turn);
        },
      };
      const behind = queue.findIndex((other) => other.urgency > urgency);
      queue.splice(behind === -1 ? queue.length : behind, 0, mine);
    });
  }

  /** The next one takes the place over, so that nobody who comes meanwhile is before them. */
  #giveBack(carrier: CarrierName): void {
    const next = this.#waiting.get(carrier)?.shift();
    if (next) return next.begin('waited');
    this.#underWay.set(carrier, (this.#underWay.get(carrier) ?? 1) - 1);
  }
}

const notAsked: CarrierFailure = {
  class: 'may-pass',
  code: 'timeout',
  message: `not asked within ${LONGEST_WAIT_MS} ms: ${MOST_AT_ONCE} calls and texts wait for this carrier's answer`,
  ambiguous: false,
};
