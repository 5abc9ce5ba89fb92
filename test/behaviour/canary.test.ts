import { expect, it } from 'vitest';
import type { PhoneNumber } from '../../src/kernel/index.ts';
import type { MailTransport } from '../../src/mail/index.ts';
import { takeCanaryCall } from '../../src/watchdog/index.ts';
import { anna, bo, cleo, sal, sue } from '../support/people.ts';
import { tellsOf, type Night } from '../support/vocabulary.ts';
import { CUSTOMER, DINO_NUMBER, DINO_OFFICE, SECOND_NUMBER, type WorldOptions } from '../support/world.ts';

const tell = tellsOf();

const outbox: string[] = [];
const mail: MailTransport = {
  send: async ({ subject }) => {
    outbox.push(subject);
    return { ok: true };
  },
  close: () => undefined,
};

async function withCanary(more: WorldOptions = {}) {
  outbox.length = 0;
  const people = [anna, bo, cleo, sal, { ...sue, email: 'sue@example.com' }];
  return tell({ people, mail, canary: { number: DINO_OFFICE, everyMinutes: 15 }, ...more });
}

const MINUTES = 60;

it('goes the whole way of a page at its interval, and nobody notices while it comes back', async () => {
  const night = await withCanary();
  await night.passes(46 * MINUTES);
  const { rows } = await night.database.pool.query<{ channel: string; back: boolean }>(
    'SELECT channel, came_back_at IS NOT NULL AS back FROM canary ORDER BY channel, sent_at',
  );
  expect(rows).toEqual([
    ...Array.from({ length: 3 }, () => ({ channel: 'sms', back: true })),
    ...Array.from({ length: 3 }, () => ({ channel: 'voice', back: true })),
  ]);
  await night.passes(6 * MINUTES);
  expect(await night.alarms()).toEqual([]);
  expect(night.inbox(sue)).toEqual([]);
  expect(await night.cases()).toEqual([]);
});

it('that does not come back as a text is told by call and mail, not by text, and is over when the next one does', async () => {
  const night = await withCanary();
  night.phones.faults.add({ kind: 'sms-undelivered', number: DINO_OFFICE, code: 30007, times: 1 });
  await night.passes(19 * MINUTES);
  expect(await night.standing()).not.toHaveProperty('canary-missing');
  await night.passes(1 * MINUTES + 5);
  expect(night.phone(sue).call?.state).toBe('ringing');
  await night.picksUp(sue, undefined, 25);
  expect(night.heard(sue)).toMatch(/test text .* has not come back within 5 minutes: pages may not go out/);
  await night.presses(sue, '1');
  expect((await night.standing())['canary-missing']).toEqual(['sue mail', 'sue voice']);
  expect(outbox.join()).toContain('has not come back');
  await night.passes(16 * MINUTES);
  expect(await night.standing()).not.toHaveProperty('canary-missing');
});

it('that does not come back as a call is told by text and mail, not by call', async () => {
  const night = await withCanary();
  night.phones.faults.add({ kind: 'voice-failed', number: DINO_OFFICE });
  await night.passes(25 * MINUTES);
  expect((await night.standing())['canary-missing']).toEqual(['sue mail', 'sue sms']);
  expect(night.rangAt(sue)).toEqual([]);
  await night.passes(60 * MINUTES);
  expect(night.inbox(sue).filter((text) => text.startsWith('ALARM'))).toHaveLength(1);
});

it('that arrives while the carrier reports nothing says that callbacks do not reach us', async () => {
  const night = await withCanary();
  night.phones.faults.add({ kind: 'callback-drop', number: DINO_OFFICE });
  await night.passes(21 * MINUTES);
  const [alarm] = await night.alarms();
  expect(alarm?.message).toContain("Twilio's reports of it did not come");
});

it('is not mistaken for a customer, nor a customer for it', async () => {
  const night = await withCanary();
  night.phone(CUSTOMER).sendText(DINO_NUMBER, 'Afterhours test 0123456789. No answer is needed.');
  await night.passes(15 * MINUTES);
  expect(night.inbox(CUSTOMER).join()).toContain('Texts are not read here');
  await night.callsAndHangsUp({ to: DINO_OFFICE } as never);
  expect(await night.cases()).toHaveLength(1);
});

