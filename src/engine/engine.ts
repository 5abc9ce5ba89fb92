import { randomInt } from 'node:crypto';
import { ListeningSession, type Queryable } from '../database/index.ts';
import type { Clock, Timer } from '../kernel/index.ts';
import {
  backoffMs,
  PassingFault,
  type Task,
  type TaskHandler,
  type TaskOutcome,
  type TaskRun,
} from './task.ts';
import * as store from './task.store.ts';

export interface EngineLog {
  error(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
}

export interface EngineOptions {
  pool: Queryable;
  /** The database's address, for the one session that listens and holds the liveness lock. */
  url: string;
  clock: Clock;
  handlers: Record<string, TaskHandler>;
  log: EngineLog;
  /** How many claimed tasks may run at once in this process. */
  concurrency?: number;
  /**
   * Kinds whose runs mostly wait for somebody else's answer, as a carrier's. They take no room from the others: one that
   * hangs must not keep rounds and retries from being done.
   */
  waitingKinds?: readonly string[];
  /** How long a claim holds without a heartbeat. */
  leaseMs?: number;
  /** The longest sleep between two looks at what is due. */
  pollMs?: number;
}

/** What is due and yet could not be claimed is in another's hands, or its run here has lost its lease: no busy loop. */
const HELD_ELSEWHERE_MS = 25;

/** So many of a kind that waits for others may run before no more of it are claimed: each has a connection to somebody. */
const MOST_WAITING = 64;

/**
 * While there is more to do than can be done the most urgent goes first, but of so many tasks some are those that have been
 * due longest: what is least urgent, such as telling somebody that pages do not go out, must not wait for as long as it lasts.
 */
const URGENT_IN_A_ROW = 32;
const OLDEST_IN_A_ROW = 4;
/** A task that its own end held locked at a heartbeat is looked at again after so long. */
const BEAT_AGAIN_MS = 200;

/**
 * Does what is due. Any number of engines share one database; each claims tasks for a lease, runs them and deletes
 * them. A killed engine's tasks are taken over within about a second, a frozen one's when the lease ends.
 */
export class Engine {
  readonly id = randomInt(1, 2 ** 31);
  /** When the loop last completed a turn; readiness is judged by it. */
  lastTurnAt: Date | undefined;
  private readonly options: Required<EngineOptions>;
  private readonly liveness: ListeningSession;
  private readonly running = new Map<string, Promise<void>>();
  /** Those of them that take room. Adopted ones are orders to the carrier, and wait for its answer. */
  private readonly busy = new Set<string>();
  /** Those that were claimed and wait for others, with their kinds. */
  private readonly waiting = new Map<string, string>();
  /** How many have been claimed by urgency while more was due than could be done. */
  private urgentInARow = 0;
  private readonly timers: { sleep?: Timer; beat?: Timer; beatAgain?: Timer; reap?: Timer } = {};
  private suspects: number[] = [];
  private turn: Promise<void> | undefined;
  private again = false;
  private stopped = true;
  private wakesAt = Infinity;
  private beating = false;
  private full = false;

  constructor(options: EngineOptions) {
    this.options = { concurrency: 128, leaseMs: 5_000, pollMs: 1_000, waitingKinds: [], ...options };
    this.liveness = new ListeningSession({
      url: options.url,
      channel: store.WAKE_CHANNEL,
      clock: options.clock,
      // PostgreSQL drops this lock with the session when the process dies, and the other engines see it at once.
      onConnect: async (client) => {
        // Shared: a lost session of ours that the server has not noticed yet must not keep the new one waiting.
        await client.query('SELECT pg_advisory_lock_shared($1, $2)', [store.LIVENESS_LOCK, this.id]);
      },
      onNotification: () => this.wake(),
      onFault: (error) => options.log.warn({ err: error }, 'engine session lost, opening it anew'),
    });
  }

  async start(): Promise<void> {
    await this.liveness.start();
    this.stopped = false;
    this.beating = true;
    this.beat();
    this.reap();
    this.wake();
  }

