import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../src/config/index.ts';

/** The one address in front of the nodes, as nginx is that keeps its connections (keepalive): a process of its own. */
export interface Balancer {
  readonly url: string;
  /** One more node; it stays one while it is down. */
  add(port: number): void;
  /** Requests that a node took and never answered: the carrier got 502. */
  readonly broken: number;
  close(): void;
}

export interface ToBalancer {
  port: number;
}
export type FromBalancer = { url: string } | { broken: number };

/** Starts the balancer; it ends with this process at the latest. */
export async function createBalancer(): Promise<Balancer> {
  // Its own session: Ctrl-C reaches the tool alone.
  const child = fork(join(projectRoot(), 'dist', 'balancer.js'), { detached: true, execArgv: [] });
  let broken = 0;
  const [first] = (await Promise.race([once(child, 'message'), failed(child)])) as [FromBalancer];
  child.on('message', (told: FromBalancer) => {
    if ('broken' in told) broken += told.broken;
  });
  return {
    url: 'url' in first ? first.url : '',
    add: (port) => void child.send({ port } satisfies ToBalancer),
    get broken() {
      return broken;
    },
    // It may have been stopped together with this process, by whoever ended the run.
    close: () => void (child.connected && child.disconnect()),
  };
}

async function failed(child: ReturnType<typeof fork>): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null];
  throw new Error(`the balancer ended with ${code} before it was ready`);
}
