import { ListeningSession, type Queryable } from '../database/index.ts';
import type { Clock, Timer } from '../kernel/index.ts';
import type { Log } from '../service/index.ts';

const CHANNEL = 'change';
/** Changes within this time are told once: a burst of a hundred pages is one look for each open page of the console. */
const GATHER_MS = 100;

/** Tells every process that something changed, and every open page of this one. */
export class ChangeFeed {
  private readonly subscribers = new Set<() => void>();
  private readonly session: ListeningSession;
  private pending: Timer | undefined;
  private readonly db: Queryable;
  private readonly clock: Clock;
  private readonly log: Log;

  constructor(options: { db: Queryable; url: string; clock: Clock; log: Log }) {
    this.db = options.db;
    this.clock = options.clock;
    this.log = options.log;
    this.session = new ListeningSession({
      url: options.url,
      channel: CHANNEL,
      clock: options.clock,
      onNotification: () => this.tell(),
      onFault: (error) => options.log.warn({ err: error }, 'change feed lost, opening it anew'),
    });
  }

  start(): Promise<void> {
    return this.session.start();
  }

  async stop(): Promise<void> {
    this.pending?.cancel();
    await this.session.stop();
  }

  subscribe(onChange: () => void): () => void {
    this.subscribers.add(onChange);
    return () => this.subscribers.delete(onChange);
  }

  publish(): void {
    this.pending ??= this.clock.after(GATHER_MS, () => {
      this.pending = undefined;
      this.db
        .query(`SELECT pg_notify('${CHANNEL}', '')`)
        .catch((error: unknown) => this.log.warn({ err: error }, 'a change was not told'));
    });
  }

  private tell(): void {
    for (const subscriber of this.subscribers) subscriber();
  }
}
