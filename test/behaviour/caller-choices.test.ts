import { describe, expect, it } from 'vitest';
import { desks, type Customer, type Desk } from '../support/caller.ts';
import { anna, bo, cleo, sal, sue } from '../support/people.ts';
import { CUSTOMER, DINO_OFFICE } from '../support/world.ts';

const NIGHT = new Date('2026-11-12T07:47:00Z');
const OFFICE_HOURS = new Date('2026-11-12T15:00:00Z');
const opens = desks();

async function callsAndPresses(desk: Desk, keys: string, number?: string): Promise<Customer> {
  const customer = desk.customer(number);
  await customer.calls();
  await customer.presses(keys, 3);
  return customer;
}

const others = (n: number) => `+1202555${String(120 + n).padStart(4, '0')}`;

describe('the main menu', () => {
  it('can be answered at any word of it: a key or speech cuts it short', async () => {
    const desk = await opens();
    const customer = desk.customer();
    await customer.calls();
    expect(customer.phone.said.at(-1)).toMatchObject({ kind: 'speech', cut: false });
    await customer.presses('2');
    expect(customer.phone.said.filter((line) => line.cut)).toHaveLength(1);
    expect((await desk.newest()).severity).toBe('2');

    const speaker = desk.customer(others(1));
    await speaker.calls();
    await speaker.says('severity one');
    expect(speaker.phone.said.find((line) => line.cut)?.text).toContain('Dino-Software');
    expect(await desk.newest()).toMatchObject({ severity: '1', caller: others(1), status: 'paging' });
  });

  it('asks at most 20 words of a severity 1 caller before the key, and its document is short', async () => {
    const desk = await opens();
    await desk.customer().calls();
    const { answer } = desk.phones.wire.find((entry) => entry.kind === 'voice')!;
    expect(answer.length).toBeLessThan(2_000);
    const spoken = [...answer.matchAll(/<Say[^>]*>([^<]*)<\/Say>/g)].map((match) => match[1]!);
    const untilKey = spoken.slice(0, spoken.findIndex((text) => /press or say one/.test(text)) + 1);
    expect(untilKey.join(' ')).toMatch(/severity one/);
    expect(untilKey.join(' ').split(/\s+/).length).toBeLessThanOrEqual(20);
  });

  it('is spoken again on 0, as often as wanted, and opens nothing by it', async () => {
    const desk = await opens();
    const customer = desk.customer();
    await customer.calls();
    for (let time = 0; time < 4; time += 1) await customer.presses('0');
    expect(customer.heard().match(/Dino-Software support\./g)).toHaveLength(5);
    expect(customer.heard()).not.toContain('Sorry');
    expect(await desk.cases()).toEqual([]);
    await customer.presses('1');
    expect((await desk.newest()).status).toBe('paging');
  });
});

describe.each([
  ['at night', NIGHT],
  ['in office hours', OFFICE_HOURS],
])('severity 1 and 2 %s', (_, at) => {
  it('have a case number and four people called at the key, and say so', async () => {
    const desk = await opens({ at });
    for (const [key, number] of [
      ['1', CUSTOMER],
      ['2', others(1)],
    ] as const) {
      const customer = await callsAndPresses(desk, key, number);
      const opened = await desk.newest();
      expect(opened).toMatchObject({ severity: key, status: 'paging', caller: number });
      expect(new Set(opened.pages.map((page) => page.person))).toEqual(
        new Set(['anna', 'bo', 'cleo', 'sal']),
      );
      await desk.passes(8);
      const spokenNumber = opened.number.replace('DINO-', '').split('').join(' ');
      expect(customer.heard()).toContain(
        `Your case is D I N O, ${spokenNumber}. 4 people are being called and texted now.`,
      );
    }
  });
});

describe.each([
  ['at night', NIGHT],
  ['in office hours', OFFICE_HOURS],
])('what can wait, %s', (_, at) => {
  it.each([
    ['3', 'severity three', '3', 'severity', 'within 8 hours'],
    ['4', 'I have a usage question', '4', 'severity', 'within 24 hours'],
    ['5', 'configuration', null, 'configuration', 'within 8 hours'],
  ])(
    'is registered by key %s and by speech, and pages nobody',
    async (key, words, severity, kind, inHours) => {
      const desk = await opens({ at });
      const byKey = await callsAndPresses(desk, key);
      const bySpeech = desk.customer(others(1));
      await bySpeech.calls();
      await bySpeech.says(words);
      expect(await desk.cases()).toMatchObject([
        { severity, kind, status: 'open', caller: others(1) },
        { severity, kind, status: 'open', caller: CUSTOMER },
      ]);
      await desk.passes(120);
      const promise = at === NIGHT ? 'on the next business day' : inHours;
      for (const caller of [byKey, bySpeech]) {
        expect(caller.heard()).toContain(`We will answer ${promise}.`);
        expect(caller.heard()).toContain('Please leave your name');
        expect(caller.heard()).toMatch(/Your case is D I N O, 1 0 4 \d\..* Goodbye\.$/);
        expect(caller.phone.call).toBeNull();
      }
      await desk.passes(600);
      expect(desk.pagesSent()).toBe(0);
    },
  );
});

