import { join } from 'node:path';
import { startEmbedded } from '../src/database/index.ts';
import type { Arrival } from './carrier.ts';
import { benchDesks } from './desks.ts';
import type { FloorBegun, FloorRequest } from './floor.ts';
import { lineOf, lineOfFigures, type Line } from './line.ts';
import { openPagings } from './open-pagings.ts';
import { setStage, withStops, type Stage } from './stage.ts';
import { canMeasureProcessor, postmasterOf, processorMs } from './processor.ts';
import { monotonicMs, until } from './statistics.ts';

export interface PunctualitySizes {
  pagings: number;
  /** How many of them come due, and within how many seconds. */
  rounds: number;
  overSeconds: number;
}

const settleMs = 3_000;

/** How late a due round begins while thousands of cases are being paged for. */
export function measurePunctuality(folder: string, sizes: PunctualitySizes): Promise<Line[]> {
  return withStops(async (stops) => {
    const server = await startEmbedded(join(folder, 'database'));
    stops.push(() => server.stop());
    const stage = await setStage(folder, server.url, { desks: benchDesks(100) }, stops);
    const database = postmasterOf(join(folder, 'database'));
    const floorSpent = meter(stage.floor.pid, database);
    const floor = await playFloor(stage, sizes);
    const spentByFloor = floorSpent() / floor.length;
    const firstAt = await openPagings(stage.pool, stage.desks, sizes, settleMs);
    const figureSpent = meter(stage.service.pid, database);
    const figure = await awaitRounds(stage, sizes, firstAt);
    const spent = figureSpent() / figure.length;
    const name = `due rounds, ${sizes.pagings} open pagings, ${Math.round(sizes.rounds / sizes.overSeconds)} a second, start late by`;
    return [
      lineOf(`${name}, p50`, 'ms', { figure, floor }, 0.5, 'figure <= 50'),
      lineOf(`${name}, p99`, 'ms', { figure, floor }, 0.99, 'figure <= 1000'),
      ...(canMeasureProcessor
        ? [
            lineOfFigures(
              'processor of a due round, service and PostgreSQL',
              'ms',
              { figure: spent, floor: spentByFloor, samples: figure.length },
              'none',
            ),
          ]
        : []),
    ];
  });
}

/** Starts to count the processor time of these processes; the result tells what has been used since, in milliseconds. */
function meter(...pids: number[]): () => number {
  if (!canMeasureProcessor) return () => 0;
  const used = () => pids.reduce((total, pid) => total + processorMs(pid), 0);
  const before = used();
  return () => used() - before;
}

/** Timers of a process that does nothing but the least of a round: rows committed, eight requests. */
async function playFloor({ desks, floor, carrier }: Stage, { rounds, overSeconds }: PunctualitySizes) {
  const count = Math.min(rounds, 500);
  const calls = Array.from({ length: count }, (_, at) =>
    desks[at % desks.length]!.people.map((p) => p.number),
  );
  const began = await floor.ask<FloorBegun[]>({
    calls,
    everyMs: (overSeconds * 1000) / rounds,
  } satisfies FloorRequest);
  await carrier.ask<Arrival[]>({ expect: 0, withinMs: 0 });
  return began.map(({ beganAtMs, dueAtMs }) => beganAtMs - dueAtMs);
}

/** How late, in milliseconds, each of the due rounds has begun, with that many pagings open beside them. */
export async function playRounds(stage: Stage, sizes: PunctualitySizes): Promise<number[]> {
  return awaitRounds(stage, sizes, await openPagings(stage.pool, stage.desks, sizes, settleMs));
}

async function awaitRounds({ pool }: Stage, sizes: PunctualitySizes, firstAt: Date): Promise<number[]> {
  await until(monotonicMs() + firstAt.getTime() - Date.now() + sizes.overSeconds * 1000);
  for (const endMs = monotonicMs() + 60_000; monotonicMs() < endMs; await until(monotonicMs() + 200)) {
    const { rows } = await pool.query(
      'SELECT 1 FROM paging WHERE round = 1 AND next_round_at <= $1 LIMIT 1',
      [new Date(firstAt.getTime() + sizes.overSeconds * 1000)],
    );
    if (rows.length === 0) break;
  }
  const { rows } = await pool.query<{ late: number }>(`
    SELECT extract(epoch FROM g.round_began_at - d.due_at)::float8 * 1000 AS late
    FROM bench.due d JOIN paging g ON g.id = d.paging WHERE g.round = 2`);
  if (rows.length < sizes.rounds) throw new Error(`${rows.length} of ${sizes.rounds} due rounds have begun`);
  return rows.map(({ late }) => late);
}
