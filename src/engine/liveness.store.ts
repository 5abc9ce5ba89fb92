import pg from 'pg';
import type { Clock, Timer } from '../kernel/index.ts';
import { LIVENESS_LOCK, WAKE_CHANNEL } from './task.store.ts';

const RECONNECT_MS = 500;

export interface LivenessOptions {
  connection: pg.ClientConfig;
  engineId: number;
  clock: Clock;
  onWake: () => void;
  onFault: (error: Error) => void;
}

/**
 * One session that holds this engine's advisory lock and listens for wake-ups. When the process dies, PostgreSQL
 * drops the session and the lock with it, and the other engines see that at once. A lost session is opened anew.
 */
export class Liveness {
  private client: pg.Client | undefined;
  private retry: Timer | undefined;
  private stopped = false;
  private readonly options: LivenessOptions;

  constructor(options: LivenessOptions) {
    this.options = options;
  }

  get connected(): boolean {
    return this.client !== undefined;
  }

  async start(): Promise<void> {
    const client = new pg.Client({ ...this.options.connection, keepAlive: true });
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, new Error('the listening session ended')));
    client.on('notification', () => this.options.onWake());
    try {
      await client.connect();
      await client.query('SELECT pg_advisory_lock($1, $2)', [LIVENESS_LOCK, this.options.engineId]);
      await client.query(`LISTEN ${WAKE_CHANNEL}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
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
        () => this.options.onWake(),
        (error: Error) => {
          this.options.onFault(error);
          if (!this.stopped) this.reconnect();
        },
      );
    });
  }
}