it('pressed through, a severity 3 pages one technician after another, the next one each round', async () => {
  const desk = await opens();
  const customer = await callsAndPresses(desk, '3');
  await customer.presses('1', 4);
  expect(customer.heard()).toContain(
    'I am calling one person now, and then the next, until somebody accepts.',
  );
  expect((await desk.newest()).pages.map((page) => page.person)).toEqual(['anna', 'anna']);
  await desk.passes(60);
  await desk.passes(60);
  const rounds = (await desk.newest()).pages.filter((page) => page.channel === 'voice');
  expect(rounds.map((page) => `${page.round} ${page.person}`).sort()).toEqual([
    '1 anna',
    '2 bo',
    '3 cleo',
    '3 sue',
  ]);
  expect(desk.phones.telephone(sal.voice!).calls).toEqual([]);

  desk.phones.telephone(cleo.voice!).answer();
  await desk.passes(4);
  desk.phones.telephone(cleo.voice!).press('1');
  await desk.passes(8);
  expect(customer.phone.with).toEqual([cleo.voice]);
  expect(desk.phones.telephone(sue.voice!).call).toBeNull();
});

it('pressed through, the next technician is called at once when one declines', async () => {
  const desk = await opens();
  const customer = await callsAndPresses(desk, '3');
  await customer.presses('1', 4);
  desk.phones.telephone(anna.voice!).answer();
  await desk.passes(4);
  desk.phones.telephone(anna.voice!).press('2');
  await desk.passes(5);
  expect(desk.phones.telephone(bo.voice!).call?.state).toBe('ringing');
  expect(desk.phones.telephone(cleo.voice!).calls).toEqual([]);
});

// The clocks went back on 1 November; Thanksgiving is Thursday the 26th.
it.each([
  ['Friday 09:30, summer time', '2026-10-30T13:30:00Z', true],
  ['Monday 08:30, winter time', '2026-11-02T13:30:00Z', false],
  ['Monday 09:30, winter time', '2026-11-02T14:30:00Z', true],
  ['Thursday 16:59', '2026-11-12T21:59:00Z', true],
  ['Thursday 17:00', '2026-11-12T22:00:00Z', false],
  ['Thanksgiving 10:00', '2026-11-26T15:00:00Z', false],
  ['Sunday 10:00', '2026-11-15T15:00:00Z', false],
])('a contract question on %s', async (_, at, open) => {
  const desk = await opens({ at: new Date(at) });
  const customer = await callsAndPresses(desk, '6');
  await desk.passes(5);
  const opened = await desk.newest();
  expect(opened).toMatchObject({ kind: 'contract', status: open ? 'paging' : 'open' });
  expect(opened.pages.map((page) => `${page.person} ${page.channel}`).sort()).toEqual(
    open ? ['sal sms', 'sal voice'] : [],
  );
  expect(customer.heard()).toContain(
    open ? 'One person is being called and texted now.' : 'Our sales office is closed now.',
  );
  if (open) return;
  await desk.passes(20);
  expect(customer.heard()).toContain('after the beep. This is recorded.');
  expect(desk.pagesSent()).toBe(0);
});

it('a contract question in hours is put through to sales', async () => {
  const desk = await opens({ at: OFFICE_HOURS });
  const customer = await callsAndPresses(desk, '6');
  desk.phones.telephone(sal.voice!).answer();
  await desk.passes(4);
  desk.phones.telephone(sal.voice!).press('1');
  await desk.passes(8);
  expect(customer.phone.with).toEqual([sal.voice]);
});

describe('feedback', () => {
  it('is told the mail address, and gets it by SMS from the number that was dialled', async () => {
    const desk = await opens();
    const customer = desk.customer();
    await customer.calls(DINO_OFFICE);
    await customer.says('I have feedback');
    await desk.passes(12);
    expect(customer.heard()).toContain('support, at staging dot dino dash software dot com');
    await customer.presses('1', 20);
    expect(customer.phone.texts).toMatchObject([
      {
        remote: DINO_OFFICE,
        status: 'delivered',
        body: 'Dino-Software: your feedback is welcome at support@staging.dino-software.com. Your case is DINO-1042.',
      },
    ]);
    expect(customer.heard()).toContain('The text message is on its way.');
    expect(customer.phone.call).toBeNull();
    expect(await desk.newest()).toMatchObject({ kind: 'feedback', status: 'open' });
    expect(desk.pagesSent()).toBe(0);
  });

  it('may leave a message, or nothing at all', async () => {
    const desk = await opens();
    const customer = await callsAndPresses(desk, '7');
    await customer.presses('2', 12);
    await customer.says('More colours please, in every menu', 8);
    await customer.presses('#', 20);
    expect(await desk.recordings()).toMatchObject([{ caseNumber: 'DINO-1042' }]);
    const silent = await callsAndPresses(desk, '7', others(1));
    await desk.passes(90);
    expect(silent.phone.call).toBeNull();
    expect(silent.heard()).toMatch(/Your case is D I N O, 1 0 4 3\..* Goodbye\.$/);
    expect(desk.pagesSent()).toBe(0);
  });
});
