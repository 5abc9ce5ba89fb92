import { beforeEach, expect, it } from 'vitest';
import { caseActions } from '../../src/casework/index.ts';
import { runSweep } from '../../src/retention/index.ts';
import { desks, type Desk } from '../support/caller.ts';
import { anna } from '../support/people.ts';
import { supervisorOf } from '../support/sign-in.ts';
import { FIRST_CASE } from '../support/vocabulary.ts';

const opens = desks();
let desk: Desk;
let cookie = '';

beforeEach(async () => {
  desk = await opens();
  cookie = await supervisorOf(desk);
});

const get = (url: string, headers: Record<string, string> = {}) =>
  desk.app.http.inject({ url, headers: { cookie, ...headers } });
const addressIn = (html: string) => /src="(\/recordings\/[\w-]+)"/.exec(html)?.[1] ?? '';

/** A caller of severity 4 leaves a message and hangs up. */
async function leavesMessage(): Promise<void> {
  const customer = desk.customer();
  await customer.calls();
  await customer.presses('4', 3);
  await customer.presses('2', 10);
  await customer.says('The report prints the wrong month. Nothing else is wrong, it can wait.', 8);
  await customer.hangsUp();
  await desk.passes(5);
}

it('a caller’s message is on the case and in the call log, and is played from here', async () => {
  await leavesMessage();
  const page = (await get(`/cases/${FIRST_CASE}`)).body;
  expect(page).toContain('Spoken messages');
  expect((await get('/calls')).body).toContain(`/cases/${FIRST_CASE}#messages`);
  const sound = await get(addressIn(page));
  expect([sound.statusCode, sound.headers['content-type']]).toEqual([200, 'audio/x-wav']);
  expect(sound.rawPayload.subarray(0, 4).toString()).toBe('RIFF');
  const part = await get(addressIn(page), { range: 'bytes=8-11' });
  expect([part.statusCode, part.rawPayload.toString()]).toEqual([206, 'WAVE']);
});

it('a message is heard by people who have signed in, and by nobody else', async () => {
  await leavesMessage();
  const address = addressIn((await get(`/cases/${FIRST_CASE}`)).body);
  const stranger = await desk.app.http.inject({ url: address });
  expect([stranger.statusCode, stranger.body]).toEqual([303, '']);
});

it('a message that is not stored yet, or was deleted at the carrier, is said to be', async () => {
  await leavesMessage();
  await desk.database.pool.query('UPDATE recording SET url = NULL');
  expect((await get(`/cases/${FIRST_CASE}`)).body).toContain('not ready yet');
  await desk.database.pool.query(
    `UPDATE recording SET url = '${desk.phones.url}/2010-04-01/Accounts/AC${'0'.repeat(32)}/Recordings/RE${'a'.repeat(32)}'`,
  );
  const address = addressIn((await get(`/cases/${FIRST_CASE}`)).body);
  expect((await get(address)).body).toContain('The message is not ready yet');
  await desk.passes(120);
  const gone = await get(address);
  expect([gone.statusCode, gone.body]).toEqual([
    502,
    expect.stringContaining('The carrier does not give it: 404'),
  ]);
  expect((await get('/recordings/1')).statusCode).toBe(404);
});

it('a message whose time is over is deleted at the carrier, and no late callback brings it back', async () => {
  await leavesMessage();
  const { rows } = await desk.database.pool.query<{ call_id: string; carrier_id: string; url: string }>(
    'SELECT call_id, carrier_id, url FROM recording',
  );
  const { call_id: call, carrier_id: RecordingSid, url: RecordingUrl } = rows[0]!;
  const later = new Date(desk.clock.now().getTime() + 91 * 86_400_000);
  const service = { ...desk.app.service, clock: { ...desk.clock, now: () => later } };
  await runSweep(service, { recordingDays: 90, personalDataDays: 730 });
  expect(await desk.app.service.telephony.fetchRecording(RecordingUrl)).toMatchObject({ ok: false });
  const fields = { RecordingSid, RecordingUrl, RecordingStatus: 'completed', RecordingDuration: '8' };
  await desk.webhook(`/twilio/call/${call}/recording`, fields);
  expect((await desk.recordings())[0]?.url).toBeNull();
  const page = (await get(`/cases/${FIRST_CASE}`)).body;
  expect(page).toContain('its time was over');
});

