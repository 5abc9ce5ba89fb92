import crypto from 'node:crypto';
import { createRequire } from 'node:module';
import pg from 'pg';
import pino from 'pino';
import type { App, SecondCarrier } from '../../src/app.ts';
import type { Script } from '../../src/ivr/index.ts';
import type { JournalFolder } from '../../src/journal/index.ts';
import type { Telephony } from '../../src/telephony/index.ts';
import { GatedClient, type StepQueue } from '../database/gated-client.ts';
import { GatedPool } from '../database/gated-pool.ts';
import type { SimulationServer } from '../database/server.ts';
import type { StepFate } from '../database/gate.ts';
import type { Random } from '../kernel/random.ts';
import type { Owner, Timeline } from '../kernel/timeline.ts';
import type { CompiledService, ServiceModule } from './compile.ts';

export interface ProcessSettings {
  name: string;
  role: 'all' | 'web' | 'worker';
  /** How far this machine's clock is ahead of the true time. */
  skewMs: number;
  pollMs: number;
  leaseMs: number;
}

export interface ProcessSurroundings {
  server: SimulationServer;
  publicUrl: string;
  authToken: string;
  timeline: Timeline;
  random: Random;
  scripts: readonly Script[];
  service: CompiledService;
  /** The disk of its machine: who starts there next finds it as it was left. */
  journal: JournalFolder;
  telephonyFor(process: ServiceProcess, code: ServiceModule): Telephony;
  /** Undefined: there is one carrier. */
  secondCarrierFor(process: ServiceProcess, code: ServiceModule): SecondCarrier | undefined;
  /** How many calls and texts it asks of a carrier at once; undefined: as many as there are. */
  asksAtOnce: number | undefined;
  admit(process: ServiceProcess, client: GatedClient): void;
  logged(process: ServiceProcess, line: string): void;
}

/** One process of the service, with its own machine clock, its own connections and its own chance. It can be killed and frozen. */
export class ServiceProcess implements Owner, StepQueue {
  alive = true;
  ready = false;
  stopping = false;
  frozenUntilMs = 0;
  /** Something will befall it at the n-th statement from now. */
  doom: { statements: number; fate: StepFate } | undefined;
  /** It will be killed when it has next written pages down, before it hands them over. */
  diesWithPages = false;
  readonly settings: ProcessSettings;
  readonly clients = new Set<GatedClient>();
  /** Webhooks that it has not answered yet; each is called when it dies. */
  readonly openRequests = new Set<() => void>();
  app: App | undefined;
  /** Whether it works at something else than the database: reading its own files while it starts. */
  isBusy = false;
  private readonly given: ProcessSurroundings;
  private pg: object | undefined;

  constructor(settings: ProcessSettings, given: ProcessSurroundings) {
    this.settings = settings;
    this.given = given;
  }

  get name(): string {
    return this.settings.name;
  }

  get isAwake(): boolean {
    return this.alive && this.frozenUntilMs <= this.given.timeline.nowMs;
  }

  get takesWebhooks(): boolean {
    return this.alive && this.ready && !this.stopping && this.settings.role !== 'worker';
  }

  lease(): Promise<pg.Client> {
    return this.given.server.lease();
  }

  giveBack(client: pg.Client): void {
    this.given.server.giveBack(client);
  }

  admit(client: GatedClient): void {
    this.clients.add(client);
    this.given.admit(this, client);
  }

  /** Resolves when it takes webhooks and its engine runs; false when it could not start, as a process that exits. */
  async start(): Promise<boolean> {
    const { given, settings } = this;
    this.isBusy = true;
    try {
      const code = given.service.instantiate((name) => this.provide(name), seededMath(given.random));
      const secondCarrier = given.secondCarrierFor(this, code);
      this.app = await code.buildApp({
        config: { publicUrl: given.publicUrl, pageFrom: [], apiToken: undefined, role: settings.role },
        authTokens: [given.authToken],
        database: code.openDatabase(this.given.server.url, { maxConnections: 20 }),
        clock: this.clock(),
        scripts: given.scripts,
        telephony: given.telephonyFor(this, code),
        ...(secondCarrier && { secondCarrier }),
        log: pino(
          { level: 'warn', base: null, timestamp: false },
          { write: (line) => given.logged(this, line) },
        ),
        journal: given.journal,
        asksAtOnce: given.asksAtOnce,
        engine: { pollMs: settings.pollMs, leaseMs: settings.leaseMs },
      });
      await this.app.start();
      await this.app.http.ready();
      this.ready = true;
    } catch (error) {
      given.logged(this, `could not start: ${String(error)}`);
    }
    this.isBusy = false;
    return this.ready;
  }

  /** The graceful stop of a deployment. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.app?.stop();
    this.alive = false;
  }

  private clock() {
    const { timeline } = this.given;
    return {
      now: () => new Date(timeline.nowMs + this.settings.skewMs),
      after: (delayMs: number, run: () => void) => ({ cancel: timeline.after(delayMs, run, this) }),
    };
  }

  private provide(name: string): unknown {
    const { random, timeline } = this.given;
    if (name === 'pg') return (this.pg ??= this.gatedPg());
    if (name === 'node:crypto') {
      return {
        ...crypto,
        randomBytes: (length: number) => random.bytes(length),
        randomUUID: () => uuidOf(random.bytes(16)),
        randomInt: (least: number, most: number) => random.between(least, most - 1),
      };
    }
    if (name === 'node:timers/promises') return { setTimeout: (ms: number) => timeline.sleep(ms, this) };
    // Its measurements of this machine would outlive the process that asked for them.
    if (name === 'prom-client')
      return { ...(require(name) as object), collectDefaultMetrics: () => undefined };
    return undefined;
  }

  private gatedPg(): object {
    const make = () => new GatedClient(this);
    class Pool extends GatedPool {
      constructor(options: { max?: number }) {
        super(make, options.max ?? 10);
      }
    }
    function Client() {
      return make();
    }
    return { ...pg, Pool, Client };
  }
}

const require = createRequire(import.meta.url);

function seededMath(random: Random): Math {
  const math = Object.create(Math) as Math;
  math.random = () => random.next();
  return math;
}

function uuidOf(bytes: Buffer): string {
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
