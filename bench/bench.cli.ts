import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions, tellUsage } from '../src/command-line/index.ts';
import { stopEverything } from './running.ts';

const usage = `Usage: npm run bench -- [--quick] [--scale N] [--data FOLDER] [MEASUREMENT...]
  Prints a JSON object a line, each with the figure, its floor and their ratio; see bench/README.md.
  --quick        as little as proves that the bench works; its figures say nothing
  --scale N      growth and soak at so many times their size, above 0 and at most 10 (1)
  --data FOLDER  growth keeps its database there and takes it up again
  MEASUREMENT    only these; without any, all but growth and soak, which take minutes and gigabytes`;

const options = {
  quick: { type: 'boolean', default: false },
  scale: { type: 'string', default: '1' },
  data: { type: 'string' },
  /** One of the bench's own processes; its settings follow as JSON. */
  part: { type: 'string' },
} as const;
const read = readOptions(process.argv.slice(2), options, { allowPositionals: true });
if (read.ok !== true) process.exit(tellUsage(read, usage));
const { quick: isQuick, part, data } = read.values;
/** Names of measurements, such as `fan-out`; none: all. */
const asked = read.positionals;
const scale = Number(read.values.scale);
if (!(scale > 0 && scale <= 10)) refuse(`--scale ${read.values.scale}: above 0 and at most 10, such as 0.1.`);

const full = {
  startUp: { warmStarts: 5, idleMs: 10_000 },
  fanOut: { desks: 100, singleBlocks: 2, bursts: 8, warmUps: 2 },
  webhooks: { levels: [8, 16, 32, 64], requestsAtALevel: 2_000, rounds: 2 },
  punctuality: { pagings: 10_000, rounds: 1_200, overSeconds: 40 },
  burst: { customers: 500, overSeconds: 60 },
  growth: {
    ...{
      cases: 1e6 * scale,
      casesInTheSmall: 10_000,
      isThereAndBack: true,
      desks: 50,
      blocks: 4,
      pages: 10,
      dataDir: data,
    },
    calls: { levels: [16, 32], requestsAtALevel: 2_000, rounds: 1 },
    rounds: { pagings: 10_000, rounds: 900, overSeconds: 45 },
    burst: { customers: 500, overSeconds: 60 },
  },
  soak: { seconds: Math.round(300 * scale), callsPerSecond: 10, sampleEverySeconds: 5 },
};
/** Proves that the bench works, and nothing else. */
const quick: typeof full = {
  startUp: { warmStarts: 1, idleMs: 0 },
  fanOut: { desks: 2, singleBlocks: 1, bursts: 1, warmUps: 0 },
  webhooks: { levels: [4], requestsAtALevel: 20, rounds: 1 },
  punctuality: { pagings: 100, rounds: 10, overSeconds: 1 },
  burst: { customers: 5, overSeconds: 1 },
  growth: {
    ...{
      cases: 500,
      casesInTheSmall: 100,
      isThereAndBack: false,
      desks: 2,
      blocks: 1,
      pages: 1,
      dataDir: undefined,
    },
    calls: { levels: [4], requestsAtALevel: 20, rounds: 1 },
    rounds: { pagings: 50, rounds: 5, overSeconds: 1 },
    burst: { customers: 2, overSeconds: 1 },
  },
  soak: { seconds: 6, callsPerSecond: 2, sampleEverySeconds: 1 },
};
/** They take minutes and gigabytes. */
const onlyWhenAsked = ['growth', 'soak'];

if (part === undefined) await bench(isQuick ? quick : full);
else await runPart(part, JSON.parse(asked[0]!) as never);

async function runPart(name: string, settings: never): Promise<void> {
  if (name === 'carrier') await (await import('./carrier.ts')).runCarrier(settings);
  if (name === 'floor') await (await import('./floor.ts')).runFloor(settings);
  if (name === 'bare-service') await (await import('./bare-service.ts')).runBareService(settings);
}

async function bench(sizes: typeof full): Promise<void> {
  const { measurementsOf } = await import('./measurements.ts');
  const measurements = measurementsOf(sizes);
  const unknown = asked.find((name) => !(name in measurements));
  if (unknown !== undefined)
    refuse(`There is no measurement "${unknown}". There are: ${Object.keys(measurements).join(', ')}.`);
  const folder = mkdtempSync(join(tmpdir(), 'afterhours-bench-'));
  // As root the database runs as another user, who must be able to come to its own folder below.
  chmodSync(folder, 0o711);
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  let stopping: Promise<void> | undefined;
  const interrupt = () => {
    stopping ??= stopEverything().finally(() => {
      clear();
      process.exit(130);
    });
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    for (const [name, measure] of Object.entries(measurements)) {
      if (!isAsked(name)) continue;
      print(await measure(join(folder, name)));
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
    }
  } catch (error) {
    // What is stopped in the middle fails; nobody wants to read how.
    if (!stopping) throw error;
    await stopping;
  } finally {
    clear();
  }
}

function isAsked(name: string): boolean {
  if (asked.length > 0) return asked.includes(name);
  return isQuick || !onlyWhenAsked.includes(name);
}

function refuse(fault: string): never {
  process.exit(tellUsage({ ok: false, faults: [fault] }, usage));
}

function print(lines: object[]): void {
  for (const line of lines) console.log(JSON.stringify(line));
}
