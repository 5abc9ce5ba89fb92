import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { dinoPeople, enrol } from '../../test/support/people.ts';
import { programOf } from '../../test/support/programs.ts';
import { startStaticHost, type StaticHost } from '../../test/support/static-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'fail-open-cli-'));
let database: TestDatabase;
let host: StaticHost;

beforeAll(async () => {
  database = await createTestDatabase();
  await enrol(database.pool, dinoPeople);
  host = await startStaticHost(folder);
});
afterAll(async () => {
  host.close();
  await database.close();
  rmSync(folder, { recursive: true });
});

const run = (...args: string[]) => runWith({}, ...args);

function runWith(settings: Record<string, string>, ...args: string[]) {
  const env = { PATH: process.env['PATH'], DATABASE_URL: database.url, ...settings };
  return new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, [programOf('fail-open'), ...args], { env }, (error, stdout, stderr) =>
      resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

test('writes the documents, says what comes next, and finds when what is hosted is no more what it has to be', async () => {
  const to = ['--host', host.url, '--out', folder];
  const first = await run('dino', ...to);
  expect(first).toMatchObject({ status: 0, stderr: '' });
  expect(first.stdout).toContain(`--number +18004803466 --voice-fallback ${host.url}/dino/voice.xml --apply`);
  expect(readFileSync(join(folder, 'dino', 'voice.xml'), 'utf8')).toContain('+12025550111');
  const look = /then look: npm run fail-open -- (.+)\n/.exec(first.stdout)?.[1];
  expect(await run(...(look ?? '').split(' '))).toMatchObject({ status: 0, stderr: '' });

  await database.pool.query(`DELETE FROM duty WHERE person = 'anna'`);
  const stale = await run('dino', '--host', host.url, '--check');
  expect(stale.status).toBe(1);
  expect(stale.stderr).toMatch(/^Only 2 of 3 senior-technician for dino\..*\n.*voice\.xml is not what /);
});

test('writes documents of their own for the number at the second carrier, and compares them too', async () => {
  const second = { SIGNALWIRE_FROM: '+17037682610' };
  const out = join(folder, 'two');
  const { status, stdout } = await runWith(second, 'dino', '--host', host.url, '--out', out);
  expect(status).toBe(0);
  expect(stdout).toContain(`--number +18004803466 --voice-fallback ${host.url}/dino/voice.xml --apply`);
  expect(stdout).toContain(
    `in SignalWire's dashboard, as the fallback for calls to +17037682610, with GET: ${host.url}/dino/signalwire/voice.xml`,
  );
  const shown = (place: string) => readFileSync(join(out, place, 'voice.xml'), 'utf8');
  expect(shown('dino')).toContain('callerId="+18004803466"');
  expect(shown('dino/signalwire')).toContain('callerId="+17037682610"');
  rmSync(join(folder, 'dino'), { recursive: true });
  cpSync(join(out, 'dino'), join(folder, 'dino'), { recursive: true });
  expect((await runWith(second, 'dino', '--host', host.url, '--check')).stderr).not.toContain('voice.xml');
  rmSync(join(folder, 'dino', 'signalwire', 'voice.xml'));
  const missing = await runWith(second, 'dino', '--host', host.url, '--check');
  expect(missing.stderr).toContain(`${host.url}/dino/signalwire/voice.xml is answered with 404`);
  expect(await runWith({ SIGNALWIRE_FROM: '12' }, 'dino', '--host', host.url)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('SIGNALWIRE_FROM') as string,
  });
});

test('writes documents that take a message, and fails, when nobody can be rung', async () => {
  await database.pool.query('DELETE FROM contact_method');
  const out = join(folder, 'nobody');
  const { status, stderr } = await run('dino', '--host', host.url, '--out', out);
  expect(status).toBe(1);
  expect(stderr).toContain('Nobody at all can be rung for dino');
  expect(existsSync(join(out, 'dino', 'voice.xml'))).toBe(true);
});

test('prints for Bins only what names nothing unknown', async () => {
  const { stdout } = await run('dino', '--bins', '--bin', 'accepted=https://handler.twilio.com/twiml/EH1');
  expect(stdout).toMatch(/TwiML Bin "goodbye":[^]*TwiML Bin "accepted" at [^]*TwiML Bin "screen":/);
  expect(stdout).not.toContain('TwiML Bin "voice"');
  expect(stdout).not.toContain('not-made-yet');
  expect(stdout).toMatch(/--bin goodbye=URL --bin screen=URL\n$/);
});

test('refuses a desk that there is not, and arguments that it does not know', async () => {
  expect(await run('dyno', '--host', host.url)).toMatchObject({
    status: 1,
    stderr: 'There is no desk "dyno". Did you mean "dino"?\n',
  });
  expect(await run()).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage: ') as string });
});
