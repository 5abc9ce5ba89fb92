import { tellUsage } from '../src/command-line/index.ts';
import { readArguments, usage, type ChaosSettings, type FaultName } from './arguments.ts';
import { whyNoVolume } from './faults/disk.ts';
import { playNight } from './night.ts';

const read = readArguments(process.argv.slice(2));
process.exitCode = read.ok === true ? await playAll(read.settings) : tellUsage(read, usage);

/**
 * 0: nothing was lost; 1: an invariant was broken; 2: a fault that was asked for cannot be made on this machine, or it
 * was too busy for the figures to say anything.
 */
async function playAll(settings: ChaosSettings): Promise<number> {
  let closing: (() => Promise<void>) | undefined;
  const interrupt = () => void (closing?.() ?? Promise.resolve()).finally(() => process.exit(130));
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  let worst = 0;
  for (const run of settings.runs) {
    const refused = run.includes('disk') ? whyNoVolume() : undefined;
    if (refused !== undefined) {
      print({ faults: nameOf(run), refused });
      if (settings.runs.length === 1) worst = Math.max(worst, 2);
      continue;
    }
    const verdict = await playNight(run, settings, (close) => (closing = close));
    print(verdict);
    if (verdict.tooBusy !== undefined) worst = worst === 0 ? 2 : worst;
    else if (verdict.broken.length > 0) worst = 1;
  }
  return worst;
}

function nameOf(run: readonly FaultName[]): string {
  return run.join('+');
}

function print(line: object): void {
  console.log(JSON.stringify(line));
}
