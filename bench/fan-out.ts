import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openDatabase, startEmbedded } from '../src/database/index.ts';
import { callAndListen, send, type Target, type Webhook } from './caller.ts';
import type { Arrival, CarrierRequest } from './carrier.ts';
import { benchDesks, endAllCases, enrolPeople, writeScripts, type BenchDesk } from './desks.ts';
import type { FloorRequest } from './floor.ts';
import { freePort } from './free-port.ts';
import { lineOf, type Compared, type Line } from './line.ts';
import { stopWhenInterrupted } from './running.ts';
import { startPart, type Part } from './parts.ts';
import { startService } from './service.ts';

export interface FanOutSizes {
  desks: number;
  /** Calls one after another, in blocks of `desks`, service and floor in turn. */
  singleBlocks: number;
  /** Times that all desks are called at once, service and floor in turn. */
  bursts: number;
  warmUps: number;
}

interface Stage {
  desks: BenchDesk[];
  target: Target;
  carrier: Part;
  floor: Part;
  floorUrl: string;
  endAll(): Promise<void>;
}

const requestsOfACall = 8;
const arrivalsWithinMs = 20_000;

/** From the key press to the last of eight carrier requests, and to the caller's answer. */
export async function measureFanOut(folder: string, sizes: FanOutSizes): Promise<Line[]> {
  const server = await startEmbedded(join(folder, 'database'));
  const stopped = stopWhenInterrupted(() => server.stop());
  const stops: (() => unknown)[] = [() => server.stop(), stopped];
  try {
    const stage = await setStage(folder, server.url, sizes, stops);
    return await play(stage, sizes);
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

async function setStage(
  folder: string,
  databaseUrl: string,
  sizes: FanOutSizes,
  stops: (() => unknown)[],
): Promise<Stage> {
  const desks = benchDesks(sizes.desks);
  const scripts = join(folder, 'scripts');
  writeScripts(scripts, desks);
  const carrier = await startPart<{ url: string }>('carrier');
  stops.push(() => carrier.part.stop());
  const account = { accountSid: `AC${randomBytes(16).toString('hex')}`, authToken: 'a-token-of-the-bench' };
  const service = await startService({
    PORT: String(await freePort()),
    DATABASE_URL: databaseUrl,
    IVR_SCRIPTS: scripts,
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
    TWILIO_API_URL: carrier.ready.url,
  });
  stops.push(() => service.stop());
  const database = openDatabase(databaseUrl, { maxConnections: 1 });
  stops.push(() => database.close());
  await enrolPeople(database.pool, desks);
  const floor = await startPart<{ url: string }>('floor', { databaseUrl, carrierUrl: carrier.ready.url });
  stops.push(() => floor.part.stop());
  return {
    desks,
    target: { url: service.url, ...account },
    carrier: carrier.part,
    floor: floor.part,
    floorUrl: floor.ready.url,
    endAll: () => endAllCases(database.pool),
  };
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

async function callsInTurn(stage: Stage): Promise<number[]> {
  const took: number[] = [];
  for (const desk of stage.desks) {
    took.push(...(await callTogether(stage, [desk])).fanOut);
    await pause();
  }
  await stage.endAll();
  return took;
}

async function callsAtOnce(stage: Stage, desks: BenchDesk[]) {
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
  const answers = await Promise.all(webhooks.map((webhook) => send(webhook)));
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
  const began = await stage.floor.ask<number[]>(request);
  return lastArrivals(await arrived, desks).map((at, index) => at - began[index]!);
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
