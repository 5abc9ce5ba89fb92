import type pg from 'pg';
import type { Script } from '../src/ivr/index.ts';
import { MemoryFolder } from '../src/journal/index.ts';
import type { PhoneNumber } from '../src/kernel/index.ts';
import type { Leg } from './carrier/leg.ts';
import type { CarrierText, Party } from './carrier/model.ts';
import { FIRST_KEY, Network, SECOND_KEY, SECOND_NUMBER } from './carrier/network.ts';
import { telephonyOf } from './carrier/rest.ts';
import type { GatedClient, Step } from './database/gated-client.ts';
import { Gate, type StepFate } from './database/gate.ts';
import type { SimulationServer } from './database/server.ts';
import { History } from './kernel/history.ts';
import { Random } from './kernel/random.ts';
import { Timeline } from './kernel/timeline.ts';
import { Customer } from './people/customer.ts';
import type { Responder } from './people/responder.ts';
import type { CompiledService } from './process/compile.ts';
import { ServiceProcess, type ProcessSettings } from './process/service-process.ts';
import { Tally } from './tally.ts';

export interface WorldParts {
  seed: number;
  startMs: number;
  server: SimulationServer;
  scripts: readonly Script[];
  service: CompiledService;
  hasSecondCarrier: boolean;
}

const PUBLIC_URL = 'https://desk.example.com';

/** Everything there is in one simulated world: processes of the real service, one or two carriers, people, and a time of its own. */
export class World {
  readonly random: Random;
  readonly timeline: Timeline;
  readonly history: History;
  readonly tally = new Tally();
  readonly gate: Gate;
  readonly network: Network;
  /** A connection of the simulation's own, to look at the rows. */
  observer!: pg.Client;
  readonly processes: ServiceProcess[] = [];
  readonly responders: Responder[] = [];
  readonly customers = new Map<string, Customer>();
  /** What callers have heard since the last check. */
  readonly spoken: { leg: Leg; text: string }[] = [];
  /** Until then the database takes no connections. */
  databaseDownUntilMs = 0;
  /** The end of the last time that was skipped because nothing was due in it. */
  leaptToMs = 0;
  /** The end of the last thing that went wrong with a process or the database. */
  lastTroubleMs = 0;
  /** The service's scripts, with the number at the second carrier. */
  readonly scripts: readonly Script[];
  /** Connections that break before anything else happens. */
  readonly pendingCuts: GatedClient[] = [];
  carrierCalmSinceMs: number;
  /** Starts that failed since the last that did not. */
  failedStarts = 0;
  readonly parts: WorldParts;

  constructor(parts: WorldParts) {
    this.parts = parts;
    this.random = new Random(parts.seed);
    this.timeline = new Timeline(parts.startMs, this.random.fork());
    this.carrierCalmSinceMs = parts.startMs;
    this.scripts = parts.hasSecondCarrier ? parts.scripts.map(withSecondNumber) : parts.scripts;
    const { timeline, tally } = this;
    const history = (this.history = new History(() => timeline.nowMs));
    this.gate = new Gate(this.random.fork(), parts.server, {
      mayGo: (client) => this.ownerOf(client)?.isAwake === true,
      fateOf: (step) => this.fateOf(step),
      kill: (client) => this.kill(this.ownerOf(client)!),
      databaseIsDown: () => this.databaseDownUntilMs > timeline.nowMs,
      committed: (channels) => this.committed(channels),
    });
    this.network = new Network(
      {
        timeline,
        tally,
        history,
        random: this.random.fork(),
        processes: () => this.processes,
        publicUrl: PUBLIC_URL,
        partyAt: (number) => this.partyAt(number),
        textArrived: (text) => this.textArrived(text),
        heard: (leg, text) => void this.spoken.push({ leg, text }),
      },
      parts.hasSecondCarrier,
    );
  }

  get liveProcesses(): ServiceProcess[] {
    return this.processes.filter((process) => process.alive);
  }

  /**
   * Since when all that was due could be done at once: nothing has been wrong with processes and database, and no time
   * was skipped. Now, if something is wrong.
   */
  get healthySinceMs(): number {
    return Math.max(this.wellSinceMs, this.leaptToMs);
  }

  /** Since when nothing has been wrong with processes and database: time in which nothing was due counts. */
  get wellSinceMs(): number {
    const { nowMs } = this.timeline;
    const isWhole =
      this.databaseDownUntilMs <= nowMs &&
      this.liveProcesses.every((p) => p.ready && p.isAwake && !p.stopping && p.doom === undefined) &&
      ['web', 'worker'].every((role) =>
        this.liveProcesses.some(({ settings }) => settings.role === role || settings.role === 'all'),
      );
    if (!isWhole) this.troubleUntil(nowMs);
    return this.lastTroubleMs;
  }

