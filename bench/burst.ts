import { join } from 'node:path';
import { startEmbedded } from '../src/database/index.ts';
import { callTimed, sendPress } from './caller.ts';
import type { Arrival, CarrierRequest } from './carrier.ts';
import { benchDesks, manyCallers } from './desks.ts';
import type { FloorBegun, FloorRequest } from './floor.ts';
import { lineOf, lineOfFigures, type Line } from './line.ts';
import { setStage, withStops, type Stage } from './stage.ts';
import { groupBy, monotonicMs, until } from './statistics.ts';
import { send, type Webhook } from './webhook.ts';

export interface BurstSizes {
  customers: number;
  overSeconds: number;
}

interface Pressed {
  caller: string;
  atMs: number;
}

/** From one round of the Dino desk to the next. */
const roundMs = 60_000;
const listensMs = 1_500;

/** A product is down for everybody: one desk, its four people, and a customer's key press again and again for a minute. */
export function measureBurst(folder: string, sizes: BurstSizes): Promise<Line[]> {
  return withStops(async (stops) => {
    const server = await startEmbedded(join(folder, 'database'));
    stops.push(() => server.stop());
    const desks = benchDesks(100);
    const stage = await setStage(folder, server.url, { desks, reports: { ringSeconds: 25 } }, stops);
    const floor = await playFloor(stage, sizes);
    const { opened, answers, first, last } = await playBurst(stage, sizes);
    const name = `burst, ${sizes.customers} customers in ${sizes.overSeconds} s`;
    const cases = { figure: opened, floor: sizes.customers, samples: sizes.customers };
    const all = { figure: last.length, floor: sizes.customers, samples: sizes.customers };
    return [
      lineOfFigures(`${name}, cases open`, 'cases', cases, 'ratio = 1'),
      lineOf(
        `${name}, webhook answer, p99`,
        'ms',
        { figure: answers, floor: floor.answers },
        0.99,
        'figure <= 200',
      ),
      lineOf(`${name}, first page, p99`, 'ms', { figure: first, floor: floor.first }, 0.99, 'figure <= 1000'),
      lineOfFigures(`${name}, told to all four by SMS within a round`, 'cases', all, 'ratio = 1'),
      lineOf(
        `${name}, last of the four, p99`,
        'ms',
        { figure: last, floor: floor.last },
        0.99,
        'figure <= 1000',
      ),
    ];
  });
}

/** Times in milliseconds. */
export interface Burst {
  opened: number;
  answers: number[];
  first: number[];
  last: number[];
}

/** One desk's burst on a stage whose carrier reports. */
export async function playBurst(stage: Stage, sizes: BurstSizes): Promise<Burst> {
  const arriving = arrivalsUntilToldOf(stage, sizes.customers);
  const answers: number[] = [];
  const pressed = await callAndPress(stage, sizes, answers);
  const codes = await readCodes(stage);
  return { opened: codes.size, answers, ...tellings(pressed, await arriving, codes) };
}

async function callAndPress(stage: Stage, sizes: BurstSizes, answers: number[]): Promise<Pressed[]> {
  const { number } = stage.desks[0]!;
  const beganAtMs = monotonicMs();
  const calls = manyCallers(sizes.customers).map(async (caller, at) => {
    await until(beganAtMs + (at * sizes.overSeconds * 1000) / sizes.customers);
    const { answer, press } = await callTimed(stage.target, { number, caller });
    await until(monotonicMs() + listensMs);
    const { sentAtMs, tookMs } = await sendPress(stage.target, press);
    answers.push(answer.tookMs, tookMs);
    return { caller, atMs: sentAtMs };
  });
  return Promise.all(calls);
}

/** The same rhythm for the floor, on as many phones as keep its calls apart. */
async function playFloor(stage: Stage, { customers, overSeconds }: BurstSizes) {
  const everyMs = (overSeconds * 1000) / customers;
  const desks = stage.desks.slice(0, customers);
  const arriving = stage.carrier.ask<Arrival[]>({ expect: desks.length * 8, withinMs: roundMs });
  const calls = desks.map(({ people }) => people.map((person) => person.number));
  const began = await stage.floor.ask<FloorBegun[]>({ calls, everyMs } satisfies FloorRequest);
  const arrived = await arriving;
  const timesOf = (at: number) =>
    arrived.filter(({ to }) => calls[at]!.includes(to)).map(({ atMs }) => atMs - began[at]!.beganAtMs);
  const answers: number[] = [];
  const url = new URL(`${stage.floorUrl}/floor`);
  for (const { number, caller } of desks) {
    const { press } = await callTimed(stage.target, { number, caller });
    answers.push((await send({ ...press, url } satisfies Webhook)).tookMs);
    await until(monotonicMs() + everyMs);
  }
  await stage.endAll();
  return {
    first: calls.map((_, at) => Math.min(...timesOf(at))),
    last: calls.map((_, at) => Math.max(...timesOf(at))),
    answers,
  };
}

/** Four texts a case, calls and later rounds beside them. */
async function arrivalsUntilToldOf(stage: Stage, cases: number): Promise<Arrival[]> {
  const all: Arrival[] = [];
  const request: CarrierRequest = { expect: 1, withinMs: 500 };
  const told = new Set<string>();
  for (const endMs = monotonicMs() + 3 * roundMs; told.size < cases * 4 && monotonicMs() < endMs;) {
    const some = await stage.carrier.ask<Arrival[]>(request);
    all.push(...some);
    for (const one of some) if (one.kind === 'SM') told.add(`${codeOf(one)} ${one.to}`);
    await until(monotonicMs() + 50);
  }
  return all;
}

/** Of each case, when the first of its pages and when the last of its first four texts was there, from its key press. */
function tellings(pressed: Pressed[], arrived: Arrival[], codes: ReadonlyMap<string, string>) {
  const first: number[] = [];
  const last: number[] = [];
  const texts = groupBy(
    arrived.filter(({ kind }) => kind === 'SM'),
    codeOf,
  );
  for (const { caller, atMs } of pressed) {
    const of = texts.get(codes.get(caller) ?? '') ?? [];
    const phones = groupBy(of, ({ to }) => to);
    const told = [...phones.values()].map((some) => Math.min(...some.map((one) => one.atMs)) - atMs);
    if (told.length > 0) first.push(Math.min(...told));
    if (told.length === 4 && Math.max(...told) <= roundMs) last.push(Math.max(...told));
  }
  return { first, last };
}

const codeOf = ({ body }: Arrival): string => /^A(\d+)\b/.exec(body)?.[1] ?? '';

async function readCodes({ pool }: Stage): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ caller: string; code: string }>(
    `SELECT caller, reply_code::text AS code FROM support_case WHERE status = 'paging'`,
  );
  return new Map(rows.map(({ caller, code }) => [caller, code]));
}
