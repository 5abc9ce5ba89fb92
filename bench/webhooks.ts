import { join } from 'node:path';
import { startEmbedded } from '../src/database/index.ts';
import { dial } from './caller.ts';
import { benchDesks } from './desks.ts';
import { lineOfFigures, type Line } from './line.ts';
import { setStage, withStops, type Stage } from './stage.ts';
import { monotonicMs, percentile } from './statistics.ts';
import { send, signed, type Webhook } from './webhook.ts';

export interface WebhooksSizes {
  /** Requests that are under way at the same time; each is tried in turn. */
  levels: number[];
  requestsAtALevel: number;
  rounds: number;
}

export interface Load {
  perSecond: number;
  p99Ms: number;
}

const mostMs = 200;

/** How many calls a second are answered, each of them committed, while 99 in 100 wait for less than 200 ms. */
export function measureWebhooks(folder: string, sizes: WebhooksSizes): Promise<Line[]> {
  return withStops(async (stops) => {
    const server = await startEmbedded(join(folder, 'database'));
    stops.push(() => server.stop());
    const stage = await setStage(folder, server.url, { desks: benchDesks(100) }, stops);
    const figure: Load[] = [];
    const floor: Load[] = [];
    await loadOf(callsOf(stage, sizes.requestsAtALevel), 8);
    for (let round = 0; round < sizes.rounds; round += 1) {
      for (const level of sizes.levels) {
        floor.push(await loadOf(bareCallsOf(stage, sizes.requestsAtALevel), level));
        figure.push(await loadOf(callsOf(stage, sizes.requestsAtALevel), level));
        await stage.endAll();
      }
    }
    const [best, bestFloor] = [bestOf(figure), bestOf(floor)];
    const samples = sizes.rounds * sizes.levels.length * sizes.requestsAtALevel;
    return [
      lineOfFigures(
        'webhooks, calls answered per second, p99 under 200 ms',
        '/s',
        { figure: best.perSecond, floor: bestFloor.perSecond, samples },
        'figure >= 300',
      ),
      lineOfFigures(
        'webhooks, p99 at that rate',
        'ms',
        { figure: best.p99Ms, floor: bestFloor.p99Ms, samples },
        'figure <= 200',
      ),
    ];
  });
}

/** As many calls as there are levels and rounds, at each level so many at a time; the best of them. */
export async function playCalls(stage: Stage, sizes: WebhooksSizes): Promise<Load> {
  const loads: Load[] = [];
  await loadOf(callsOf(stage, sizes.requestsAtALevel), 8);
  for (let round = 0; round < sizes.rounds; round += 1) {
    for (const level of sizes.levels) {
      loads.push(await loadOf(callsOf(stage, sizes.requestsAtALevel), level));
      await stage.endAll();
    }
  }
  return bestOf(loads);
}

/** The fastest that was still in time; when nothing was, the one that came nearest. */
export function bestOf(loads: Load[]): Load {
  const inTime = loads.filter(({ p99Ms }) => p99Ms < mostMs);
  if (inTime.length > 0) return inTime.reduce((a, b) => (b.perSecond > a.perSecond ? b : a));
  return loads.reduce((a, b) => (b.p99Ms < a.p99Ms ? b : a));
}

function callsOf({ desks, target }: Stage, count: number): Webhook[] {
  return Array.from({ length: count }, (_, at) => dial(target, desks[at % desks.length]!));
}

/** The same forms, signed for the bare route. */
function bareCallsOf(stage: Stage, count: number): Webhook[] {
  const target = { ...stage.target, url: stage.floorUrl };
  return callsOf(stage, count).map(({ body }) =>
    signed(target, '/signed', Object.fromEntries(new URLSearchParams(body))),
  );
}

/** Sends all of them, `level` at a time. */
async function loadOf(webhooks: Webhook[], level: number): Promise<Load> {
  const waiting = webhooks.values();
  const took: number[] = [];
  const beganAtMs = monotonicMs();
  await Promise.all(
    Array.from({ length: level }, async () => {
      for (const webhook of waiting) took.push((await send(webhook)).tookMs);
    }),
  );
  return { perSecond: (took.length * 1000) / (monotonicMs() - beganAtMs), p99Ms: percentile(took, 0.99) };
}
