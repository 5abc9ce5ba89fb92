import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbedded } from '../src/database/index.ts';
import { callTimed, hangUp, sendPress, textIn } from './caller.ts';
import { benchDesks, manyCallers, type BenchDesk } from './desks.ts';
import { lineOfFigures, type Line } from './line.ts';
import { canMeasureMemory } from './memory.ts';
import { setStage, withStops, type Stage } from './stage.ts';
import { monotonicMs, percentile, until } from './statistics.ts';
import { send } from './webhook.ts';

export interface SoakSizes {
  seconds: number;
  callsPerSecond: number;
  sampleEverySeconds: number;
}

/** What a process holds after a collection of its garbage, MiB: all its pages in memory, and what is alive in them. */
interface Held {
  resident: number;
  alive: number;
}

/**
 * Has the service collect its garbage when asked and write down what is alive then, so that what is counted is what it
 * holds: resident memory also has what the heap keeps for later. No other signal is free.
 */
const collectsWhenAsked = (file: string): string[] => {
  const code = `import { writeFileSync } from 'node:fs';
    process.on('SIGWINCH', () => {
      globalThis.gc();
      const { heapUsed, external } = process.memoryUsage();
      writeFileSync(${JSON.stringify(file)}, String(heapUsed + external));
    });`;
  return ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(code)}`];
};
const gcMs = 400;

/** What the service holds after hours of calls: cases opened, paged for, accepted by text, hung up, closed. */
export function measureSoak(folder: string, sizes: SoakSizes): Promise<Line[]> {
  if (!canMeasureMemory) return Promise.resolve([]);
  return withStops(async (stops) => {
    const server = await startEmbedded(join(folder, 'database'));
    stops.push(() => server.stop());
    const aliveFile = join(folder, 'alive');
    const nodeFlags = collectsWhenAsked(aliveFile);
    const options = { desks: benchDesks(100), reports: { ringSeconds: 5 }, nodeFlags };
    const stage = await setStage(folder, server.url, options, stops);
    const { samples, calls } = await soak(stage, sizes, aliveFile);
    const third = Math.floor(samples.length / 3);
    return (['alive', 'resident'] as const).map((what) => {
      const held = samples.map((sample) => sample[what]);
      return lineOfFigures(
        `soak, ${calls} calls in ${sizes.seconds} s, ${what} after garbage collection, last third against second`,
        'MiB',
        {
          figure: percentile(held.slice(-third), 0.5),
          floor: percentile(held.slice(third, -third), 0.5),
          samples: held.length,
        },
        'ratio <= 1.05',
      );
    });
  });
}

async function soak(
  stage: Stage,
  sizes: SoakSizes,
  aliveFile: string,
): Promise<{ samples: Held[]; calls: number }> {
  const beganAtMs = monotonicMs();
  const samples: Held[] = [];
  const lives: Promise<void>[] = [];
  const total = sizes.seconds * sizes.callsPerSecond;
  // Enough of them that nobody calls again before their case is closed.
  const callers = manyCallers(700);
  const sampling = (async () => {
    for (let at = 1; at * sizes.sampleEverySeconds <= sizes.seconds; at += 1) {
      await until(beganAtMs + at * sizes.sampleEverySeconds * 1000);
      await closeCases(stage);
      // What the carrier has been told meanwhile must not pile up there.
      await stage.carrier.ask({ expect: 0, withinMs: 0 });
      samples.push(await heldBy(stage.service.pid, aliveFile));
    }
  })();
  for (let at = 0; at < total; at += 1) {
    await until(beganAtMs + (at * 1000) / sizes.callsPerSecond);
    const caller = callers[at % callers.length]!;
    const life = lifeOfCase(stage, { ...stage.desks[at % stage.desks.length]!, caller });
    // Looked at below, with all the others.
    life.catch(() => undefined);
    lives.push(life);
  }
  await Promise.all([...lives, sampling]);
  return { samples, calls: total };
}

async function lifeOfCase({ target, pool }: Stage, { number, caller, people }: BenchDesk): Promise<void> {
  const { call, press } = await callTimed(target, { number, caller });
  const pressed = await sendPress(target, press);
  await until(monotonicMs() + 1_000);
  const { rows } = await pool.query<{ code: number }>(
    `SELECT s.reply_code AS code FROM call c JOIN support_case s ON s.id = c.case_id WHERE c.carrier_id = $1`,
    [call.CallSid],
  );
  if (!rows[0]) throw new Error(`a key press opened no case: ${pressed.body}`);
  await send(textIn(target, people[0]!.number, number, `A${rows[0].code}`));
  await until(monotonicMs() + 500);
  await send(hangUp(target, call));
}

/** Closed by SQL, as somebody would in the console: the next call of the same number is a new case. */
async function closeCases({ pool }: Stage): Promise<void> {
  await pool.query(`
    UPDATE support_case SET status = 'closed', closed_at = now(), closing_reason = 'soak'
    WHERE status = 'acknowledged' AND opened_at < now() - interval '5 seconds'`);
}

async function heldBy(pid: number, aliveFile: string): Promise<Held> {
  for (let time = 0; time < 2; time += 1) {
    process.kill(pid, 'SIGWINCH');
    await until(monotonicMs() + gcMs);
  }
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return {
    resident: Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024,
    alive: Number(readFileSync(aliveFile, 'utf8')) / 1024 ** 2,
  };
}
