import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { expect, it, vi } from 'vitest';
import { anna, dinoPeople } from '../support/people.ts';
import { CUSTOMER } from '../support/world.ts';
import { eachOnItsSite } from './site.ts';

const soon = { timeout: 8_000, interval: 50 };

// Real processes in real time: a busy machine may need longer than usual.
vi.setConfig({ testTimeout: 60_000 });

const { annaAccepts, phone, pressOne, scriptsWithRoundsEvery, site } = eachOnItsSite();
const annaRings = () => phone(anna.voice!).call?.state;

it('two equal processes share the calls, and nobody is texted twice about one case', async () => {
  const [first, second] = await Promise.all([site().start(), site().start()]);
  const calls = 4;
  for (let call = 0; call < calls; call += 1) {
    site().balancer.targets = [[first, second][call % 2]!.port];
    await pressOne(`+12025550${150 + call}`);
    await expect.poll(async () => (await site().case(`DINO-${1042 + call}`)).status, soon).toBe('paging');
    await expect.poll(() => phone(anna.sms!).texts.length, soon).toBe(call + 1);
  }
  for (const node of [first, second]) expect(node.door.asked).toContain('POST Messages');
  const texts = phone(anna.sms!).texts.map((text) => /DINO-\d+/.exec(text.body)?.[0]);
  expect(new Set(texts).size).toBe(calls);
  const asked = [...first.door.asked, ...second.door.asked].filter((what) => what === 'POST Messages');
  expect(asked).toHaveLength(calls * 4);
  for (const node of [first, second]) expect(await node.stop()).toBe(0);
});

it('web and worker processes are one service: only the worker speaks to the carrier', async () => {
  const web = await site().start({ ROLE: 'web' });
  const alone = await fetch(`${web.url}/readyz`);
  expect([alone.status, await alone.text()]).toEqual([503, expect.stringContaining('no worker')]);
  const worker = await site().start({ ROLE: 'worker' });
  expect((await fetch(`${web.url}/readyz`)).status).toBe(200);
  expect((await fetch(`${worker.url}/readyz`)).status).toBe(200);
  await pressOne();
  await annaAccepts();
  await expect.poll(() => phone(CUSTOMER).with, soon).toEqual([anna.voice]);
  expect(web.door.asked).toEqual([]);
  // Their logs tell an operator the story, and no telephone number.
  const logs = web.output() + worker.output();
  for (const told of ['starting', 'ready', 'case opened', 'accepted'])
    expect(logs).toContain(`"msg":"${told}"`);
  expect(logs).toContain('"case":"DINO-1042"');
  expect(logs).not.toMatch(/20255501|8004803466/);
  expect((await fetch(`${worker.url}/twilio/voice`, { method: 'POST' })).status).toBe(404);
});

it('a process told to stop in mid-paging ends well, and the next one carries on', async () => {
  const first = await site().start({ IVR_SCRIPTS: scriptsWithRoundsEvery(4) });
  await pressOne();
  await expect.poll(annaRings, soon).toBe('ringing');
  expect(await first.stop()).toBe(0);
  await expect(site().case('DINO-1042')).rejects.toThrow();
  site().balancer.targets = [];
  await site().start();
  const rounds = async () => (await site().case('DINO-1042')).pages.map((page) => page.round);
  await expect.poll(async () => Math.max(...(await rounds())), soon).toBeGreaterThanOrEqual(2);
  const texts = phone(anna.sms!).texts.length;
  expect(texts).toBe(Math.max(...(await rounds())));
  await annaAccepts();
  const ringing = () => dinoPeople.filter((p) => phone(p.voice!).call?.state === 'ringing');
  await expect.poll(ringing, soon).toEqual([]);
});

it('as many connections as the system keeps wait for a process that is busy, instead of being dropped', async () => {
  const node = await site().start();
  // A carrier that was away for minutes calls back by the thousand. A dropped connection is tried again after seconds.
  const kept = process.platform === 'linux' ? readFileSync('/proc/sys/net/core/somaxconn', 'utf8') : '128';
  const wanted = Math.min(700, Number(kept));
  node.child.kill('SIGSTOP');
  const sockets = Array.from({ length: wanted }, () => connect(node.port, '127.0.0.1'));
  try {
    await Promise.all(sockets.map((socket) => once(socket, 'connect', { signal: AbortSignal.timeout(900) })));
  } finally {
    for (const socket of sockets) socket.destroy();
    node.child.kill('SIGCONT');
  }
  expect((await fetch(`${node.url}/healthz`)).status).toBe(200);
});
