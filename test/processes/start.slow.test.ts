import fs from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startEmbedded } from '../../src/database/index.ts';
import { createTestDatabase } from '../support/database.ts';
import { anna } from '../support/people.ts';
import { CUSTOMER, DINO_NUMBER, type ApiCase } from '../support/world.ts';
import { descendantsOf, living } from './descendants.ts';
import { install, type Installation } from './installation.ts';
import { killAll, launch, start, type Node } from './node.ts';

const soon = { timeout: 8_000, interval: 50 };
const apiToken = 'an-api-token-for-processes';
const twilio = { TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'a-secret-never-shown' };

// Real processes in real time: a busy machine may need longer than usual.
vi.setConfig({ testTimeout: 60_000 });

let installation: Installation;
beforeAll(() => {
  installation = install();
});
afterEach(killAll);
afterAll(() => installation.remove());

const phonesOf = (node: Node) => /Phones\s+(http:\S+)\//.exec(node.output())![1]!;

/** Does something at a telephone of a node's simulated phones, or only looks at it. */
async function phone(node: Node, number: string, action = '', body: Record<string, string> = {}) {
  const address = `${phonesOf(node)}/control/phones/${encodeURIComponent(number)}`;
  const headers = { 'content-type': 'application/json' };
  const answer =
    action === ''
      ? await fetch(address)
      : await fetch(`${address}/${action}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await answer.json()) as {
    call: { state: string; said: unknown[] } | null;
    texts: { body: string }[];
  };
}

async function readCase(node: Node): Promise<ApiCase> {
  const headers = { authorization: `Bearer ${apiToken}` };
  const answer = await fetch(`${node.url}/api/v1/cases/DINO-1042`, { headers });
  return (await answer.json()) as ApiCase;
}

const saidTo = async (node: Node, number: string) => (await phone(node, number)).call?.said.length ?? 0;

describe('a service with nothing else set up', () => {
  it('killed in mid-paging leaves no process behind, starts again at once, and goes on with the paging', async () => {
    const env = {
      DATA_DIR: path.join(installation.folder, 'killed'),
      IVR_SCRIPTS: installation.scriptsWithRoundsEvery(3),
      API_TOKEN: apiToken,
      PHONES_CALLS_PER_SECOND: '50',
    };
    const first = await start(installation, { env });
    await phone(first, CUSTOMER, 'dial', { to: DINO_NUMBER });
    await expect.poll(() => saidTo(first, CUSTOMER), soon).toBeGreaterThan(0);
    await phone(first, CUSTOMER, 'press', { keys: '1' });
    await expect.poll(async () => (await phone(first, anna.voice!)).call?.state, soon).toBe('ringing');
    expect((await readCase(first)).status).toBe('paging');
    const started = descendantsOf(first.child.pid!);
    if (process.platform === 'linux') expect(started.length).toBeGreaterThan(2);
    await first.kill();
    await expect.poll(() => living(started), soon).toEqual([]);

    const second = await start(installation, { env });
    await expect.poll(async () => (await phone(second, anna.sms!)).texts.length, soon).toBeGreaterThan(0);
    await expect.poll(async () => (await phone(second, anna.voice!)).call?.state, soon).toBe('ringing');
    await phone(second, anna.voice!, 'answer');
    await expect.poll(() => saidTo(second, anna.voice!), soon).toBeGreaterThan(0);
    await phone(second, anna.voice!, 'press', { keys: '1' });
    await expect.poll(async () => (await readCase(second)).acknowledgedBy, soon).toBe('anna');
    expect(await second.stop()).toBe(0);
    expect(living(descendantsOf(second.child.pid!))).toEqual([]);
  });

  it('is left alone by a second start in its folder, which says what is wrong', async () => {
    const env = { DATA_DIR: path.join(installation.folder, 'shared') };
    const first = await start(installation, { env });
    const sameFolder = await launch(installation, { env });
    expect(await sameFolder.ended).toBe(1);
    expect(sameFolder.output()).toMatch(
      new RegExp(`^already running here: process ${first.child.pid}.*set DATA_DIR to another folder.*\\n$`),
    );
    // Whoever tries it reads words for people alone, and all of them together.
    expect(first.output()).toMatch(/^Afterhours is ready\.\n( {2}\S.*\n)+$/);
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
    expect((await fetch(`${phonesOf(first)}/control/state`)).status).toBe(200);

    const database = await createTestDatabase();
    const samePhones = await launch(installation, {
      env: { DATABASE_URL: database.url, PHONES_PORT: new URL(phonesOf(first)).port },
    });
    expect(await samePhones.ended).toBe(1);
    expect(samePhones.output()).toMatch(/in use; set PHONES_PORT to another/);
    expect(samePhones.output()).not.toContain('    at ');
    expect(await first.stop()).toBe(0);
    await database.close();
  });
});

describe('a service with a database and a carrier', () => {
  it('says that its port is in use', async () => {
    const database = await createTestDatabase();
    const env = { ...twilio, DATABASE_URL: database.url };
    const first = await start(installation, { env });
    const second = await launch(installation, { env: { ...env, PORT: String(first.port) } });
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/EADDRINUSE[^\n]*\n.*set PORT to another/);
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
    expect(await first.stop()).toBe(0);
    await database.close();
  });

  it('is not ready while its database is stopped, says why, and is ready again when that is back', async () => {
    const dir = path.join(installation.folder, 'database');
    const server = await startEmbedded(dir, { durable: false });
    const node = await start(installation, { env: { ...twilio, DATABASE_URL: server.url } });
    const ready = async () => {
      const answer = await fetch(`${node.url}/readyz`);
      return [answer.status, await answer.text()] as const;
    };
    expect((await ready())[0]).toBe(200);
    await server.stop();
    const stopped = await ready();
    expect(stopped[0]).toBe(503);
    expect(stopped[1]).toMatch(/the database does not answer|has lost its session/);
    expect((await fetch(`${node.url}/healthz`)).status).toBe(200);
    const again = await startEmbedded(dir, { durable: false });
    expect(again.url).toBe(server.url);
    await expect.poll(async () => (await ready())[0], soon).toBe(200);
    expect(await node.stop()).toBe(0);
    await again.stop();
  });
});

describe('a service that cannot start', () => {
  it('lists every fault of its settings at once, and shows no secret', async () => {
    const node = await launch(installation, {
      env: {
        PORT: 'http',
        ROLE: 'boss',
        PUBLIC_URL: 'calls.example.com',
        TWILIO_AUTH_TOKEN: twilio.TWILIO_AUTH_TOKEN,
      },
    });
    expect(await node.ended).toBe(1);
    expect(node.output()).toContain('4 settings are wrong');
    for (const name of ['PORT', 'ROLE', 'PUBLIC_URL', 'TWILIO_AUTH_TOKEN'])
      expect(node.output()).toMatch(new RegExp(`^ {2}${name} .*\\n {4}Mend: `, 'm'));
    expect(node.output()).not.toContain(twilio.TWILIO_AUTH_TOKEN);
  });

  it('says in one line that there is no database at that address', async () => {
    const env = { ...twilio, DATABASE_URL: 'postgresql://somebody:a-password@127.0.0.1:1/afterhours' };
    const node = await launch(installation, { env });
    expect(await node.ended).toBe(1);
    expect(node.output()).toMatch(/127\.0\.0\.1:1\/afterhours cannot be used: nothing listens there/);
    expect(node.output()).not.toMatch(/a-password| {4}at /);
  });
});

// What needs two accounts can only be tried by root, on Linux.
if (process.getuid?.() === 0 && process.platform === 'linux') {
  it('a service of an ordinary user starts with nothing else set up', async () => {
    const nobody = 65_534;
    const dataDir = path.join(installation.folder, 'of-nobody');
    fs.mkdirSync(dataDir);
    fs.chownSync(dataDir, nobody, nobody);
    const node = await start(installation, { uid: nobody, env: { DATA_DIR: dataDir } });
    expect((await fetch(`${node.url}/readyz`)).status).toBe(200);
    expect((await fetch(`${phonesOf(node)}/control/state`)).status).toBe(200);
    expect(fs.statSync(`/proc/${node.child.pid}`).uid).toBe(nobody);
    expect(await node.stop()).toBe(0);
  });
}
