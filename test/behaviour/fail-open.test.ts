import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startStaticHost, type StaticHost } from '../support/static-host.ts';
import { anna, bo, cleo, sal, sue } from '../support/people.ts';
import { createWorld, CUSTOMER, DINO_NUMBER, type World } from '../support/world.ts';

let folder: string;
let host: StaticHost;
let world: World;

/** The service has written its documents, a static host serves them, and then the service is gone. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fail-open-'));
  host = await startStaticHost(folder);
  world = await createWorld({ failOpen: { url: host.url, folder } });
  world.phones.setNumbers([
    {
      number: DINO_NUMBER,
      voiceUrl: `${world.publicUrl}/twilio/voice`,
      smsUrl: `${world.publicUrl}/twilio/sms`,
      statusUrl: `${world.publicUrl}/twilio/status`,
      voiceFallbackUrl: `${host.url}/dino/voice.xml`,
      voiceFallbackMethod: 'GET',
    },
  ]);
  await world.app.stop();
  host.asked.length = 0;
  world.phones.telephone(CUSTOMER).dial(DINO_NUMBER);
});

afterEach(async () => {
  await world.close();
  host.close();
  await rm(folder, { recursive: true });
});

const phone = ({ voice = '' }) => world.phones.telephone(voice);
const customer = () => world.phones.telephone(CUSTOMER);
const heard = () =>
  customer()
    .said.filter(({ kind }) => kind === 'speech')
    .map(({ text }) => text)
    .join(' ');
const ringing = () =>
  world.phones.telephones().filter(({ call }) => call?.way === 'incoming' && call.state === 'ringing');
/** Lets the call go on until the caller has heard this. */
async function until(words: RegExp): Promise<void> {
  for (let seconds = 0; !words.test(heard()); seconds += 1) {
    if (seconds > 300) throw new Error(`not heard: ${words.source}; heard: ${heard()}`);
    await world.passes(1);
  }
}
/** The carrier complains of the dead service alone: every document of ours passes its checks. */
const complaints = () =>
  world.phones.debuggerErrors.filter(({ message }) => !message.includes(world.publicUrl));

it('greets, rings those on duty at once, and joins the first who presses 1', async () => {
  await world.passes(14);
  expect(heard()).toMatch(/^Dino-Software support\. Our automatic system is out of order\./);
  expect(ringing().map(({ number }) => number)).toEqual([anna, bo, cleo, sal].map(({ voice }) => voice));
  expect(phone(anna).call?.remote).toBe(DINO_NUMBER);

  phone(bo).answer();
  await world.passes(2);
  expect(phone(bo).with).toEqual([]);
  phone(bo).press('1');
  await world.passes(10);
  expect(phone(bo).with).toEqual([CUSTOMER]);
  expect(ringing()).toEqual([]);

  phone(bo).hangUp();
  await world.passes(2);
  expect(heard()).toMatch(/If somebody has helped you, you can hang up now\. If not/);
  customer().hangUp();
  await world.passes(60);
  expect(ringing()).toEqual([]);
  expect(complaints()).toEqual([]);
});

it('is not taken by a voicemail box, nor by whoever presses 2', async () => {
  phone(anna).personality = { kind: 'voicemail', afterSeconds: 1 };
  phone(bo).personality = { kind: 'answers', afterRings: 1, press: '2' };
  await world.passes(25);
  expect(phone(anna).calls.at(-1)?.answeredAt).not.toBeNull();
  expect(phone(bo).calls.at(-1)).toMatchObject({ state: 'ended' });
  expect(customer().with).toEqual([]);
  expect(ringing().map(({ number }) => number)).toEqual([cleo.voice, sal.voice]);
  phone(cleo).answer();
  await world.passes(20);
  expect(phone(anna).calls.at(-1)).toMatchObject({ state: 'ended' });
  phone(cleo).press('1');
  await world.passes(10);
  expect(customer().with).toEqual([cleo.voice]);
  expect(complaints()).toEqual([]);
});

it('rings again with the supervisor, and records a message when nobody takes it', async () => {
  await until(/I am calling again\.$/);
  await world.passes(10);
  expect(ringing().map(({ number }) => number)).toContain(sue.voice);
  await until(/nobody could take your call\..* Please leave your name.*$/);
  expect(ringing()).toEqual([]);
  await world.passes(10);
  customer().say('The mainframe has stopped and nobody answers');
  await world.passes(5);
  customer().press('#');
  await world.passes(1);
  expect([...world.phones.carrier.recordings.values()]).toMatchObject([
    { source: 'RecordVerb', status: 'completed' },
  ]);
  await world.passes(20);
  expect(heard()).toMatch(/it is recorded\..* Goodbye\.$/);
  expect(customer().call).toBeNull();
  expect(complaints()).toEqual([]);
  expect(host.asked).toEqual(['GET /dino/voice.xml', 'GET /dino/goodbye.xml']);
});
