import { expect, it } from 'vitest';
import type { Telephone } from '../../phones/index.ts';
import { caseActions } from '../../src/casework/index.ts';
import { desks, type Customer, type Desk } from '../support/caller.ts';
import { anna, bo, cleo, sal } from '../support/people.ts';

const opens = desks();

async function holds(desk: Desk, key = '1'): Promise<Customer> {
  const customer = desk.customer();
  await customer.calls();
  await customer.presses(key, 16);
  return customer;
}

/** Seconds of silence between one thing heard and the next, the longest. */
function longestSilence(phone: Telephone): number {
  const lines = phone.said.filter((line) => line.by !== 'me');
  const gaps = lines.slice(1).map((line, i) => line.at.getTime() - lines[i]!.endsAt.getTime());
  return Math.max(...gaps) / 1000;
}

const TRUTH = /ringing|being called|picked up|Nobody has accepted|has accepted|4 people/;

/** Seconds between the end of one true line and the beginning of the next, the longest. */
function longestWithoutTruth(phone: Telephone): number {
  const lines = phone.said.filter((line) => line.kind === 'speech' && TRUTH.test(line.text));
  const gaps = lines.slice(1).map((line, i) => line.at.getTime() - lines[i]!.endsAt.getTime());
  return Math.max(...gaps) / 1000;
}

it('is never silent for 3 s, and hears something true every 20 s, for ten minutes', async () => {
  const desk = await opens();
  desk.phones.telephone(bo.voice!).personality = { kind: 'voicemail' };
  desk.phones.telephone(cleo.voice!).personality = { kind: 'answers', press: '2' };
  desk.phones.telephone(sal.voice!).personality = { kind: 'off' };
  const customer = await holds(desk);
  await desk.passes(600);
  const { phone } = customer;
  expect(phone.said.at(-1)!.endsAt.getTime()).toBeGreaterThan(desk.clock.now().getTime() - 3_000);
  expect(longestSilence(phone)).toBeLessThanOrEqual(3);
  expect(longestWithoutTruth(phone)).toBeLessThanOrEqual(20);
  expect(customer.heard().match(/To leave a message and keep your place, press 1/g)!.length).toBeGreaterThan(
    5,
  );
  expect(customer.heard().match(/Your case is D I N O, 1 0 4 2/g)!.length).toBeGreaterThan(5);
}, 90_000);

it('is told how many phones ring, that one was picked up, and who accepted', async () => {
  const desk = await opens();
  const customer = desk.customer();
  await customer.calls();
  await customer.presses('1', 15);
  expect(customer.heard()).toContain('4 people are being called and texted now.');
  expect(customer.news()).toContain('Four phones are ringing.');
  desk.phones.telephone(anna.voice!).answer();
  await desk.passes(1);
  await customer.presses('9', 2);
  expect(customer.news()).toContain('One phone has been picked up, and three are ringing.');
  desk.phones.telephone(anna.voice!).hangUp();
  await desk.passes(22);
  expect(customer.news()).toMatch(/Nobody has accepted yet\. We call again in \d+ seconds\./);
  desk.phones.telephone(bo.voice!).sendText(desk.phones.telephone(bo.voice!).texts[0]!.remote, 'A10');
  await desk.passes(16);
  expect(customer.news()).toContain('Bo has accepted, and is coming to the line.');
  desk.phones.telephone(bo.voice!).answer();
  await desk.passes(4);
  desk.phones.telephone(bo.voice!).press('1');
  await desk.passes(8);
  expect(customer.news()).toContain('Bo has your case. You are being connected.');
  expect(customer.phone.with).toEqual([bo.voice]);
});

it.each([
  [[anna, bo], '2 people are being called and texted now.'],
  [[anna], 'One person is being called and texted now.'],
])('says no more people than are called', async (people, words) => {
  const desk = await opens({ people });
  const customer = await holds(desk);
  expect(customer.heard()).toContain(words);
  expect(customer.heard()).toContain(
    people.length === 1 ? 'One phone is ringing.' : 'Two phones are ringing.',
  );
});

it('leaves a message with 1, comes back to hold, and is put through from the middle of a message', async () => {
  const desk = await opens();
  const customer = await holds(desk);
  await customer.presses('1', 9);
  expect(customer.news()).toContain('This is recorded.');
  await customer.says('The scheduler has stopped on all machines', 6);
  await customer.presses('#', 10);
  expect(customer.news()).toMatch(/Please hold, or hang up and we will call you back\. .*(ringing|accepted)/);
  expect(await desk.recordings()).toMatchObject([{ caseNumber: 'DINO-1042' }]);

  await desk.passes(16);
  await customer.presses('1', 9);
  customer.phone.say('And the console is dark');
  desk.phones.telephone(anna.voice!).answer();
  await desk.passes(3);
  desk.phones.telephone(anna.voice!).press('1');
  await desk.passes(8);
  expect(customer.phone.with).toEqual([anna.voice]);
  expect(await desk.recordings()).toHaveLength(2);
});

