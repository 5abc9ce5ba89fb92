import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '../src/config/index.ts';
import { monotonicMs } from '../bench/statistics.ts';

/** A node of the service under a supervisor that starts it anew, as systemd does, until it is ready. */
export interface SupervisedNode {
  readonly name: string;
  readonly port: number;
  readonly isUp: boolean;
  /** Times that it ended by itself while it ran: never, whatever fails around it. */
  readonly ownEnds: number;
  start(): Promise<void>;
  /** As a power cut would. */
  kill(): Promise<void>;
  /** As a deployment would: its exit code or signal, and how long it took. */
  stop(): Promise<{ code: number | string; ms: number }>;
}

export interface NodeSettings {
  name: string;
  port: number;
  env: Record<string, string>;
  logFile: string;
}

const readyWithinMs = 60_000;
const startAgainAfterMs = 500;

export function superviseNode({ name, port, env, logFile }: NodeSettings): SupervisedNode {
  let child: ChildProcess | undefined;
  let wanted = false;
  let isUp = false;
  let ownEnds = 0;
  const url = `http://127.0.0.1:${port}`;
  const spawnOnce = () => {
    const log = fs.openSync(logFile, 'a');
    const started = spawn(process.execPath, [join(projectRoot(), 'dist', 'main.js')], {
      cwd: projectRoot(),
      stdio: ['ignore', log, log],
      // Its own session: Ctrl-C reaches the tool alone, which ends the nodes.
      detached: true,
      env: { PATH: process.env['PATH'] ?? '', PORT: String(port), LOG_LEVEL: 'info', ...env },
    });
    fs.closeSync(log);
    started.once('exit', () => {
      const wasUp = isUp;
      isUp = false;
      if (!wanted || !wasUp) return;
      ownEnds += 1;
      void start().catch(() => undefined);
    });
    return started;
  };
  const start = async (): Promise<void> => {
    wanted = true;
    const until = monotonicMs() + readyWithinMs;
    child = spawnOnce();
    while (monotonicMs() < until && wanted) {
      if (child.exitCode !== null || child.signalCode !== null) {
        await sleep(startAgainAfterMs);
        child = spawnOnce();
      }
      const answer = await fetch(`${url}/readyz`).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.ok) {
        isUp = true;
        return;
      }
      await sleep(25);
    }
    if (wanted) throw new Error(`${name} was not ready within ${readyWithinMs} ms; see ${logFile}`);
  };
  const end = async (signal: NodeJS.Signals): Promise<number | string> => {
    wanted = false;
    isUp = false;
    const ending = child;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return ending?.exitCode ?? 'gone';
    const ended = once(ending, 'exit');
    ending.kill(signal);
    const [code, by] = (await ended) as [number | null, string | null];
    return code ?? by ?? 'gone';
  };
  return {
    name,
    port,
    get isUp() {
      return isUp;
    },
    get ownEnds() {
      return ownEnds;
    },
    start,
    kill: async () => void (await end('SIGKILL')),
    stop: async () => {
      const beganAtMs = monotonicMs();
      return { code: await end('SIGTERM'), ms: Math.round(monotonicMs() - beganAtMs) };
    },
  };
}
