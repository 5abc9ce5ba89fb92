import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createVirtualClock } from '../../phones/testing/virtual-clock.ts';
import { DiskFolder, Journal } from '../../src/journal/index.ts';
import { desks, type Desk } from '../support/caller.ts';
import { passesBlindly, setDatabase } from '../support/outage.ts';
import { anna } from '../support/people.ts';
import { CUSTOMER, DINO_NUMBER } from '../support/world.ts';

const opens = desks();

let folder: string | undefined;
afterEach(() => {
  if (folder) rmSync(folder, { recursive: true });
  folder = undefined;
});

const unrecorded = async (desk: Desk, state: string) =>
  new RegExp(`^afterhours_unrecorded_webhooks\\{state="${state}"\\} (\\d+)$`, 'm').exec(
    await (await fetch(`${desk.publicUrl}/metrics`)).text(),
  )?.[1];

const alarms = async (desk: Desk) =>
  (
    await desk.database.pool.query<{ message: string; told: string }>(
      `SELECT message, (SELECT string_agg(t.channel, ' ' ORDER BY t.channel) FROM alarm_telling t WHERE t.alarm_id = a.id) AS told
       FROM alarm a WHERE kind = 'recorded-late'`,
    )
  ).rows;

it('somebody who called while nothing could be recorded and hung up has a case, so that they are called back', async () => {
  const desk = await opens();
  desk.expectError(/webhook failed|engine|look/);
  await setDatabase(desk, false);
  const customer = desk.customer();
  const calledAt = desk.clock.now();
  customer.phone.dial(DINO_NUMBER);
  await passesBlindly(desk, 3);
  expect(customer.heard()).toContain('Please stay on the line.');
  customer.phone.hangUp();
  await passesBlindly(desk, 20);
  expect(await unrecorded(desk, 'waiting')).toBe('1');
  const metrics = await (await fetch(`${desk.publicUrl}/metrics`)).text();
  expect(metrics).not.toMatch(/^afterhours_(open_pagings|tasks_due|open_alarms|mails)\b/m);
  await setDatabase(desk, true);
  await desk.passes(30);
  expect(await desk.cases()).toMatchObject([{ kind: 'unsorted', caller: CUSTOMER, status: 'open' }]);
  const [call, ...others] = await desk.calls();
  expect(others).toEqual([]);
  expect(call).toMatchObject({ ended: true, place: 'abandoned', caseNumber: 'DINO-1042' });
  const { rows } = await desk.database.pool.query<{ at: Date }>('SELECT created_at AS at FROM call');
  expect(rows[0]!.at.getTime() - calledAt.getTime()).toBeLessThan(2_000);
  expect(call!.events[0]).toMatchObject({ event: 'came', data: { late: expect.any(String) as string } });
  expect(await unrecorded(desk, 'waiting')).toBe('0');
});

it('a text that accepts counts, though the carrier tells of it once', async () => {
  const desk = await opens();
  desk.expectError(/./);
  const customer = desk.customer();
  await customer.calls();
  await customer.presses('1', 4);
  const phone = desk.phones.telephone(anna.voice!);
  const code = /A\d+/.exec(phone.texts.at(-1)!.body)![0];
  await setDatabase(desk, false);
  phone.sendText(DINO_NUMBER, code);
  await passesBlindly(desk, 5);
  await setDatabase(desk, true);
  await desk.passes(15);
  expect(await desk.newest()).toMatchObject({ status: 'acknowledged', acknowledgedBy: 'anna' });
  const { rows } = await desk.database.pool.query(`SELECT 1 FROM text_message WHERE direction = 'inbound'`);
  expect(rows).toHaveLength(1);
});

it('a message that was left is kept, whoever tells of it', async () => {
  const desk = await opens();
  desk.expectError(/./);
  const customer = desk.customer();
  await customer.calls();
  await customer.presses('1', 2);
  const [call] = await desk.calls();
  await setDatabase(desk, false);
  const told = desk.webhook(`/twilio/call/${call!.id}/recording`, {
    RecordingSid: `RE${'1'.repeat(32)}`,
    RecordingUrl: 'https://api.twilio.com/recordings/RE1',
    RecordingStatus: 'completed',
    RecordingDuration: '12',
  });
  // What waits until nothing is under way needs the database.
  await told.catch(() => undefined);
  await setDatabase(desk, true);
  await desk.passes(15);
  expect(await desk.recordings()).toMatchObject([{ caseNumber: 'DINO-1042', seconds: 12 }]);
});

it('a key outlives the process that was told of it', async () => {
  folder = mkdtempSync(join(tmpdir(), 'unrecorded-'));
  const desk = await opens({ journal: new DiskFolder(folder) });
  const customer = desk.customer();
  await customer.calls();
  const [call] = await desk.calls();
  await customer.hangsUp();
  const dead = new Journal({
    folder: new DiskFolder(folder),
    clock: createVirtualClock(desk.clock.now()),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    record: () => Promise.reject(new Error('dead')),
    outageOf: () => 'away',
    over: async () => undefined,
  });
  const fields = { CallSid: call!.carrierId, From: CUSTOMER, To: DINO_NUMBER, Digits: '1' };
  await dead.keep({ key: 'key', path: `/call/${call!.id}/input/1`, carrier: 'twilio', fields });
  expect(readdirSync(folder).join()).toContain('.json');
  await desk.passes(60);
  expect(await desk.cases()).toMatchObject([{ severity: '1', status: 'paging' }]);
  expect(readdirSync(folder).filter((name) => name.includes('.json'))).toEqual([]);
});

it('the supervisor is told when callers had to wait for more than a minute, and not of a hiccup', async () => {
  const desk = await opens();
  desk.expectError(/./);
  const customer = desk.customer();
  await customer.calls();
  await setDatabase(desk, false);
  customer.phone.press('1');
  await passesBlindly(desk, 10);
  await setDatabase(desk, true);
  await desk.passes(20);
  expect(await desk.cases()).toHaveLength(1);
  expect(await alarms(desk)).toEqual([]);
  await customer.hangsUp();
  await setDatabase(desk, false);
  const other = desk.customer('+12025550101');
  other.phone.dial(DINO_NUMBER);
  await passesBlindly(desk, 3);
  other.phone.hangUp();
  await passesBlindly(desk, 120);
  await setDatabase(desk, true);
  await desk.passes(30);
  expect(await alarms(desk)).toEqual([
    {
      message: expect.stringMatching(
        /^1 thing that a caller or one of us did at 2026-11-12 07:47 UTC could not be recorded at once; it is recorded now\.$/,
      ) as string,
      told: 'sms',
    },
  ]);
});
