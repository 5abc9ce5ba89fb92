import type { Clock } from '../kernel/index.ts';
import { NOT_ASKED, type CarrierAnswer, type CarrierFailure, type CarrierName } from '../telephony/index.ts';

/**
 * So many calls and texts are asked of one carrier at the same moment. What is beyond that would wait unread at a carrier
 * that hangs or is slow, and be done long after somebody has accepted; what waits here is decided anew.
 */
const MOST_AT_ONCE = 64;
/** Longer than a carrier may take to answer, so that those in front have their answer by then. */
const LONGEST_WAIT_MS = 9_000;
/** Whoever has waited less is asked for as it is: a burst at a carrier that answers at once is over by then. */
const STILL_FRESH_MS = 1_000;
/** Of so many turns one goes to what has waited longest, or the mildest would wait for as long as the urgent keep coming. */
const URGENT_IN_A_ROW = 8;

/** What waits for its turn at one carrier: the most urgent first, then what came first. */
interface Waiting {
  urgency: number;
  /** In the order in which they came. */
  place: number;
  begin: () => void;
  leave: () => void;
}

type Turn = 'fresh' | 'waited' | 'none';

export interface CarrierTurnsOptions {
  clock: Clock;
  mostAtOnce?: number | undefined;
}

/** Who asks a carrier next for calls and texts, in this process. */
export class CarrierTurns {
  readonly #clock: Clock;
  readonly #mostAtOnce: number;
  readonly #underWay = new Map<CarrierName, number>();
  readonly #waiting = new Map<CarrierName, Waiting[]>();
  #came = 0;
  #urgentInARow = 0;
  #isClosed = false;

  constructor({ clock, mostAtOnce = MOST_AT_ONCE }: CarrierTurnsOptions) {
    this.#clock = clock;
    this.#mostAtOnce = mostAtOnce;
  }

  /**
   * Asks the carrier when it is this order's turn. One that had to wait for a second is asked for only if it is `wanted`
   * then: 'unwanted' says that it was not. Without a turn within 9 s, or once `close` was called, the answer is a failure
   * with the code NOT_ASKED.
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

  /** Nobody gets a turn any more for which they would have to wait: a process that is to stop leaves the rest to others. */
  close(): void {
    this.#isClosed = true;
    for (const queue of this.#waiting.values()) for (const one of queue.splice(0)) one.leave();
  }

  #take(carrier: CarrierName, urgency: number): Promise<Turn> {
    const underWay = this.#underWay.get(carrier) ?? 0;
    if (underWay < this.#mostAtOnce) {
      this.#underWay.set(carrier, underWay + 1);
      return Promise.resolve('fresh');
    }
    if (this.#isClosed) return Promise.resolve('none');
    const queue = this.#waiting.get(carrier) ?? [];
    this.#waiting.set(carrier, queue);
    return new Promise((resolve) => {
      const timer = this.#clock.after(LONGEST_WAIT_MS, () => {
        const at = queue.indexOf(mine);
        // It may have got its turn in this very instant.
        if (at === -1) return;
        queue.splice(at, 1);
        resolve('none');
      });
      const end = (turn: Turn): void => {
        timer.cancel();
        resolve(turn);
      };
      const cameMs = this.#clock.now().getTime();
      const isFresh = (): boolean => this.#clock.now().getTime() - cameMs < STILL_FRESH_MS;
      const mine: Waiting = {
        urgency,
        place: (this.#came += 1),
        begin: () => end(isFresh() ? 'fresh' : 'waited'),
        leave: () => end('none'),
      };
      const behind = queue.findIndex((other) => other.urgency > urgency);
      queue.splice(behind === -1 ? queue.length : behind, 0, mine);
    });
  }

  /** The next one takes the place over, so that nobody who comes meanwhile is before them. */
  #giveBack(carrier: CarrierName): void {
    const next = this.#next(this.#waiting.get(carrier) ?? []);
    if (next) return next.begin();
    this.#underWay.set(carrier, (this.#underWay.get(carrier) ?? 1) - 1);
  }

  #next(queue: Waiting[]): Waiting | undefined {
    const isForTheOldest = this.#urgentInARow >= URGENT_IN_A_ROW;
    this.#urgentInARow = isForTheOldest ? 0 : this.#urgentInARow + 1;
    if (!isForTheOldest || queue.length === 0) return queue.shift();
    const oldest = queue.reduce((one, other) => (other.place < one.place ? other : one));
    queue.splice(queue.indexOf(oldest), 1);
    return oldest;
  }
}

const notAsked: CarrierFailure = {
  class: 'may-pass',
  code: NOT_ASKED,
  message: 'not asked: too many calls and texts wait for this carrier’s answer',
  ambiguous: false,
};
