import type { ServerResponse } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createVirtualClock } from '../../phones/testing/virtual-clock.ts';
import { startStaticHost, type StaticHost } from '../../test/support/static-host.ts';
import { dinoScript } from '../ivr/dino.fixture.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import { failOpenDocuments, type FailOpenDocuments } from './documents.ts';
import { examineCopy } from './hosted-copy.ts';
import { hostedAt } from './make.ts';
import { everybody, rosterOf } from './roster.test-support.ts';
import { whoRings } from './who-rings.ts';
import { writeDocuments } from './write.ts';

let folder: string;
let host: StaticHost;
let documents: FailOpenDocuments;
const clock = createVirtualClock();
const examine = () => examineCopy(clock, documents, hostedAt(host.url, 'dino'));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hosted-'));
  host = await startStaticHost(folder);
  const script = dinoScript();
  documents = failOpenDocuments({
    script,
    ringing: whoRings(script, rosterOf(everybody)),
    callerId: script.numbers[0]!,
    addressOf: hostedAt(host.url, 'dino'),
  });
  await writeDocuments(folder, 'dino', documents);
});

afterEach(async () => {
  host.close();
  await rm(folder, { recursive: true });
});

it('finds nothing where every document is what it has to be, however its lines end', async () => {
  expect(await examine()).toBeUndefined();
  await writeFile(join(folder, 'dino', 'voice.xml'), documents.voice.replaceAll('\n', '\r\n'));
  expect(await examine()).toBeUndefined();
  expect(new Set(host.asked.map((line) => line.split(' ')[0]))).toEqual(new Set(['GET']));
});

it('finds a document that is missing, though the call would be answered', async () => {
  await rm(join(folder, 'dino', 'accepted.xml'));
  expect(await examine()).toMatchObject({
    kind: 'refused',
    name: 'accepted',
    message: 'is answered with 404',
  });
});

it('finds a number that somebody changed by hand, the version left as it was', async () => {
  const changed = documents.voice.replace('+12025550111', '+12025550199' as PhoneNumber);
  await writeFile(join(folder, 'dino', 'voice.xml'), changed);
  expect(await examine()).toMatchObject({ kind: 'stale', name: 'voice' });
});

const xml = { 'content-type': 'application/xml; charset=utf-8' };
it.each<[string, (response: ServerResponse) => void, string]>([
  ['a redirect, followed nowhere', (r) => r.writeHead(302, { location: '/dino/voice.xml' }).end(), 'refused'],
  [
    'a plain text',
    (r) => r.writeHead(200, { 'content-type': 'text/plain' }).end(documents.voice),
    'wrong-type',
  ],
  ['a page that says no', (r) => r.writeHead(200, xml).end('<html>No such bucket</html>'), 'foreign'],
  [
    'more than Twilio takes',
    (r) => r.writeHead(200, xml).end(documents.voice + ' '.repeat(70_000)),
    'foreign',
  ],
  ['half an answer', (r) => void r.writeHead(200, xml).write('<', () => r.destroy()), 'unreachable'],
])('finds %s', async (_what, answer, kind) => {
  host.answer = answer;
  expect(await examine()).toMatchObject({ kind, name: 'voice' });
  expect(host.asked).toEqual(['GET /dino/voice.xml']);
});

it('waits 8 seconds for a host that hangs, in the middle of its answer too', async () => {
  const asked = new Promise<void>((resolve) => {
    host.answer = (response) => void response.writeHead(200, xml).write('<?xml', () => resolve());
  });
  const found = examine();
  await asked;
  await clock.advance(8_000, async () => undefined);
  expect(await found).toMatchObject({ kind: 'unreachable', message: 'cannot be fetched (no answer in 8 s)' });
});