it('is known for one also when its call could not be recorded until it was over', async () => {
  const night = await withCanary();
  await night.passes(16 * MINUTES);
  const { rows } = await night.database.pool.query<{ endedAt: Date }>(
    `SELECT ended_at AS "endedAt" FROM call WHERE purpose = 'canary'`,
  );
  const numbers = { from: DINO_NUMBER as PhoneNumber, to: DINO_OFFICE };
  const whileItLived = new Date(rows[0]!.endedAt.getTime() - 1);
  expect(await takeCanaryCall(night.app.service, numbers, whileItLived)).toHaveLength(2);
  expect(await takeCanaryCall(night.app.service, numbers)).toBeUndefined();
});

/** The subjects of the canary's alarms that stand. */
async function missing(night: Night): Promise<string[]> {
  const { rows } = await night.database.pool.query<{ subject: string }>(
    `SELECT subject FROM alarm WHERE kind = 'canary-missing' AND cleared_at IS NULL ORDER BY subject`,
  );
  return rows.map(({ subject }) => subject);
}

it('goes by each of two carriers', async () => {
  const night = await withCanary({ twoCarriers: true });
  await night.passes(22 * MINUTES);
  const { rows } = await night.database.pool.query<{ channel: string; from: string; back: boolean }>(
    `SELECT channel, from_number AS "from", came_back_at IS NOT NULL AS back FROM canary ORDER BY channel, from_number`,
  );
  expect(rows).toEqual(
    ['sms', 'voice'].flatMap((channel) =>
      [SECOND_NUMBER, DINO_NUMBER].sort().map((from) => ({ channel, from, back: true })),
    ),
  );
  expect(await night.alarms()).toEqual([]);
  expect(await night.cases()).toEqual([]);
});

it('finds out in peace that the second carrier takes nothing more, and one that comes back speaks for its own carrier', async () => {
  const night = await withCanary({ twoCarriers: true });
  night.second.faults.add({ kind: 'rest-401' });
  await night.passes(21 * MINUTES);
  expect(await missing(night)).toEqual(['signalwire sms', 'signalwire voice']);
  const messages = (await night.alarms()).map(({ message }) => message).join(' ');
  expect(messages).toMatch(/test text by SignalWire .* has not come back/);
  expect(messages).not.toContain('by Twilio to');
  await night.passes(16 * MINUTES);
  expect(await missing(night)).toEqual(['signalwire sms', 'signalwire voice']);
  night.second.faults.clear();
  await night.passes(15 * MINUTES);
  expect(await missing(night)).toEqual([]);
});

it('that is missing at one carrier is told by the other', async () => {
  const night = await withCanary({ twoCarriers: true });
  night.phones.faults.add({ kind: 'sms-undelivered', number: DINO_OFFICE, code: 30003 });
  await night.passes(20 * MINUTES + 5);
  expect(await missing(night)).toEqual(['twilio sms']);
  expect(night.phone(sue).call).toMatchObject({ state: 'ringing', remote: SECOND_NUMBER });
  night.phones.faults.clear();
  night.phones.faults.add({ kind: 'voice-failed', number: DINO_OFFICE });
  await night.passes(16 * MINUTES);
  expect(await missing(night)).toEqual(['twilio voice']);
  const alarms = night.phone(sue).texts.filter(({ body }) => body.startsWith('ALARM'));
  expect(alarms.map(({ remote }) => remote)).toEqual([SECOND_NUMBER]);
});

it('that had to be tried again is the same one', async () => {
  const night = await withCanary();
  night.phones.faults.add({ kind: 'rest-429', number: DINO_OFFICE, resource: 'Messages', times: 1 });
  night.phones.faults.add({ kind: 'rest-429', number: DINO_OFFICE, resource: 'Calls', times: 1 });
  await night.passes(21 * MINUTES);
  expect(await night.alarms()).toEqual([]);
  expect(await night.cases()).toEqual([]);
  const { rows } = await night.database.pool.query(`SELECT 1 FROM call WHERE purpose = 'support'`);
  expect(rows).toEqual([]);
});
