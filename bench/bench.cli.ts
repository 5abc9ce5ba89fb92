import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopEverything } from './running.ts';

const full = {
  fanOut: { desks: 100, singleBlocks: 2, bursts: 8, warmUps: 2 },
  startUp: { warmStarts: 5, idleMs: 10_000 },
};
/** Proves that the bench works, and nothing else. */
const quick = {
  fanOut: { desks: 2, singleBlocks: 1, bursts: 1, warmUps: 0 },
  startUp: { warmStarts: 1, idleMs: 0 },
};

const part = process.argv.find((argument) => argument.startsWith('--part='))?.slice('--part='.length);
/** Names of measurements, such as `fan-out`; none: all. */
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (part === undefined) await bench(process.argv.includes('--quick') ? quick : full);
else await runPart(part, JSON.parse(process.argv.at(-1)!) as never);

async function runPart(name: string, settings: never): Promise<void> {
  if (name === 'carrier') await (await import('./carrier.ts')).runCarrier();
  if (name === 'floor') await (await import('./floor.ts')).runFloor(settings);
  if (name === 'bare-service') await (await import('./bare-service.ts')).runBareService(settings);
}

async function bench(sizes: typeof full): Promise<void> {
  const { measureFanOut } = await import('./fan-out.ts');
  const { measureStartUp } = await import('./start-up.ts');
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
    if (isAsked('start-up')) print(await measureStartUp(folder, sizes.startUp));
    if (isAsked('fan-out')) print(await measureFanOut(join(folder, 'fan-out'), sizes.fanOut));
  } catch (error) {
    // What is stopped in the middle fails; nobody wants to read how.
    if (!stopping) throw error;
    await stopping;
  } finally {
    clear();
  }
}

function isAsked(name: string): boolean {
  return asked.length === 0 || asked.includes(name);
}

function print(lines: object[]): void {
  for (const line of lines) console.log(JSON.stringify(line));
}
