import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { desks } from '../support/caller.ts';
import { passesBlindly, setDatabase } from '../support/outage.ts';
import { anna } from '../support/people.ts';
import { DINO_NUMBER } from '../support/world.ts';

const opens = desks();

const realSeconds = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

describe('while the database is away', () => {
  it('a caller is asked to stay, the key that was pressed counts, and people are paged when it is back', async () => {
    const desk = await opens();
    desk.expectError(/./);
    const customer = desk.customer();
    await customer.calls();
    await setDatabase(desk, false);
    customer.phone.press('1');
    await passesBlindly(desk, 20);
    expect(
      customer.heard().match(/Sorry, we have a fault on our side\. Please stay on the line\./g)!.length,
    ).toBeGreaterThan(2);
    expect(customer.phone.call?.state).toBe('talking');
    await setDatabase(desk, true);
    await desk.passes(20);
    expect(customer.heard()).toContain(
      'Your case is D I N O, 1 0 4 2. 4 people are being called and texted now.',
    );
    expect(desk.phones.telephone(anna.voice!).call?.state).toBe('ringing');
    expect(await desk.cases()).toHaveLength(1);
  });

  it('so is one who calls then, and who waits longer than a key is kept for', async () => {
    const desk = await opens();
    desk.expectError(/./);
    await setDatabase(desk, false);
    const customer = desk.customer();
    customer.phone.dial(DINO_NUMBER);
    await passesBlindly(desk, 1);
    expect(customer.heard()).toContain('Please stay on the line.');
    await passesBlindly(desk, 90);
    expect(customer.phone.call?.state).toBe('talking');
    await setDatabase(desk, true);
    await desk.passes(12);
    expect(customer.heard()).toContain('press or say one');
    await customer.presses('1', 20);
    expect(customer.heard()).toContain('Your case is D I N O, 1 0 4 2.');
    expect(desk.phones.telephone(anna.voice!).call?.state).toBe('ringing');
    expect(await desk.calls()).toHaveLength(1);
  });

  it('so is one on hold, who then hears the truth again and is put through', async () => {
    const desk = await opens();
    desk.expectError(/./);
    const customer = desk.customer();
    await customer.calls();
    await customer.presses('1', 20);
    await setDatabase(desk, false);
    customer.news();
    await passesBlindly(desk, 25);
    expect(customer.news()).toContain('Please stay on the line.');
    await setDatabase(desk, true);
    await desk.passes(60);
    expect(customer.news()).toMatch(/ringing|Nobody has accepted yet/);
    await desk.passes(40);
    const phone = desk.phones.telephone(anna.voice!);
    for (let second = 0; second < 120 && phone.call?.state !== 'ringing'; second += 5) await desk.passes(5);
    phone.answer();
    await desk.passes(4);
    phone.press('1');
    await desk.passes(8);
    expect(customer.phone.with).toEqual([anna.voice]);
  });

  it('the key counts of one who pressed it and hung up before it could be recorded', async () => {
    const desk = await opens();
    desk.expectError(/./);
    const customer = desk.customer();
    await customer.calls();
    await setDatabase(desk, false);
    customer.phone.press('1');
    await passesBlindly(desk, 4);
    customer.phone.hangUp();
    await passesBlindly(desk, 10);
    await setDatabase(desk, true);
    const phone = desk.phones.telephone(anna.voice!);
    for (let second = 0; second < 120 && phone.call?.state !== 'ringing'; second += 5) await desk.passes(5);
    expect(await desk.cases()).toMatchObject([{ severity: '1', status: 'paging' }]);
    expect(phone.call?.state).toBe('ringing');
  });

  it('words that were said count too', async () => {
    const desk = await opens();
    desk.expectError(/./);
    const customer = desk.customer();
    await customer.calls();
    await setDatabase(desk, false);
    customer.phone.say('severity two');
    await passesBlindly(desk, 12);
    await setDatabase(desk, true);
    await desk.passes(20);
    expect(await desk.cases()).toMatchObject([{ severity: '2', status: 'paging' }]);
    expect((await desk.calls())[0]!.events.find((event) => event.event === 'chose')?.data).toEqual({
      heard: 'severity two',
      label: 'Severity 2',
    });
  });
});

describe('a database that hangs', () => {
  it('is not waited for longer than the carrier would: the key is tried again, and counts once', async () => {
    const desk = await opens();
    desk.expectError(/webhook failed/);
    const customer = desk.customer();
    await customer.calls();
    const blocker = new pg.Client({ connectionString: desk.database.url });
    await blocker.connect();
    await blocker.query('BEGIN');
    await blocker.query('LOCK TABLE support_case IN ACCESS EXCLUSIVE MODE');
    customer.phone.press('1');
    await realSeconds(0.3);
    await desk.clock.advance(4_000, async () => undefined);
    await realSeconds(0.3);
    await blocker.query('COMMIT');
    await blocker.end();
    await desk.passes(20);
    expect(customer.heard()).toContain('Please stay on the line.');
    expect(customer.heard()).toContain(
      'Your case is D I N O, 1 0 4 2. 4 people are being called and texted now.',
    );
    expect(await desk.cases()).toHaveLength(1);
    expect(desk.pagesSent()).toBe(8);
  });
});