  /** Stops claiming, lets what runs end, its lease held to the last, then gives up the session. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.timers.sleep?.cancel();
    this.timers.reap?.cancel();
    await this.quiet();
    this.beating = false;
    this.timers.beat?.cancel();
    this.timers.beatAgain?.cancel();
    await this.liveness.stop();
  }

  /** Waits until nothing runs, what a run has handed over meanwhile included. */
  private async quiet(): Promise<void> {
    while (this.turn || this.running.size > 0) {
      await this.turn;
      await Promise.allSettled(this.running.values());
    }
  }

  get isLive(): boolean {
    return !this.stopped && this.liveness.connected;
  }

  leaseEnd(): Date {
    return new Date(this.options.clock.now().getTime() + this.options.leaseMs);
  }

  /** Looks at what is due, now or as soon as the present look ends. */
  wake(): void {
    this.again = true;
    if (this.turn || this.stopped) return;
    this.turn = this.look()
      .catch((error: unknown) => {
        this.options.log.error({ err: error }, 'the engine could not look at what is due');
        this.sleep(this.options.clock.now().getTime() + this.options.pollMs);
      })
      .finally(() => {
        this.turn = undefined;
        if (this.again && !this.stopped && this.busy.size < this.options.concurrency) this.wake();
      });
  }

  /** Something was put down for `dueAt`: a sleep that would last longer ends then. */
  expect(dueAt: Date): void {
    if (this.stopped) return;
    // The look under way may have asked before this was committed.
    if (this.turn) void this.turn.then(() => this.expect(dueAt));
    else if (dueAt.getTime() < this.wakesAt) this.sleep(dueAt.getTime());
  }

  /** Runs a task that was enqueued as already claimed by this engine; see TaskRun for its result. */
  adopt(task: Task, run: TaskRun): void {
    this.launch(task, run);
  }

  /** Resolves when nothing runs and nothing is due at the clock's present instant. For tests and a graceful stop. */
  async idle(): Promise<void> {
    for (;;) {
      await this.quiet();
      if (this.stopped) return;
      const next = await store.nextDueAt(this.options.pool);
      if (this.turn || this.running.size > 0) continue;
      if (!next || next > this.options.clock.now()) return;
      this.wake();
    }
  }

  private async look(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      const now = this.options.clock.now();
      const free = this.options.concurrency - this.busy.size;
      if (free <= 0) return this.waitForRoom(now);
      if (await this.claim(now, free)) this.again = true;
      else {
        this.full = false;
        await this.sleepUntilNext();
      }
      this.lastTurnAt = this.options.clock.now();
    }
  }

  /** Claims and begins what is due. True when there may be more. */
  private async claim(now: Date, free: number): Promise<boolean> {
    const oldestFirst = this.urgentInARow >= URGENT_IN_A_ROW;
    const most = Math.min(free, oldestFirst ? OLDEST_IN_A_ROW : URGENT_IN_A_ROW);
    const kindsNot = this.kindsNotNow();
    const choice = { running: [...this.running.keys()], kindsNot, oldestFirst };
    const tasks = await store.claim(this.options.pool, this.id, now, this.leaseEnd(), most, choice);
    for (const task of tasks) {
      if (this.options.waitingKinds.includes(task.kind)) this.waiting.set(task.id, task.kind);
      else this.busy.add(task.id);
      this.launch(task, () => this.handlerOf(task)(task));
    }
    const mayBeMore = tasks.length === most;
    this.urgentInARow =
      oldestFirst || !(mayBeMore || kindsNot.length > 0) ? 0 : this.urgentInARow + tasks.length;
    return mayBeMore;
  }

  private kindsNotNow(): readonly string[] {
    if (this.waiting.size < MOST_WAITING) return [];
    const kinds = [...this.waiting.values()];
    return this.options.waitingKinds.filter(
      (kind) => kinds.filter((one) => one === kind).length >= MOST_WAITING,
    );
  }

  /** The first run that ends looks again; until then the loop turns without claiming. */
  private waitForRoom(now: Date): void {
    const { concurrency, log, pollMs } = this.options;
    if (!this.full) log.warn({ concurrency }, 'the engine is full: what is due waits until a run ends');
    this.full = true;
    this.lastTurnAt = now;
    this.sleep(now.getTime() + pollMs);
  }

