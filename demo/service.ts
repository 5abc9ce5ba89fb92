import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { projectRoot } from '../src/config/index.ts';

export interface DemoService {
  url: string;
  phonesUrl: string;
  apiToken: string;
  /** The address that makes the first supervisor. */
  firstLink: string;
  stop(): Promise<void>;
}

const startWithinMs = 25_000;

/**
 * Starts the service as `npm start` does, on free ports and a database of its own in `folder`.
 * @throws Error with the service's own words when it does not get ready, and when `signal` ends the wait; nothing of it
 * runs on then.
 */
export async function startDemoService(
  folder: string,
  scripts: string,
  signal?: AbortSignal,
): Promise<DemoService> {
  const [port, phonesPort] = [await freePort(), await freePort()];
  const apiToken = 'token-of-the-demo';
  const child = spawn(process.execPath, ['--enable-source-maps', join(projectRoot(), 'dist', 'main.js')], {
    cwd: projectRoot(),
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own session: Ctrl-C reaches the demo alone, which then stops the service in order.
    detached: true,
    // Nothing of a real installation that may be set here: no real telephone may ring.
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      PHONES_PORT: String(phonesPort),
      DATA_DIR: join(folder, 'data'),
      IVR_SCRIPTS: scripts,
      API_TOKEN: apiToken,
      LOG_LEVEL: 'warn',
    },
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (words += text));
  const ended = once(child, 'exit');
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
  };
  const url = `http://127.0.0.1:${port}`;
  for (let waitedMs = 0; ; waitedMs += 50) {
    if (child.exitCode !== null) throw new Error(`the service did not start:\n${words}`);
    const firstLink = /http\S+\/welcome\/\S+/.exec(words)?.[0];
    if (firstLink !== undefined && (await isReady(url)))
      return { url, phonesUrl: `http://127.0.0.1:${phonesPort}`, apiToken, firstLink, stop };
    if (signal?.aborted || waitedMs >= startWithinMs) {
      await stop();
      throw new Error(`the service was not ready in time:\n${words}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`).catch(() => undefined);
  await answer?.body?.cancel();
  return answer?.ok ?? false;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
