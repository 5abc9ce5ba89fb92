import pg from 'pg';
import type { Clock, Timer } from '../kernel/index.ts';

const RECONNECT_MS = 500;

export interface ListeningOptions {
  url: string;
  channel: string;
  clock: Clock;
  /** Runs on every new connection before it listens, as to take a session lock. */
  onConnect?: (client: pg.Client) => Promise<void>;
  onNotification: () => void;
  onFault: (error: Error) => void;
}

/**
 * One session of its own that listens on a channel, opened anew whenever it is lost. After a loss `onNotification` is
 * called once: what was said meanwhile was not heard.
 */
export class ListeningSession {
  private client: pg.Client | undefined;
  private retry: Timer | undefined;
  private stopped = false;
  private readonly options: ListeningOptions;

  constructor(options: ListeningOptions) {
    this.options = options;
  }

  get connected(): boolean {
    return this.client !== undefined;
  }

  /** @throws the connection's error, at the first start only. */
  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.options.url,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      application_name: 'afterhours-listener',
    });
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, new Error('the listening session ended')));
    client.on('notification', () => this.options.onNotification());
    try {
      await client.connect();
      await this.options.onConnect?.(client);
      await client.query(`LISTEN ${this.options.channel}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    if (this.stopped) return client.end();
    this.client = client;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.retry?.cancel();
    const client = this.client;
    this.client = undefined;
    await client?.end();
  }

  private lost(client: pg.Client, error: Error): void {
    if (this.stopped || this.client !== client) return;
    this.client = undefined;
    this.options.onFault(error);
    client.end().catch(() => undefined);
    this.reconnect();
  }

  private reconnect(): void {
    this.retry = this.options.clock.after(RECONNECT_MS, () => {
      this.start().then(
        () => this.options.onNotification(),
        (error: Error) => {
          this.options.onFault(error);
          if (!this.stopped) this.reconnect();
        },
      );
    });
  }
}
