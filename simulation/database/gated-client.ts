import { EventEmitter } from 'node:events';
import type pg from 'pg';

const nothing = { rows: [], rowCount: 0 };

export type Callback = (error: Error | null, result?: unknown) => void;

/** One thing that a process asks of the database, waiting for its turn. */
export interface Step {
  kind: 'connect' | 'query' | 'end';
  client: GatedClient;
  text: string;
  values: readonly unknown[] | undefined;
  run: () => Promise<unknown>;
  /** Tells the process how it went. */
  settle: Callback;
}

/** Who decides when a step is taken. */
export interface StepQueue {
  lease(): Promise<pg.Client>;
  giveBack(client: pg.Client): void;
  admit(client: GatedClient): void;
}

/**
 * A database connection of a simulated process. It looks like `pg`'s own, and every step waits for its turn: that is
 * where the simulation decides who goes first, who is killed between two steps, and whose connection breaks.
 */
export class GatedClient extends EventEmitter {
  readonly waiting: Step[] = [];
  readonly listensTo = new Set<string>();
  /** Channels notified in the open transaction, heard when it commits. */
  notifies: string[] = [];
  inTransaction = false;
  private begin: string | undefined;
  under: Step | undefined;
  broken: Error | undefined;
  real: pg.Client | undefined;
  private readonly queue: StepQueue;

  constructor(queue: StepQueue) {
    super();
    this.queue = queue;
    queue.admit(this);
  }

  get pid(): number | undefined {
    return (this.real as unknown as { processID: number } | undefined)?.processID;
  }

  connect(callback?: Callback): Promise<unknown> | undefined {
    return this.put('connect', 'connect', () => this.open(), callback);
  }

  query(config: unknown, values?: unknown, callback?: Callback): Promise<unknown> | undefined {
    const given = typeof values === 'function' ? undefined : values;
    const then = typeof values === 'function' ? (values as Callback) : callback;
    const text = typeof config === 'string' ? config : (config as { text: string }).text;
    const valued = given ?? (config as { values?: unknown }).values;
    // Tells open pages of the console to look again: there are none here, and it is said after every change.
    const ask = text.includes(`pg_notify('change'`)
      ? async () => nothing
      : text.startsWith('BEGIN')
        ? () => this.beginWithTheNext(text)
        : () => this.ask(config, given);
    return this.put('query', text, ask, then, Array.isArray(valued) ? valued : undefined);
  }

  end(callback?: Callback): Promise<unknown> | undefined {
    return this.put('end', 'end', () => this.close(), callback);
  }

  /** The connection is gone: whatever waits on it fails, and its owner is told as `pg` tells it. */
  break(error: Error): void {
    if (this.broken) return;
    this.broken = error;
    const { under } = this;
    this.under = undefined;
    this.inTransaction = false;
    this.begin = undefined;
    this.notifies = [];
    this.listensTo.clear();
    under?.settle(error);
    for (const step of this.waiting.splice(0)) refuse(step, error);
    if (this.listenerCount('error') > 0) this.emit('error', error);
    this.emit('end');
  }

  /** Nothing comes of a BEGIN before the statement behind it: both go to the server together. */
  private beginWithTheNext(text: string): Promise<unknown> {
    this.begin = text;
    return Promise.resolve(nothing);
  }

  private async ask(config: unknown, values: unknown): Promise<unknown> {
    const real = this.real!;
    const { begin } = this;
    this.begin = undefined;
    const begun = begin === undefined ? undefined : real.query(begin);
    const [result] = await Promise.all([real.query(prepared(config, values) as string), begun]);
    return result;
  }

  private async close(): Promise<void> {
    await this.real?.query('DISCARD ALL');
    if (this.real) this.queue.giveBack(this.real);
    this.real = undefined;
  }

  private async open(): Promise<void> {
    this.real = await this.queue.lease();
  }

  private put(
    kind: Step['kind'],
    text: string,
    run: () => Promise<unknown>,
    callback: Callback | undefined,
    values?: readonly unknown[],
  ): Promise<unknown> | undefined {
    const add = (settle: Callback): void => {
      const step = { kind, client: this, text, values, run, settle };
      const { broken } = this;
      if (broken) process.nextTick(() => refuse(step, broken));
      else this.waiting.push(step);
    };
    if (callback) return void add(callback);
    return new Promise((resolve, reject) =>
      add((error, result) => (error ? reject(error) : resolve(result))),
    );
  }
}

const names = new Map<string, string>();

/** A connection plans a statement once, and not each time: worlds ask the same some thousand times. */
function prepared(config: unknown, values: unknown): unknown {
  const given =
    typeof config === 'string' ? { text: config } : (config as { text: string; values?: unknown });
  const all = values ?? (given as { values?: unknown }).values;
  if (!Array.isArray(all) || all.length === 0) return config;
  const name = names.get(given.text) ?? `statement ${names.size}`;
  names.set(given.text, name);
  return { ...given, values: all, name };
}

/** Nothing goes over a broken connection, and ending one is no trouble. */
function refuse({ kind, settle }: Step, error: Error): void {
  settle(kind === 'end' ? null : error);
}