  troubleUntil(ms: number): void {
    this.lastTroubleMs = Math.max(this.lastTroubleMs, ms);
  }

  /** Starts a process; one that cannot start, as with the database down, is started again by whoever watches over it. */
  startProcess(settings: ProcessSettings): ServiceProcess {
    const { parts, timeline } = this;
    const process = new ServiceProcess(settings, {
      server: parts.server,
      publicUrl: PUBLIC_URL,
      authToken: FIRST_KEY,
      timeline,
      random: this.random.fork(),
      scripts: this.scripts,
      service: parts.service,
      journal: this.journalOf(settings.name),
      asksAtOnce: parts.seed % 5 === 3 ? FEW_AT_ONCE : undefined,
      telephonyFor: (p, code) => telephonyOf(this.network.first, p, code),
      secondCarrierFor: (p, code) =>
        this.network.second && {
          name: 'signalwire',
          numbers: [SECOND_NUMBER as PhoneNumber],
          recordingsAt: 'https://second-carrier.example.com',
          signingKeys: [SECOND_KEY],
          telephony: telephonyOf(this.network.second, p, code),
        },
      admit: (p, client) => {
        this.owners.set(client, p);
        this.gate.clients.add(client);
      },
      logged: (p, line) => this.history.note(`${p.name} logs ${shortened(line)}`),
    });
    this.processes.push(process);
    void process.start().then((started) => {
      this.history.note(`${process.name} ${started ? 'runs' : 'could not start'}`);
      this.troubleUntil(timeline.nowMs);
      this.failedStarts = started ? 0 : this.failedStarts + 1;
      if (started || !process.alive) return;
      process.alive = false;
      timeline.after(2_000, () => this.startProcess(settings));
    });
    return process;
  }

  /** A process dies between two of its steps; what it had not committed is undone. Another takes its place later. */
  async kill(process: ServiceProcess): Promise<void> {
    if (!process.alive) return;
    process.alive = false;
    this.troubleUntil(this.timeline.nowMs);
    this.tally.fault('process killed');
    this.history.note(`${process.name} is killed`);
    for (const died of [...process.openRequests]) died();
    await this.gate.cut([...process.clients], undefined);
    this.timeline.after(this.random.between(1, 40) * 500, () => this.startProcess(process.settings));
  }

  /** Runs the world until `untilMs`, looking after every instant in which something was written. */
  async run(untilMs: number, look: () => Promise<void>): Promise<void> {
    let looked = { writes: this.gate.writes, atMs: this.timeline.nowMs };
    for (let next = await this.nextMs(untilMs); next <= untilMs; next = await this.nextMs(untilMs)) {
      for (const happen of this.timeline.takeNext()) {
        happen();
        if (this.pendingCuts.length > 0) {
          await this.gate.cut(this.pendingCuts.splice(0), new Error('Connection terminated unexpectedly'));
        }
        if (this.random.chance(0.5)) await this.settle();
      }
      await this.settle();
      const { nowMs } = this.timeline;
      if (this.gate.writes === looked.writes && nowMs - looked.atMs < 30_000) continue;
      looked = { writes: this.gate.writes, atMs: nowMs };
      await look();
    }
    this.timeline.leapTo(untilMs);
  }

  settle(): Promise<void> {
    return this.gate.settle(() => this.processes.some((p) => p.isAwake && p.isBusy && !isAtDatabase(p)));
  }

  async open(): Promise<void> {
    this.observer = await this.parts.server.lease();
  }

  async close(): Promise<void> {
    for (const process of this.liveProcesses) process.alive = false;
    // What is in the middle of a transaction is cut; the others' connections serve the next world.
    const clients = [...this.owners.keys()].filter((client) => client.real);
    const idle = clients.filter((client) => !client.inTransaction && !client.under);
    for (const { real } of idle) this.parts.server.giveBack(real!);
    await this.gate.cut(
      clients.filter((client) => !idle.includes(client)),
      undefined,
    );
    this.parts.server.giveBack(this.observer);
  }

  private journalOf(name: string): MemoryFolder {
    const journal = this.journals.get(name) ?? new MemoryFolder();
    this.journals.set(name, journal);
    return journal;
  }

  private readonly journals = new Map<string, MemoryFolder>();
  /** Connections of processes that die with pages, in whose transaction pages are. */
  private readonly writingPages = new Set<GatedClient>();
  private readonly owners = new Map<GatedClient, ServiceProcess>();

  private ownerOf(client: GatedClient): ServiceProcess | undefined {
    return this.owners.get(client);
  }

