import type { Script } from '../src/ivr/index.ts';
import { DINO_NUMBER, someoneDials } from './callers.ts';
import { noCarrierFaults } from './carrier/faults.ts';
import type { SimulationServer } from './database/server.ts';
import { enrolDesk } from './desk.ts';
import { invariantsOf } from './invariants/index.ts';
import { beginOperatorCalls, enrolOperatorDesk, OPERATOR_DESK } from './operator-desk.ts';
import { diligent } from './people/mood.ts';
import type { CompiledService } from './process/compile.ts';
import { scenarioOf, type Incident, type Scenario } from './scenario.ts';
import { RowsWatcher, type Snapshot } from './snapshot.ts';
import type { Tally } from './tally.ts';
import { bringTrouble } from './troubles.ts';
import { World } from './world.ts';

export interface Violation {
  invariant: string;
  what: string;
  at: Date;
  history: string[];
}

export interface RunResult {
  seed: number;
  tally: Tally;
  violation: Violation | undefined;
  /** Two runs of one seed have the same. */
  digest: string;
}

export interface RunParts {
  server: SimulationServer;
  scripts: readonly Script[];
  service: CompiledService;
}

/** After an incident everything is well, and everybody awake, for so long. */
const CALM_MS = 50 * 60_000;
/** Whoever has accepted says within so long that the customer was reached. */
const REPORTING_MS = 3 * 60_000;
/** So long after a time that was skipped everybody has caught up. */
const AFTER_LEAP_MS = 5_000;
const HISTORY_TOLD = 60;

class Violated extends Error {}

/** Lives through the world of one seed, and returns the first thing that was wrong, if anything was. */
export async function runSeed(seed: number, parts: RunParts): Promise<RunResult> {
  const scenario = scenarioOf(seed);
  await parts.server.empty();
  const world = new World({
    ...parts,
    scripts: parts.scripts.filter(({ desk }) => scenario.hasOperatorDesk || desk !== OPERATOR_DESK),
    seed,
    startMs: scenario.startMs,
    hasSecondCarrier: scenario.hasSecondCarrier,
  });
  await world.open();
  const watch = watchOver(world);
  let violation: Violation | undefined;
  try {
    await play(world, scenario, watch);
  } catch (error) {
    violation = {
      invariant: error instanceof Violated ? error.name : 'the simulation runs',
      what: error instanceof Violated ? error.message : String(error instanceof Error ? error.stack : error),
      at: new Date(world.timeline.nowMs),
      history: world.history.last(HISTORY_TOLD),
    };
  }
  const { tally } = world;
  Object.assign(tally, {
    runs: 1,
    simulatedMs: world.timeline.nowMs - scenario.startMs,
    statements: world.gate.steps,
  });
  Object.assign(tally, watch.counts);
  await world.close();
  return { seed, tally, violation, digest: world.history.digest() };
}

async function play(world: World, scenario: Scenario, watch: ReturnType<typeof watchOver>): Promise<void> {
  await enrolDesk(world);
  if (scenario.hasOperatorDesk) await enrolOperatorDesk(world);
  for (const settings of scenario.processes) world.startProcess(settings);
  for (const incident of scenario.incidents) {
    await world.run(world.timeline.nowMs + incident.afterMs, watch.look);
    watch.awakeSinceMs = Infinity;
    begin(world, incident);
    await world.run(world.timeline.nowMs + incident.lengthMs, watch.look);
    calmDown(world);
    watch.awakeSinceMs = world.timeline.nowMs;
    await world.run(world.timeline.nowMs + CALM_MS, watch.look);
    reportContacts(world, await watch.rows());
    await world.run(world.timeline.nowMs + REPORTING_MS, watch.look);
  }
}

function begin(world: World, incident: Incident): void {
  const { timeline } = world;
  for (const [n, carrier] of world.network.carriers.entries()) {
    carrier.wire.faults = incident.carriers[n] ?? noCarrierFaults;
    const isCalm = Object.values(carrier.wire.faults).every((probability) => probability === 0);
    if (!isCalm) world.carrierCalmSinceMs = Infinity;
  }
  for (const { afterMs, kind } of incident.troubles) timeline.after(afterMs, () => bringTrouble(world, kind));
  for (const { afterMs, moods } of incident.moods) {
    timeline.after(afterMs, () =>
      moods.forEach((mood, n) => {
        const person = world.responders[n];
        if (person) person.mood = mood;
      }),
    );
  }
  for (const { afterMs, plan, number } of incident.calls) {
    timeline.after(afterMs, () => someoneDials(world, plan, number));
  }
  if (incident.operatorCalls) beginOperatorCalls(world, incident.operatorCalls);
}

function calmDown(world: World): void {
  for (const { wire, refusals } of world.network.carriers) {
    wire.faults = noCarrierFaults;
    refusals.mend();
  }
  world.carrierCalmSinceMs = world.timeline.nowMs;
  for (const process of world.processes) Object.assign(process, { doom: undefined, diesWithPages: false });
  for (const person of world.responders) person.mood = diligent;
  world.history.note('all is well again');
}

/**
 * Customers who never pick up are reached some other way in the end. Until somebody says so the case is paged for again
 * every quarter of an hour, which an incident has seen a few times over when its calm ends; twenty days show no more.
 */
function reportContacts(world: World, { cases }: Snapshot): void {
  for (const { status, acknowledged_by, reply_code } of cases) {
    if (status !== 'acknowledged') continue;
    world.responders.find(({ key }) => key === acknowledged_by)?.reportsContact(DINO_NUMBER, reply_code);
  }
}

/** Looks at the world by every invariant; throws what is wrong. */
function watchOver(world: World) {
  const watch = {
    awakeSinceMs: Infinity,
    counts: { cases: 0, pages: 0 },
    rows: (): Promise<Snapshot> => rowsWatcher.takeSnapshot(),
    look: async (): Promise<void> => {
      const rows = await watch.rows();
      const { nowMs } = world.timeline;
      watch.counts = { cases: rows.cases.length, pages: rows.pages.length };
      const calmMs = nowMs - Math.max(world.wellSinceMs, world.carrierCalmSinceMs);
      const isAwake = nowMs - world.leaptToMs > AFTER_LEAP_MS;
      const view = {
        world,
        rows,
        nowMs,
        healthyMs: nowMs - world.healthySinceMs,
        calmMs: isAwake ? calmMs : 0,
      };
      for (const invariant of invariants) violate(invariant.name, invariant.check(view));
    },
  };
  const invariants = invariantsOf(() => watch.awakeSinceMs);
  const rowsWatcher = new RowsWatcher(world.observer);
  return watch;
}

function violate(invariant: string, what: string | undefined): void {
  if (what === undefined) return;
  const violated = new Violated(what);
  violated.name = invariant;
  throw violated;
}
