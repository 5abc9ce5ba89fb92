import { join } from 'node:path';
import { startEmbedded } from '../src/database/index.ts';
import { callAndListen, sendPress } from './caller.ts';
import type { Arrival, CarrierRequest } from './carrier.ts';
import { benchDesks, type BenchDesk } from './desks.ts';
import type { FloorBegun, FloorRequest } from './floor.ts';
import { lineOf, type Compared, type Line } from './line.ts';
import { setStage, withStops, type Stage } from './stage.ts';
import { send, type Webhook } from './webhook.ts';

export interface FanOutSizes {
  desks: number;
  /** Calls one after another, in blocks of `desks`, service and floor in turn. */
  singleBlocks: number;
  /** Times that all desks are called at once, service and floor in turn. */
  bursts: number;
  warmUps: number;
}

const requestsOfACall = 8;
const arrivalsWithinMs = 20_000;

/** From the key press to the last of eight carrier requests, and to the caller's answer. */
export function measureFanOut(folder: string, sizes: FanOutSizes): Promise<Line[]> {
  return withStops(async (stops) => {
    const server = await startEmbedded(join(folder, 'database'));
    stops.push(() => server.stop());
    return play(await setStage(folder, server.url, { desks: benchDesks(sizes.desks) }, stops), sizes);
  });
}

async function play(stage: Stage, sizes: FanOutSizes): Promise<Line[]> {
  const single: Compared = { figure: [], floor: [] };
  const burst: Compared = { figure: [], floor: [] };
  const answers: Compared = { figure: [], floor: [] };
  for (let at = -sizes.warmUps; at < Math.max(sizes.bursts, sizes.singleBlocks); at += 1) {
    const counts = at >= 0;
    if (at < sizes.singleBlocks) {
      const [floor, figure] = [await floorsInTurn(stage), await callsInTurn(stage)];
      if (counts) {
        single.floor.push(...floor);
        single.figure.push(...figure);
      }
    }
    if (at >= sizes.bursts) continue;
    const floor = await floorsAtOnce(stage, stage.desks);
    const answerFloor = await answersOfBareRoute(stage);
    const { fanOut, answer } = await callsAtOnce(stage, stage.desks);
    if (!counts) continue;
    burst.floor.push(...floor);
    burst.figure.push(...fanOut);
    answers.floor.push(...answerFloor);
    answers.figure.push(...answer);
  }
  const many = `${stage.desks.length} calls at once`;
  return [
    lineOf('fan-out, 1 call at a time, p50', 'ms', single, 0.5, 'ratio <= 1.5'),
    lineOf('fan-out, 1 call at a time, p99', 'ms', single, 0.99, 'ratio <= 2'),
    lineOf(`fan-out, ${many}, p50`, 'ms', burst, 0.5, 'ratio <= 1.5'),
    lineOf(`fan-out, ${many}, p99`, 'ms', burst, 0.99, 'ratio <= 2'),
    lineOf(`webhook answer, ${many}, p99`, 'ms', answers, 0.99, 'ratio <= 3'),
  ];
}

/** The desks are called one after another, each when the one before has been told of. */
export async function callsInTurn(stage: Stage): Promise<number[]> {
  const took: number[] = [];
  for (const desk of stage.desks) {
    took.push(...(await callTogether(stage, [desk])).fanOut);
    await pause();
  }
  await stage.endAll();
  return took;
}

/** All these desks are called at the same moment. */
export async function callsAtOnce(stage: Stage, desks: BenchDesk[]) {
  const took = await callTogether(stage, desks);
  await stage.endAll();
  return took;
}

async function callTogether(
  stage: Stage,
  desks: BenchDesk[],
): Promise<{ fanOut: number[]; answer: number[] }> {
  const webhooks = await Promise.all(desks.map((desk) => callAndListen(stage.target, desk)));
  await pause();
  const arrived = arrivals(stage, desks.length);
  const answers = await Promise.all(webhooks.map((press) => sendPress(stage.target, press)));
  const lasts = lastArrivals(await arrived, desks);
  return {
    fanOut: answers.map(({ sentAtMs }, index) => lasts[index]! - sentAtMs),
    answer: answers.map(({ tookMs }) => tookMs),
  };
}

async function floorsInTurn(stage: Stage): Promise<number[]> {
  const took: number[] = [];
  for (const desk of stage.desks) {
    took.push(...(await floorsAtOnce(stage, [desk])));
    await pause();
  }
  return took;
}

async function floorsAtOnce(stage: Stage, desks: BenchDesk[]): Promise<number[]> {
  const arrived = arrivals(stage, desks.length);
  const request: FloorRequest = { calls: desks.map(({ people }) => people.map((p) => p.number)) };
  const began = await stage.floor.ask<FloorBegun[]>(request);
  return lastArrivals(await arrived, desks).map((at, index) => at - began[index]!.beganAtMs);
}

/** The same form as a key press, at the same instants. */
async function answersOfBareRoute(stage: Stage): Promise<number[]> {
  const url = new URL(`${stage.floorUrl}/floor`);
  const webhooks = await Promise.all(stage.desks.map((desk) => callAndListen(stage.target, desk)));
  const bare = webhooks.map((webhook): Webhook => ({ ...webhook, url }));
  await Promise.all(bare.map((webhook) => send(webhook)));
  await pause();
  const answers = await Promise.all(bare.map((webhook) => send(webhook)));
  return answers.map(({ tookMs }) => tookMs);
}

function arrivals(stage: Stage, calls: number): Promise<Arrival[]> {
  const request: CarrierRequest = { expect: calls * requestsOfACall, withinMs: arrivalsWithinMs };
  return stage.carrier.ask<Arrival[]>(request);
}

/** When the last request about each desk's people came. */
function lastArrivals(arrived: Arrival[], desks: BenchDesk[]): number[] {
  return desks.map(({ desk, people }) => {
    const own = arrived.filter(({ to }) => people.some((person) => person.number === to));
    if (own.length !== requestsOfACall) {
      throw new Error(`${desk}: ${own.length} carrier requests instead of ${requestsOfACall}`);
    }
    return Math.max(...own.map(({ atMs }) => atMs));
  });
}

/** Between two measurements: what the last one left to write is written. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 25));
}
