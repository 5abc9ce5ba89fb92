import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { projectRoot } from './config/index.ts';

const START_TIMEOUT_MS = 10_000;

export interface SimulatedPhones {
  url: string;
  accountSid: string;
  authToken: string;
  /** Tells the phones who has which. */
  setPeople(people: { key: string; name: string; role: string; number: string }[]): void;
  stop(): void;
}

/**
 * Starts the simulated phones as a process of their own: the product speaks to them over HTTP as it does to Twilio.
 * They end when this process does, however it ends, because they watch their standard input.
 * @throws Error with the phones' own words when they do not start.
 */
export async function startSimulatedPhones(options: {
  host: string;
  port: number;
  productUrl: string;
  callsPerSecond: number;
  numbers: { number: string; name: string }[];
}): Promise<SimulatedPhones> {
  const accountSid = `AC${randomBytes(16).toString('hex')}`;
  const authToken = randomBytes(16).toString('hex');
  const child = spawn(process.execPath, [join(projectRoot(), 'dist', 'phones.js')], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Its own session: Ctrl-C reaches us alone, and the phones stay until our last request is answered.
    detached: true,
    env: {
      ...process.env,
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      PHONES_HOST: options.host,
      PHONES_PORT: String(options.port),
      PHONES_PRODUCT_URL: options.productUrl,
      PHONES_NUMBERS: options.numbers.map(({ number, name }) => `${number}=${name}`).join(','),
      PHONES_CALLS_PER_SECOND: String(options.callsPerSecond),
    },
  });
  child.stderr.pipe(process.stderr);
  const url = await readyUrl(child);
  child.unref();
  return {
    url,
    accountSid,
    authToken,
    setPeople: (people) => void child.stdin.write(`${JSON.stringify({ people })}\n`),
    stop: () => void child.stdin.end(),
  };
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('the simulated phones did not start within 10 s')),
      START_TIMEOUT_MS,
    );
    child.once('exit', () =>
      reject(new Error('the simulated phones ended at once; their message stands above')),
    );
    createInterface({ input: child.stdout! }).on('line', (line) => {
      clearTimeout(timer);
      resolve((JSON.parse(line) as { url: string }).url);
    });
  });
}