it('can leave a message on hold again after somebody had been there and left', async () => {
  const desk = await opens();
  const customer = await holds(desk);
  await customer.presses('1', 9);
  desk.phones.telephone(anna.voice!).answer();
  await desk.passes(3);
  desk.phones.telephone(anna.voice!).press('1');
  await desk.passes(8);
  desk.phones.telephone(anna.voice!).hangUp();
  await desk.passes(10);
  expect(customer.heard()).toContain('Anna has left the call. To get somebody back, press 1.');
  await customer.presses('1', 15);
  expect(desk.phones.telephone(anna.voice!).call?.state).toBe('ringing');
  customer.news();
  await customer.presses('1', 9);
  expect(customer.news()).toContain('After the beep, tell us what happened.');
});

it('hears every time anew when a key is pressed that means nothing there', async () => {
  const desk = await opens();
  const customer = await holds(desk);
  customer.news();
  await customer.presses('5', 2);
  expect(customer.news()).toMatch(/ringing/);
  expect((await desk.cases()).length).toBe(1);
});

it('is not led astray by a second 1 pressed in haste: the number is said again, and nothing is recorded', async () => {
  const desk = await opens();
  const customer = desk.customer();
  await customer.calls();
  await customer.presses('1', 1);
  customer.news();
  await customer.presses('1', 12);
  expect(customer.news()).toMatch(/^Your case is D I N O, 1 0 4 2\. Four phones are ringing\./);
  expect(await desk.recordings()).toEqual([]);
  expect((await desk.calls())[0]).toMatchObject({ place: 'hold', choice: 'Severity 1' });
});

it('left alone is asked three times before we say goodbye, and never loses the case', async () => {
  const desk = await opens();
  const customer = await holds(desk);
  desk.phones.telephone(anna.voice!).answer();
  await desk.passes(3);
  desk.phones.telephone(anna.voice!).press('1');
  await desk.passes(8);
  desk.phones.telephone(anna.voice!).hangUp();
  await desk.passes(10);
  await customer.presses('7', 10);
  expect(customer.phone.call?.state).toBe('talking');
  await desk.passes(60);
  expect(customer.heard().match(/Anna has left the call/g)!.length).toBe(3);
  expect(customer.heard()).toMatch(/Your case is D I N O, 1 0 4 2\. If you need us, call again\. Goodbye\.$/);
  expect(customer.phone.call).toBeNull();
});

it('is not asked whether all is well when a technician left before they met, who is called again', async () => {
  const desk = await opens();
  const customer = await holds(desk);
  desk.phones.faults.add({ kind: 'rest-hang', resource: 'Calls', number: customer.phone.number, times: 1 });
  desk.phones.telephone(anna.voice!).answer();
  await desk.passes(3);
  desk.phones.telephone(anna.voice!).press('1');
  await desk.passes(2);
  // The document that puts them through was made, and came too late for the carrier.
  const [call] = await desk.calls();
  const fields = { CallSid: call!.carrierId, CallStatus: 'in-progress', From: call!.from!, To: call!.to };
  const { body } = await desk.webhook(`/twilio/call/${call!.id}/bridge`, fields);
  expect(body).toContain('<Conference');
  desk.phones.telephone(anna.voice!).hangUp();
  await desk.passes(20);
  expect(customer.heard()).toContain('Anna was on the line and is not any more. We are calling Anna again.');
  expect(customer.heard()).not.toContain('If all is well, hang up');
  expect(desk.phones.telephone(anna.voice!).call?.state).toBe('ringing');
  desk.phones.telephone(anna.voice!).answer();
  await desk.passes(6);
  desk.phones.telephone(anna.voice!).press('1');
  await desk.passes(8);
  expect(customer.phone.with).toEqual([anna.voice]);
});

it('is not kept waiting for nobody when the case is closed meanwhile: 1 has people called again', async () => {
  const desk = await opens();
  const customer = await holds(desk);
  await desk.passes(20);
  const actions = caseActions(desk.app.service);
  await actions.close('DINO-1042', { name: 'Sue Sand', person: undefined }, { reason: 'a mistake' });
  await desk.passes(20);
  expect(customer.news()).toContain('Case D I N O, 1 0 4 2 is no longer being worked on.');
  await customer.presses('1', 15);
  expect(customer.news()).toMatch(/We are calling our people again\..*(ringing|being called)/);
  expect(await desk.newest()).toMatchObject({ number: 'DINO-1042', status: 'paging' });
  expect(desk.phones.telephone(anna.voice!).call?.state).toBe('ringing');
});
