import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../kernel/random.ts';
import type { GatedClient, Step } from './gated-client.ts';
import { Memory } from './memory.ts';
import type { SimulationServer } from './server.ts';

/** What befalls one step. `cut`: its connection breaks; `kill`: its process dies; before the server has it, or after. */
export type StepFate = 'done' | 'cut-before' | 'cut-after' | 'kill-before' | 'kill-after';

export interface GateRules {
  /** Frozen or dead processes take no step. */
  mayGo(client: GatedClient): boolean;
  fateOf(step: Step): StepFate;
  kill(client: GatedClient): Promise<void>;
  databaseIsDown(): boolean;
  committed(channels: readonly string[]): void;
}

/** So many turns of the event loop without real input or output let every chain of callbacks come to its end. */
const QUIET_TURNS = 4;
const LOCK_POLL_MS = 3;
/** Reads, and the engine's own looks, claims and ends of tasks: what they change matters with what follows from it. */
const CHANGES_NOTHING =
  /^\s*(SELECT|BEGIN|LISTEN|ROLLBACK|COMMIT|WITH due|UPDATE task|DELETE FROM task|CREATE)/i;
/** A process that reads its own files for longer than this has hung. */
const MOST_BUSY_TURNS = 20_000;
const SHORT_TURNS = 200;

/**
 * Takes the steps of all processes one at a time, in an order that the seed decides. A step that waits for another's
 * lock is left waiting on the server, as it would be, and its outcome is told when its turn comes.
 */
export class Gate {
  readonly clients = new Set<GatedClient>();
  steps = 0;
  writes = 0;
  private readonly blocked = new Map<GatedClient, { step: Step; outcome: Outcome }>();
  private readonly memory = new Memory();
  private readonly random: Random;
  private readonly server: SimulationServer;
  private readonly rules: GateRules;

  constructor(random: Random, server: SimulationServer, rules: GateRules) {
    this.random = random;
    this.server = server;
    this.rules = rules;
  }

  /** Runs until nothing can go on at this instant. `busy` says that somebody works at something else than the database. */
  async settle(busy: () => boolean): Promise<void> {
    for (;;) {
      await quiet();
      for (let turns = 0; busy() && turns < MOST_BUSY_TURNS; turns += 1) await turn(turns);
      const ready = [...this.clients].filter((c) => this.canGo(c));
      if (ready.length === 0) return;
      await this.go(this.random.pick(ready));
    }
  }

  /** Connections break, all at once; the server undoes what they had begun. */
  async cut(clients: readonly GatedClient[], error: Error | undefined): Promise<void> {
    const pids = clients.flatMap((client) => client.pid ?? []);
    for (const client of clients) {
      this.clients.delete(client);
      this.blocked.delete(client);
    }
    await this.server.terminate(pids);
    this.memory.forget();
    for (const client of clients) {
      if (error) client.break(error);
      client.real = undefined;
    }
    await this.recheckBlocked();
  }

  private canGo(client: GatedClient): boolean {
    if (!this.rules.mayGo(client)) return false;
    const blocked = this.blocked.get(client);
    return blocked ? blocked.outcome.isKnown : client.waiting.length > 0;
  }

  private async go(client: GatedClient): Promise<void> {
    const blocked = this.blocked.get(client);
    if (blocked) {
      this.blocked.delete(client);
      return this.tell(client, blocked.step, blocked.outcome);
    }
    const step = client.waiting.shift()!;
    this.steps += 1;
    if (step.kind === 'connect' && this.rules.databaseIsDown()) {
      this.clients.delete(client);
      client.under = step;
      return client.break(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
    }
    const fate = step.kind === 'query' ? this.rules.fateOf(step) : 'done';
    client.under = step;
    if (fate === 'kill-before') return this.rules.kill(client);
    if (fate === 'cut-before') return this.cut([client], connectionLost());
    const remembered = fate === 'done' ? this.memory.recall(step) : undefined;
    if (remembered) return this.tell(client, step, answered(remembered));
    const outcome = watch(step.run());
    if (!(await this.known(client, outcome))) {
      this.blocked.set(client, { step, outcome });
      return;
    }
    this.note(client, step, outcome);
    if (fate === 'kill-after') await this.rules.kill(client);
    else if (fate === 'cut-after') await this.cut([client], connectionLost());
    else this.tell(client, step, outcome);
    await this.recheckBlocked();
  }

  private tell(client: GatedClient, step: Step, outcome: Outcome): void {
    if (client.under === step) client.under = undefined;
    if (step.kind === 'end') {
      this.clients.delete(client);
      client.broken = new Error('the connection was ended');
    }
    step.settle(outcome.error ?? null, outcome.result);
  }

  /** Follows transactions, so that what is notified in one is heard when it commits, and not before. */
  private note(client: GatedClient, step: Step, { error, result }: Outcome): void {
    const { text, kind } = step;
    this.memory.learn(step, result, error !== undefined);
    if (kind !== 'query') return;
    if (!CHANGES_NOTHING.test(text)) this.writes += 1;
    if (/^BEGIN/i.test(text)) client.inTransaction = true;
    const listen = /^LISTEN (\w+)/i.exec(text)?.[1];
    if (listen && !error) client.listensTo.add(listen);
    const channel = /pg_notify\('(\w+)'/.exec(text)?.[1];
    if (channel && !error) client.notifies.push(channel);
    const ends = /^(COMMIT|ROLLBACK$)/i.test(text);
    if (ends) client.inTransaction = false;
    if (client.inTransaction || (!ends && !channel)) return;
    if (!error && !/^ROLLBACK/i.test(text) && client.notifies.length > 0)
      this.rules.committed(client.notifies);
    client.notifies = [];
  }

  /** True when the server has answered; false when it waits for a lock. */
  private async known(client: GatedClient, outcome: Outcome): Promise<boolean> {
    for (;;) {
      if (outcome.isKnown) return true;
      await Promise.race([outcome.when, sleep(LOCK_POLL_MS)]);
      if (outcome.isKnown) return true;
      const { pid } = client;
      // Asked twice, so that the server has looked for a deadlock in between.
      if (pid === undefined || !(await this.server.waitsForLock(pid))) continue;
      await sleep(LOCK_POLL_MS);
      if (!outcome.isKnown && (await this.server.waitsForLock(pid))) return false;
    }
  }

  private async recheckBlocked(): Promise<void> {
    for (const [client, { step, outcome }] of this.blocked) {
      if (outcome.isKnown || !(await this.known(client, outcome))) continue;
      this.note(client, step, outcome);
    }
  }
}

interface Outcome {
  isKnown: boolean;
  when: Promise<void>;
  result?: unknown;
  error?: Error;
}

function answered(result: unknown): Outcome {
  return { isKnown: true, when: Promise.resolve(), result };
}

function watch(running: Promise<unknown>): Outcome {
  const outcome: Outcome = { isKnown: false, when: Promise.resolve() };
  outcome.when = running.then(
    (result) => void Object.assign(outcome, { isKnown: true, result }),
    (error: Error) => void Object.assign(outcome, { isKnown: true, error }),
  );
  return outcome;
}

function connectionLost(): Error {
  return new Error('Connection terminated unexpectedly');
}

/** Most are done within a few turns; a timer would make each of them a millisecond. */
async function turn(number: number): Promise<void> {
  if (number < SHORT_TURNS) await new Promise((resolve) => setImmediate(resolve));
  else await sleep(0);
}

async function quiet(): Promise<void> {
  for (let turn = 0; turn < QUIET_TURNS; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