  private fateOf({ client, text }: Step): StepFate {
    const owner = this.ownerOf(client)!;
    if (owner.diesWithPages && WRITES_PAGES.test(text)) this.writingPages.add(client);
    if (owner.diesWithPages && this.writingPages.has(client) && /^COMMIT/i.test(text)) {
      owner.diesWithPages = false;
      // Whoever is fast accepts before another process takes the pages over.
      this.random.pick(this.responders).accepts(this.random.between(0, 12) * 100);
      return 'kill-after';
    }
    const { doom } = owner;
    if (!doom || (doom.statements -= 1) > 0) return 'done';
    owner.doom = undefined;
    this.troubleUntil(this.timeline.nowMs);
    if (doom.fate.startsWith('cut')) {
      this.tally.fault('connection cut');
      this.history.note(`${owner.name}: a connection is cut (${doom.fate})`);
    }
    return doom.fate;
  }

  /** Every process that listens hears of a commit soon; one that is frozen hears when it thaws. */
  private committed(channels: readonly string[]): void {
    const heard = new Set(channels);
    this.timeline.after(this.random.between(0, 10), () => {
      for (const client of this.gate.clients) {
        const owner = this.ownerOf(client);
        if (!owner || ![...heard].some((channel) => client.listensTo.has(channel))) continue;
        this.timeline.after(0, () => client.emit('notification', {}), owner);
      }
    });
  }

  /**
   * When the next thing happens. A long time in which nothing is under way and nothing is due is skipped, as if all
   * machines had slept through it: sixty days would else be five million looks at an empty table. The watchdog's
   * rounds, which are due every minute, are late then.
   */
  private async nextMs(untilMs: number): Promise<number> {
    const next = this.timeline.nextAtMs() ?? Infinity;
    const outside = Math.min(this.timeline.nextAtMs(false) ?? Infinity, untilMs);
    const { nowMs } = this.timeline;
    if (outside - nowMs < SHORTEST_LEAP_MS) return next;
    if (this.network.isBusy || this.databaseDownUntilMs > nowMs) return next;
    if (this.liveProcesses.some((p) => !p.isAwake || !p.ready || p.openRequests.size > 0)) return next;
    const { writes, untilMs: dueMs } = this.nothingDue;
    if (writes !== this.gate.writes || dueMs - nowMs < SHORTEST_LEAP_MS)
      this.nothingDue = await this.readNextDue();
    const target = Math.min(outside, this.nothingDue.untilMs) - BEFORE_DUE_MS;
    if (target - nowMs < SHORTEST_LEAP_MS) return next;
    this.timeline.leapTo(target);
    this.leaptToMs = target;
    return this.timeline.nextAtMs() ?? Infinity;
  }

  private nothingDue = { writes: -1, untilMs: 0 };

  private async readNextDue(): Promise<{ writes: number; untilMs: number }> {
    const { rows } = await this.observer.query<{ due: number | null }>(
      `SELECT extract(epoch FROM min(CASE WHEN owner IS NULL THEN due_at ELSE '-infinity' END))::float8 * 1000 AS due FROM task
       WHERE owner IS NOT NULL OR kind NOT LIKE 'watch.%'`,
    );
    return { writes: this.gate.writes, untilMs: rows[0]?.due ?? Infinity };
  }

  private partyAt(number: string): Party {
    const responder = this.responders.find((r) => r.number === number);
    // A caller who withholds the number may key in any to be called back on.
    return responder ?? this.customers.get(number) ?? this.stranger(number);
  }

  private stranger(number: string): Customer {
    const plan = { number, key: undefined, patienceMs: 0, picksUp: 0.5 };
    const customer = new Customer(plan, this.random.fork(), () => this.network);
    this.customers.set(number, customer);
    return customer;
  }

  private textArrived(text: CarrierText): void {
    this.responders.find((r) => r.number === text.to)?.reads(text);
  }
}

const WRITES_PAGES = /INSERT INTO page \(/;

/** In every fifth world calls and texts have to wait for their turn: eight are asked for at once by a single case. */
const FEW_AT_ONCE = 2;
const SHORTEST_LEAP_MS = 120_000;
/** Clocks that differ by less than this must find nothing overdue after a leap. */
const BEFORE_DUE_MS = 10_000;

function withSecondNumber(script: Script): Script {
  if (script.desk !== 'dino') return script;
  return { ...script, numbers: [...script.numbers, SECOND_NUMBER as PhoneNumber] };
}

function isAtDatabase(process: ServiceProcess): boolean {
  return [...process.clients].some((client) => client.waiting.length > 0 || client.under !== undefined);
}

/** A log line without stack and ids: what it says, and why. */
function shortened(line: string): string {
  if (!line.startsWith('{')) return line;
  const { msg, err } = JSON.parse(line) as { msg?: string; err?: { message?: string } };
  return [msg, err?.message].filter(Boolean).join(': ').slice(0, 200);
}