  private async sleepUntilNext(): Promise<void> {
    const next = await store.nextDueAt(this.options.pool, this.kindsNotNow());
    const now = this.options.clock.now().getTime();
    const soonest = next === undefined || next.getTime() > now ? now : now + HELD_ELSEWHERE_MS;
    const poll = now + this.options.pollMs;
    this.sleep(Math.max(soonest, Math.min(next?.getTime() ?? poll, poll)));
  }

  private sleep(until: number): void {
    this.timers.sleep?.cancel();
    this.wakesAt = until;
    const delayMs = Math.max(1, until - this.options.clock.now().getTime());
    this.timers.sleep = this.options.clock.after(delayMs, () => {
      this.wake();
    });
  }

  private handlerOf(task: Task): TaskHandler {
    const handler = this.options.handlers[task.kind];
    if (!handler) throw new Error(`no handler for tasks of kind ${task.kind}`);
    return handler;
  }

  private launch(task: Task, run: TaskRun): void {
    const done = this.runOne(task, run)
      .catch((error: unknown) => this.options.log.error({ err: error, task: task.key }, 'task not settled'))
      .finally(() => {
        const full = this.busy.size >= this.options.concurrency || this.waiting.size >= MOST_WAITING;
        this.running.delete(task.id);
        this.busy.delete(task.id);
        this.waiting.delete(task.id);
        if (full) this.wake();
      });
    this.running.set(task.id, done);
  }

  private async runOne(task: Task, run: TaskRun): Promise<void> {
    let settled: TaskOutcome;
    try {
      settled = await run();
    } catch (error) {
      const dueAt = new Date(this.options.clock.now().getTime() + backoffMs(task.attempt));
      const level = error instanceof PassingFault ? 'warn' : 'error';
      this.options.log[level](
        { err: error, task: task.key, attempt: task.attempt },
        'task failed, will run again',
      );
      const reason = error instanceof Error ? error.message : String(error);
      await store.postpone(this.options.pool, task, this.id, dueAt, reason);
      this.expect(dueAt);
      return;
    }
    if (settled !== 'settled') await store.complete(this.options.pool, task, this.id);
  }

  private beat(): void {
    this.timers.beat = this.options.clock.after(this.options.leaseMs / 3, () => {
      void this.extendLeases([...this.running.keys()]).finally(() => {
        if (this.beating) this.beat();
      });
    });
  }

  /** Were what holds a row rolled back, the lease that was passed over for it would lapse: it is tried again soon. */
  private async extendLeases(ids: readonly string[]): Promise<void> {
    const left = ids.filter((id) => this.running.has(id));
    if (left.length === 0 || !this.beating) return;
    try {
      const passedOver = await store.extendLeases(this.options.pool, left, this.id, this.leaseEnd());
      if (passedOver.length === 0) return;
      this.timers.beatAgain?.cancel();
      this.timers.beatAgain = this.options.clock.after(
        BEAT_AGAIN_MS,
        () => void this.extendLeases(passedOver),
      );
    } catch (error) {
      this.options.log.warn({ err: error }, 'leases not extended');
    }
  }

  /** Looks twice before it calls an owner dead: a failover of the database drops every lock for a moment. */
  private reap(): void {
    this.timers.reap = this.options.clock.after(this.options.pollMs / 2, () => {
      this.reapOnce()
        .catch((error: unknown) => this.options.log.warn({ err: error }, 'dead engines not looked for'))
        .finally(() => {
          if (!this.stopped) this.reap();
        });
    });
  }

  private async reapOnce(): Promise<void> {
    const suspects = this.suspects;
    this.suspects = [];
    if (!this.liveness.connected) return;
    const dead = await store.ownersWithoutLife(this.options.pool, this.id);
    const confirmed = dead.filter((owner) => suspects.includes(owner));
    this.suspects = dead;
    if (confirmed.length === 0) return;
    const released = await store.releaseTasksOf(this.options.pool, confirmed, this.options.clock.now());
    if (released === 0) return;
    this.options.log.warn({ released }, 'took over the tasks of an engine that died');
    this.wake();
  }
}
