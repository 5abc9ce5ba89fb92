import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import type { Installation } from './installation.ts';

/** One process of the service. */
export interface Node {
  readonly port: number;
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything it has written, both streams. */
  output(): string;
  /** Resolves with its exit code, or its signal, when it has ended. */
  readonly ended: Promise<number | string>;
  /** As a power cut would. */
  kill(): Promise<void>;
  /** As a deployment would; its exit code or signal. */
  stop(): Promise<number | string>;
}

export interface NodeOptions {
  env?: Record<string, string>;
  uid?: number;
}

const startTimeoutMs = 60_000;
const running = new Set<Node>();

/** Starts `node dist/main.js` and returns at once; see `ready`. It knows nothing of this process's environment. */
export async function launch({ folder }: Installation, { env = {}, uid }: NodeOptions = {}): Promise<Node> {
  const port = Number(env['PORT'] ?? (await freePort()));
  const child = spawn(process.execPath, ['--enable-source-maps', path.join(folder, 'dist', 'main.js')], {
    cwd: folder,
    env: { PATH: process.env['PATH'], PORT: String(port), PHONES_PORT: String(await freePort()), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let output = '';
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (output += text.toString()));
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  const node: Node = {
    port,
    url: `http://127.0.0.1:${port}`,
    child,
    output: () => output,
    ended,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
  running.add(node);
  void ended.then(() => running.delete(node));
  return node;
}

/** Starts a node and waits until it says that it is ready. */
export async function start(installation: Installation, options: NodeOptions = {}): Promise<Node> {
  const node = await launch(installation, options);
  const ready = new Promise<boolean>((resolve) => {
    const look = () => node.output().includes('Afterhours is ready') && resolve(true);
    node.child.stdout?.on('data', look);
    void node.ended.then(() => resolve(false));
    setTimeout(() => resolve(false), startTimeoutMs).unref();
  });
  if (await ready) return node;
  await node.kill();
  throw new Error(`the service did not start:\n${node.output()}`);
}

/** Ends the nodes that a test has left running. */
export async function killAll(): Promise<void> {
  await Promise.all([...running].map((node) => node.kill()));
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
