import { setTimeout as sleep } from 'node:timers/promises';
import { monotonicMs } from '../bench/statistics.ts';
import { createRandom } from '../phones/random.ts';
import type { ChaosSettings, FaultName } from './arguments.ts';
import { playCaller, type CallerStory } from './callers.ts';
import { carrier } from './faults/carrier.ts';
import { disk, makeVolume } from './faults/disk.ts';
import type { Fault, FaultRecord } from './faults/fault.ts';
import { kill } from './faults/kill.ts';
import { pool } from './faults/pool.ts';
import { postgres } from './faults/postgres.ts';
import { sigterm } from './faults/sigterm.ts';
import { playResponders } from './responders.ts';
import { openSite, type Site } from './site.ts';
import { watchStandstill } from './standstill.ts';
import { judge, type Verdict } from './verdict.ts';

const faults: Record<FaultName, Fault> = { kill, sigterm, postgres, carrier, pool, disk };

/** After the last call and the end of the faults: how long until everything must have been accepted. */
const settlesWithinMs = 120_000;
/** What is accepted is still to be told to the others. */
const lastOrdersMs = 3_000;

/** Plays one run on a site of its own: callers come, people accept, and the faults befall all of it together. */
export async function playNight(
  names: readonly FaultName[],
  settings: ChaosSettings,
  onOpen: (close: () => Promise<void>) => void,
): Promise<Verdict> {
  const site = await openSite({
    cases: settings.cases,
    seed: settings.seed,
    roundSeconds: settings.roundSeconds,
    logs: settings.logs,
    ...(names.includes('disk') ? { beforeDatabase: makeVolume } : {}),
  });
  onOpen(() => site.close());
  try {
    return await play(site, names, settings);
  } finally {
    await site.close();
  }
}

async function play(
  site: Site,
  names: readonly FaultName[],
  { cases, perSecond, seed, carrierOutageSeconds }: ChaosSettings,
): Promise<Verdict> {
  const beganAtMs = monotonicMs();
  const standstill = watchStandstill();
  const record: FaultRecord = { done: {}, takeoverMs: [], stopMs: [], badStops: [] };
  let calm = false;
  let ended = false;
  const harm = names.map((name, index) =>
    faults[name]({
      site,
      random: createRandom(seed * 31 + index),
      over: () => calm,
      carrierOutageSeconds,
      record,
    }),
  );
  const responders = playResponders(site, createRandom(seed + 1), () => ended);
  const random = createRandom(seed + 2);
  const callers: Promise<CallerStory>[] = [];
  for (let index = 0; index < cases; index += 1) {
    callers.push(playCaller(site, createRandom(seed * 1_000 + index), index, () => ended));
    await sleep((2 * random.next() * 1000) / perSecond);
  }
  calm = true;
  await Promise.all(harm);
  for (let waitedMs = 0; waitedMs < settlesWithinMs && (await openCases(site)) > 0; waitedMs += 250)
    await sleep(250);
  await sleep(lastOrdersMs);
  ended = true;
  const stories = await Promise.all(callers);
  await responders;
  const seconds = Math.round((monotonicMs() - beganAtMs) / 1000);
  return judge(site, { faults: names.join('+'), seed, seconds }, stories, record, standstill());
}

async function openCases(site: Site): Promise<number> {
  const { rows } = await site.pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM support_case WHERE acknowledged_at IS NULL AND severity IS NOT NULL',
  );
  return rows[0]?.count ?? 0;
}
