import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { projectRoot } from './config/index.ts';
import { StartFault } from './start-fault.ts';

const START_TIMEOUT_MS = 10_000;
const READ_FIRST_MS = 200;

export interface SimulatedPhones {
  url: string;
  accountSid: string;
  authToken: string;
  /** Tells the phones who has which. */
  setPeople(people: { key: string; name: string; role: string; number: string; lines?: number }[]): void;
  stop(): void;
}

/**
 * Starts the simulated phones as a process of their own: the product speaks to them over HTTP as it does to Twilio.
 * They end when this process does, however it ends, because they watch their standard input.
 * @throws StartFault with the phones' own words when they do not start.
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
  const url = await readyUrl(child);
  child.stderr.pipe(process.stderr);
  child.unref();
  return {
    url,
    accountSid,
    authToken,
    setPeople: (people) => void child.stdin.write(`${JSON.stringify({ people })}\n`),
    stop: () => void child.stdin.end(),
  };
}

/** What the phones say before they are ready is why they do not start, and nobody is told before somebody asks. */
function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let words = '';
    child.stderr!.on('data', (some: Buffer) => (words += some.toString()));
    const failed = (what: string) => reject(new StartFault(`the simulated phones ${what}\n${words}`.trim()));
    // Whoever has just waited 10 s for something else finds the timer gone off before what the phones said is read.
    let timer = setTimeout(() => {
      timer = setTimeout(() => failed('did not start within 10 s'), READ_FIRST_MS);
    }, START_TIMEOUT_MS);
    // 'close' and not 'exit': by then everything they said has been read.
    child.once('close', () => failed('ended at once:'));
    createInterface({ input: child.stdout! }).on('line', (line) => {
      clearTimeout(timer);
      child.stderr!.removeAllListeners('data');
      process.stderr.write(words);
      resolve((JSON.parse(line) as { url: string }).url);
    });
  });
}
