import { join } from 'node:path';
import type { Pool } from 'pg';
import { openDatabase } from '../src/database/index.ts';
import { playBurst, type Burst, type BurstSizes } from './burst.ts';
import { endAllNow, type BenchDesk } from './desks.ts';
import { lineOf, lineOfFigures, type Line } from './line.ts';
import { playRounds, type PunctualitySizes } from './punctuality.ts';
import { setStage, withStops, type Stage, type StageOptions } from './stage.ts';
import { bestOf, playCalls, type Load, type WebhooksSizes } from './webhooks.ts';

export interface LoadSizes {
  calls: WebhooksSizes;
  rounds: PunctualitySizes;
  burst: BurstSizes;
  /** There and back, so that neither always meets a warm machine; once there only proves that it works. */
  isThereAndBack: boolean;
}

interface Both {
  desks: BenchDesk[];
  /** The addresses of the small database and of the grown one. */
  databases: Record<Side, string>;
  sizes: LoadSizes;
  /** How grown it is. */
  name: string;
}

type Side = 'floor' | 'figure';
type Played<T> = Record<Side, T[]>;

const there: readonly Side[] = ['floor', 'figure'];
const thereAndBack: readonly Side[] = [...there, 'figure', 'floor'];

/** How often each side is played. */
function timesOf({ isThereAndBack }: LoadSizes): number {
  return isThereAndBack ? 2 : 1;
}

/** Calls a second, due rounds and a burst in a database with few closed cases, and in one with years of them. */
export async function measureLoads(folder: string, both: Both): Promise<Line[]> {
  const { desks, sizes, name } = both;
  const play = async <T>(
    what: string,
    options: StageOptions,
    on: (stage: Stage) => Promise<T>,
    times = 1,
  ) => {
    const played: Played<T> = { floor: [], figure: [] };
    for (const side of sizes.isThereAndBack
      ? Array.from({ length: times }, () => thereAndBack).flat()
      : there) {
      const at = { folder: join(folder, `${what}-${side}`), databaseUrl: both.databases[side] };
      played[side].push(await playOn(at, options, on));
    }
    return played;
  };
  const calls = await play('calls', { desks }, (stage) => playCalls(stage, sizes.calls));
  // They are late by milliseconds, which a checkpoint or a neighbour doubles: more of them say more.
  const rounds = await play('rounds', { desks }, (stage) => playRounds(stage, sizes.rounds), 2);
  const burst = await play('burst', { desks, reports: { ringSeconds: 25 } }, (stage) =>
    playBurst(stage, sizes.burst),
  );
  return [...linesOfCalls(calls, both), ...linesOfRounds(rounds, name), ...linesOfBurst(burst, both)];
}

/** On a stage of its own, which leaves no case open. */
async function playOn<T>(
  { folder, databaseUrl }: { folder: string; databaseUrl: string },
  options: StageOptions,
  on: (stage: Stage) => Promise<T>,
): Promise<T> {
  // What was written goes to disk now and not while something is measured.
  await inDatabase(databaseUrl, (pool) => pool.query('CHECKPOINT'));
  const result = await withStops(async (stops) => on(await setStage(folder, databaseUrl, options, stops)));
  await inDatabase(databaseUrl, async (pool) => {
    await endAllNow(pool);
    // Ten thousand cases that were open are closed at once: what the planner knows of them is not true any more.
    await pool.query('SET statement_timeout = 0');
    await pool.query('VACUUM ANALYZE support_case, paging, page, call');
  });
  return result;
}

async function inDatabase(url: string, work: (pool: Pool) => Promise<unknown>): Promise<void> {
  const database = openDatabase(url, { maxConnections: 1 });
  try {
    await work(database.pool);
  } finally {
    await database.close();
  }
}

function linesOfCalls(calls: Played<Load>, { sizes, name }: Both): Line[] {
  const { levels, requestsAtALevel, rounds } = sizes.calls;
  const samples = timesOf(sizes) * levels.length * rounds * requestsAtALevel;
  const [figure, floor] = [bestOf(calls.figure), bestOf(calls.floor)];
  const perSecond = { figure: figure.perSecond, floor: floor.perSecond, samples };
  const p99 = { figure: figure.p99Ms, floor: floor.p99Ms, samples };
  return [
    lineOfFigures(`calls answered per second, p99 under 200 ms, ${name}`, '/s', perSecond, 'ratio >= 0.8'),
    lineOfFigures(`webhook answer at that rate, ${name}, p99`, 'ms', p99, 'ratio <= 1.25'),
  ];
}

function linesOfRounds(rounds: Played<number[]>, name: string): Line[] {
  const late = { figure: rounds.figure.flat(), floor: rounds.floor.flat() };
  return [
    lineOf(`due rounds start late by, ${name}, p50`, 'ms', late, 0.5, 'ratio <= 1.25'),
    lineOf(`due rounds start late by, ${name}, p99`, 'ms', late, 0.99, 'ratio <= 1.25'),
  ];
}

function linesOfBurst(burst: Played<Burst>, { sizes, name }: Both): Line[] {
  const of = (what: 'answers' | 'first' | 'last') => ({
    figure: burst.figure.flatMap((one) => one[what]),
    floor: burst.floor.flatMap((one) => one[what]),
  });
  const told = of('last');
  const counts = {
    figure: told.figure.length,
    floor: told.floor.length,
    samples: timesOf(sizes) * sizes.burst.customers,
  };
  return [
    lineOfFigures(`burst, told to all four by SMS within a round, ${name}`, 'cases', counts, 'ratio = 1'),
    lineOf(`burst, webhook answer, ${name}, p99`, 'ms', of('answers'), 0.99, 'ratio <= 1.25'),
    lineOf(`burst, first page, ${name}, p99`, 'ms', of('first'), 0.99, 'ratio <= 1.25'),
    lineOf(`burst, last of the four, ${name}, p99`, 'ms', told, 0.99, 'ratio <= 1.25'),
  ];
}
