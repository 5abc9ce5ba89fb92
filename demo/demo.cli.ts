import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions, tellUsage } from '../src/command-line/index.ts';
import { play } from './play.ts';
import { startDemoService, type DemoService } from './service.ts';
import { writeShortenedScripts } from './shortened-scripts.ts';
import { missingSteps, stepCount } from './steps.ts';
import { summary } from './telling.ts';

const usage = `Usage: npm run demo
  Plays a Severity 1 call to the Dino desk on real processes, a database of its own and simulated telephones, within a
  minute; exits with 0 when every step was seen.`;

const read = readOptions(process.argv.slice(2), {});
if (read.ok !== true) process.exit(tellUsage(read, usage));

const began = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'afterhours-demo-'));
// As root the database runs as another user, who must be able to come to its own folder below.
chmodSync(folder, 0o711);

let starting: Promise<DemoService> | undefined;
const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void end(130, 'Stopped.'));

try {
  const complete = await demo();
  await end(complete ? 0 : 1);
} catch (error) {
  await end(1, error instanceof Error ? error.message : String(error));
}

async function demo(): Promise<boolean> {
  const scripts = writeShortenedScripts(join(folder, 'scripts'));
  const { retryAfterSeconds: retry, ringSeconds: ring } = scripts;
  console.log(`A Severity 1 call to the Dino desk: the whole service, a database and simulated telephones, in real time.
Shortened for this demo: the second round begins ${retry.demo[0]} s after the first (in the real script ${retry.real[0]} s),
and a telephone rings ${ring.demo} s (${ring.real} s). Nothing else differs, and no real telephone rings.
`);
  starting = startDemoService(folder, scripts.folder, stopped.signal);
  const service = await starting;
  console.log(`The service was ready after ${((performance.now() - began) / 1000).toFixed(1)} s.\n`);
  const story = await play(service, (line) => console.log(line));
  const missing = missingSteps(story);
  if (story.case) console.log(`\n${summary({ ...story, case: story.case })}`);
  const took = `${((performance.now() - began) / 1000).toFixed(0)} s`;
  if (missing.length === 0) console.log(`\nAll ${stepCount} steps were seen, in ${took}.`);
  else
    console.error(
      `\nNot seen, in ${took}, of ${stepCount} steps:\n${missing.map((step) => `  - ${step}`).join('\n')}`,
    );
  return missing.length === 0;
}

/** Stops what was started, takes the folder away, and ends. */
async function end(code: number, words?: string): Promise<void> {
  if (stopped.signal.aborted) return;
  stopped.abort();
  if (words !== undefined) console.error(words);
  // One that is still starting stops by itself, because the wait for it has ended.
  const service = await starting?.catch(() => undefined);
  await service?.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}