it('of a case that has had its time the carrier keeps neither calls nor texts', async () => {
  const customer = desk.customer();
  await customer.calls();
  await customer.presses('1', 5);
  await customer.hangsUp();
  desk.phones.telephone(anna.voice!).answer();
  await desk.passes(3);
  desk.phones.telephone(anna.voice!).press('2');
  await desk.passes(30);
  const actions = caseActions(desk.app.service);
  await actions.close(FIRST_CASE, { name: 'Sue Sand', person: undefined }, { reason: 'over' });
  await desk.passes(60);
  const idsOf = async (table: string) =>
    (
      await desk.database.pool.query<{ id: string; deleted: boolean }>(
        `SELECT carrier_id AS id, carrier_deleted_at IS NOT NULL AS deleted FROM ${table}`,
      )
    ).rows;
  const before = { calls: await idsOf('call'), texts: await idsOf('text_message') };
  expect([before.calls.length, before.texts.length]).toEqual([5, expect.any(Number)]);
  const { telephony } = desk.app.service;
  const at = telephony.at('twilio');
  expect((await at.fetchCall(before.calls[0]!.id)).ok).toBe(true);
  const later = new Date(desk.clock.now().getTime() + 31 * 86_400_000);
  const service = { ...desk.app.service, clock: { ...desk.clock, now: () => later } };
  await runSweep(service, { recordingDays: 0, personalDataDays: 30 });
  for (const { id } of before.calls)
    expect(await at.fetchCall(id)).toMatchObject({ failure: { code: '20404' } });
  for (const { id } of before.texts)
    expect(await at.fetchText(id)).toMatchObject({ failure: { code: '20404' } });
  expect([...(await idsOf('call')), ...(await idsOf('text_message'))].every(({ deleted }) => deleted)).toBe(
    true,
  );
});

it('a recording in which nothing was heard is no message, says so, and is deleted like one', async () => {
  const customer = desk.customer();
  await customer.calls();
  await customer.presses('4', 3);
  await customer.presses('2', 40);
  expect(customer.heard()).toContain('I did not hear a message.');
  await desk.passes(30);
  expect((await desk.recordings()).length).toBeGreaterThan(0);
  expect((await get('/calls')).body).not.toContain('message left');
  const page = (await get(`/cases/${FIRST_CASE}`)).body;
  expect(page).toMatch(/Spoken messages<\/h2><p>none</);
  expect(page).toMatch(/Nothing was said \(0:0\d\)/);
  expect(page).not.toContain('<audio');
  expect(page).not.toContain('A message is recorded');
  const { timeline } = await desk.newest();
  expect(timeline.map(({ event }) => event)).toContain('message.nothing-said');
  expect(await desk.newest()).toMatchObject({ messages: [] });
  const later = new Date(desk.clock.now().getTime() + 91 * 86_400_000);
  const service = { ...desk.app.service, clock: { ...desk.clock, now: () => later } };
  await runSweep(service, { recordingDays: 90, personalDataDays: 730 });
  expect((await desk.recordings()).every(({ url }) => url === null)).toBe(true);
});

it('words after a silence are a message, and the silence before them is none', async () => {
  const customer = desk.customer();
  await customer.calls();
  await customer.presses('4', 3);
  await customer.presses('2', 16);
  expect(customer.heard()).toContain('I did not hear a message.');
  await desk.passes(4);
  await customer.says('The report prints the wrong month. Nothing else is wrong, it can wait.', 8);
  await customer.hangsUp();
  await desk.passes(5);
  const page = (await get(`/cases/${FIRST_CASE}`)).body;
  expect(page).toMatch(/Spoken messages<\/h2><p>one</);
  expect(page.match(/<audio/g)).toHaveLength(1);
  expect((await get('/calls')).body).toContain('message left');
});
