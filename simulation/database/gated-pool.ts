import { EventEmitter } from 'node:events';
import type { Callback, GatedClient } from './gated-client.ts';

type Leased = GatedClient & { release: (broken?: unknown) => void };
type Waiter = (error: Error | undefined, client?: Leased) => void;

/** A pool of gated connections: what the service uses of `pg`'s, without its timers, which run on the machine's clock. */
export class GatedPool extends EventEmitter {
  private readonly all = new Set<GatedClient>();
  private readonly idle: GatedClient[] = [];
  private readonly waiters: Waiter[] = [];
  readonly options: { max: number };
  ending = false;
  private readonly make: () => GatedClient;

  constructor(make: () => GatedClient, most: number) {
    super();
    this.make = make;
    this.options = { max: most };
  }

  connect(): Promise<Leased> {
    return new Promise((resolve, reject) => {
      this.waiters.push((error, client) => (error ? reject(error) : resolve(client!)));
      this.serve();
    });
  }

  async query(config: unknown, values?: unknown): Promise<unknown> {
    const client = await this.connect();
    try {
      return await client.query(config, values);
    } finally {
      client.release(client.broken);
    }
  }

  async end(): Promise<void> {
    this.ending = true;
    await Promise.all([...this.all].map(async (client) => client.end()));
    this.all.clear();
  }

  private serve(): void {
    while (this.waiters.length > 0) {
      const idle = this.idle.pop();
      if (!idle && this.all.size >= this.options.max) return;
      const waiter = this.waiters.shift()!;
      if (idle) this.lend(idle, waiter);
      else this.open(waiter);
    }
  }

  private open(waiter: Waiter): void {
    const client = this.make();
    this.all.add(client);
    client.on('error', () => this.drop(client));
    const connected: Callback = (error) => {
      if (!error) return this.lend(client, waiter);
      this.drop(client);
      waiter(error);
    };
    void client.connect(connected);
  }

  private lend(client: GatedClient, waiter: Waiter): void {
    let returned = false;
    const release = (broken?: unknown): void => {
      if (returned) return;
      returned = true;
      if (broken || client.broken) this.drop(client);
      else this.idle.push(client);
      this.serve();
    };
    waiter(undefined, Object.assign(client, { release }));
  }

  private drop(client: GatedClient): void {
    if (!this.all.delete(client)) return;
    const at = this.idle.indexOf(client);
    if (at >= 0) this.idle.splice(at, 1);
    if (!client.broken) void client.end(() => undefined);
    this.serve();
  }
}
