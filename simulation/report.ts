import { execFileSync } from 'node:child_process';
import type { RunResult } from './run.ts';
import type { Tally } from './tally.ts';

/** What is told of a run in which something was wrong: enough to see it again, and the last that happened. */
export function describeViolation({ seed, violation }: RunResult): string {
  if (!violation) return '';
  return [
    `FAILED  seed ${seed}, commit ${commit()}`,
    `  ${violation.invariant}: ${violation.what}`,
    `  at ${violation.at.toISOString()} of the simulated time, after`,
    ...violation.history.map((line) => `    ${line}`),
    `  again: npm run simulate -- --seed ${seed}`,
  ].join('\n');
}

/** One line for all runs together. */
export function describeTally(tally: Tally, failures: number, seconds: number): string {
  const days = (tally.simulatedMs / 86_400_000).toFixed(1);
  const faults = [...tally.faults].sort(([, a], [, b]) => b - a).map(([kind, count]) => `${kind} ${count}`);
  return [
    `${tally.runs} runs, ${failures} failed`,
    `${days} simulated days`,
    `${tally.callers} calls in`,
    `${tally.cases} cases`,
    `${tally.pages} pages`,
    `${tally.webhooks} webhooks`,
    `${tally.statements} statements`,
    `faults: ${faults.join(', ') || 'none'}`,
    `${seconds.toFixed(0)} s`,
  ].join('; ');
}

function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
