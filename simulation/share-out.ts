import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Arguments } from './arguments.ts';
import { openLaboratory } from './laboratory.ts';
import { describeTally, describeViolation } from './report.ts';
import { Tally } from './tally.ts';

/** What a process says of a seed it lived through; without one it asks for its first. */
type Report = { tally: Tally; failure: string | undefined } | 'ready';

/** The argument that makes a process one of those that share the seeds. */
export const sharing = '--sharing';

/**
 * Several processes, each with its own database, that take the seeds one by one: worlds differ tenfold in what they
 * cost, and shares cut beforehand leave cores idle at the end.
 */
export async function shareOut({ seed, runs, jobs }: Arguments): Promise<number> {
  const began = performance.now();
  const tally = new Tally();
  let failures = 0;
  let next = seed;
  const program = process.argv[1] ?? fileURLToPath(import.meta.url);
  const ended = Array.from({ length: Math.min(jobs, runs) }, async () => {
    const child = fork(program, [sharing], { serialization: 'advanced' });
    child.on('message', (report: Report) => {
      if (report !== 'ready') {
        tally.add(report.tally);
        if (report.failure !== undefined) {
          failures += 1;
          console.log(report.failure);
        }
      }
      if (next < seed + runs) child.send(next++);
      else child.disconnect();
    });
    return new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
  });
  const codes = await Promise.all(ended);
  console.log(describeTally(tally, failures, (performance.now() - began) / 1000));
  // A process that died, or never began, left seeds that nobody lived through.
  return failures > 0 || tally.runs < runs || codes.some((code) => code !== 0) ? 1 : 0;
}

/** One of the processes that share the seeds; ends when its parent has no more, or is gone. */
export async function takeSeeds(): Promise<number> {
  const laboratory = await openLaboratory();
  const tell = (report: Report) => process.send?.(report);
  try {
    await new Promise<void>((resolve, reject) => {
      process.on('disconnect', resolve);
      process.on('message', (seed: number) => {
        laboratory
          .run(seed)
          .then(
            (result) => tell({ tally: result.tally, failure: describeViolation(result) || undefined }),
            reject,
          );
      });
      tell('ready');
    });
    return 0;
  } finally {
    await laboratory.close();
  }
}
