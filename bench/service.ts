import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../src/config/index.ts';
import { stopWhenInterrupted } from './running.ts';
import { monotonicMs } from './statistics.ts';

export interface RunningService {
  pid: number;
  url: string;
  /** From the start of the process to the first answer of /readyz that says ready. */
  readyAfterMs: number;
  stop(): Promise<void>;
}

const mostMs = 60_000;

/**
 * Starts `node dist/main.js` with this environment alone, beside PATH and the like.
 * @throws Error with the service's own words when it does not get ready.
 */
export async function startService(
  environment: Record<string, string>,
  nodeFlags: readonly string[] = [],
): Promise<RunningService> {
  const beganAtMs = monotonicMs();
  const child = spawn(
    process.execPath,
    [
      ...nodeFlags,
      ...(process.env['BENCH_NODE_FLAGS']?.split(' ') ?? []),
      join(projectRoot(), 'dist', 'main.js'),
    ],
    {
      cwd: projectRoot(),
      stdio: ['ignore', 'pipe', 'pipe'],
      // Its own session: Ctrl-C reaches the bench alone, which stops the service.
      detached: true,
      env: { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'warn', ...environment },
    },
  );
  const stopped = stopWhenInterrupted(() => stop(child));
  child.once('exit', stopped);
  const words: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => words.push(text));
  }
  const url = `http://127.0.0.1:${environment['PORT']}`;
  await untilReady(child, url, words);
  return { pid: child.pid!, url, readyAfterMs: monotonicMs() - beganAtMs, stop: () => stop(child) };
}

async function untilReady(child: ChildProcess, url: string, words: string[]): Promise<void> {
  const until = monotonicMs() + mostMs;
  while (monotonicMs() < until) {
    if (child.exitCode !== null) throw new Error(`the service ended:\n${words.join('')}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await stop(child);
  throw new Error(`the service was not ready within ${mostMs} ms:\n${words.join('')}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
