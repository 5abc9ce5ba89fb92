import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { programOf } from '../test/support/programs.ts';

let child: ChildProcess | undefined;
afterEach(() => child?.kill('SIGKILL'));

function start(env: Record<string, string>): ChildProcess {
  child = spawn(process.execPath, [programOf('phones')], {
    env: {
      PATH: process.env['PATH'] ?? '',
      PHONES_PORT: '0',
      TWILIO_ACCOUNT_SID: 'AC1',
      TWILIO_AUTH_TOKEN: 't',
      ...env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  return child;
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  const [line] = (await once(createInterface({ input: stream }), 'line')) as [string];
  return line;
}

test('it says where it listens, takes people on stdin, and ends when stdin closes', async () => {
  const phones = start({
    PHONES_NUMBERS: '+12025550199=Dino support',
    PHONES_PRODUCT_URL: 'http://127.0.0.1:9/',
  });
  const ready = JSON.parse(await firstLine(phones.stdout as NodeJS.ReadableStream)) as {
    ready: boolean;
    url: string;
  };
  expect(ready.ready).toBe(true);
  phones.stdin?.write(
    `${JSON.stringify({ people: [{ key: 'anna', name: 'Anna', role: 'sales', number: '+12025550111' }] })}\n`,
  );
  const people = async () => {
    const state = (await (await fetch(`${ready.url}/control/state`)).json()) as {
      people: { key: string }[];
      numbers: unknown[];
    };
    return state;
  };
  await expect.poll(async () => (await people()).people).toMatchObject([{ key: 'anna' }]);
  expect((await people()).numbers).toMatchObject([
    { number: '+12025550199', name: 'Dino support', voiceUrl: 'http://127.0.0.1:9/twilio/voice' },
  ]);
  phones.stdin?.end();
  const [code] = (await once(phones, 'exit')) as [number];
  expect(code).toBe(0);
});

test('a port in use is said plainly, exit 1', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const phones = start({ PHONES_PORT: String(port) });
  const said = firstLine(phones.stderr as NodeJS.ReadableStream);
  const [code] = (await once(phones, 'exit')) as [number];
  other.close();
  expect(code).toBe(1);
  expect(await said).toContain(`port ${port} on 127.0.0.1 is in use`);
});
