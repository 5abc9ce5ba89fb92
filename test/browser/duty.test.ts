import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { layerOf, schedule, seatsOf } from '../support/schedules.ts';
import { Colleague, supervisorOf } from '../support/sign-in.ts';
import { createWorld, type World } from '../support/world.ts';
import { startBrowser } from './phones-page.fixture.ts';

let browser: Browser;
let world: World | undefined;
let context: BrowserContext | undefined;
let errors: string[];

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());
afterEach(async () => {
  await context?.close();
  await world?.close();
});

/** A Thursday, 08:20 in New York. Sal and nobody else sells, in turns of a week. */
async function opened(): Promise<World> {
  errors = [];
  world = await createWorld({ at: new Date('2026-11-12T13:20:00Z') });
  const { pool } = world.database;
  const daily = seatsOf([layerOf(['anna', 'bo'])], [layerOf(['bo', 'cleo'])], [layerOf(['cleo', 'anna'])]);
  await schedule(pool, 'senior-technician', daily);
  await schedule(pool, 'sales', seatsOf([layerOf(['sal'])]));
  return world;
}

async function pageOf(of: Colleague, { publicUrl }: World): Promise<Page> {
  context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  context.setDefaultTimeout(30_000);
  const [name = '', value = ''] = of.cookie.split('=');
  await context.addCookies([{ name, value, url: publicUrl }]);
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // A refused form comes with its own status; nothing else may be wrong, styles and scripts that are blocked above all.
    if (message.type() === 'error' && !message.text().includes('422')) errors.push(message.text());
  });
  await page.goto(`${publicUrl}/duty?desk=dino`);
  return page;
}

test(
  'a supervisor enters leave, sees what it leaves open, and fills the seat',
  { timeout: 180_000 },
  async () => {
    const of = await opened();
    const page = await pageOf(new Colleague(of, await supervisorOf(of)), of);
    const week = page.getByRole('region', { name: 'Week from Mon 9 Nov' });
    const sales = week.locator('.seat', { hasText: 'Sales representative' });
    await sales.getByRole('listitem').filter({ hasText: 'Sal Stone' }).first().waitFor();
    // A day is a seventh of the line, whatever the browser makes of a table.
    const line = await sales.locator('.turns').boundingBox();
    const day = await sales.locator('.turn.on').boundingBox();
    expect(day!.width / line!.width).toBeCloseTo(1 / 7, 2);

    const leave = page.locator('#leave');
    await leave.locator('summary').click();
    await leave.getByLabel('Person').selectOption({ label: 'Sal Stone, sales representative' });
    await leave.getByLabel('Away from').fill('2026-11-15');
    await leave.getByLabel('To', { exact: true }).fill('2026-11-15');
    await leave.getByLabel('Time, if not the whole day').last().fill('06:00');
    await leave.getByLabel('Why').fill('A wedding');
    await leave.getByRole('button', { name: 'Enter it' }).click();
    const open = page.getByRole('alert', { name: /would leave these hours open/ });
    await open.getByText('Sun 15 Nov 00:00 to 06:00').waitFor();
    expect(await open.textContent()).toContain('nobody is on duty as sales representative');

    await open.getByLabel('Why it is right all the same').fill('The supervisor is asked instead');
    await open.getByRole('button', { name: 'Leave them open' }).click();
    await page.getByText('Left open knowingly').waitFor();
    const hole = sales.locator('.turn.hole');
    expect(await hole.textContent()).toContain('Nobody');
    expect((await hole.boundingBox())!.width / line!.width).toBeCloseTo(0.25 / 7, 2);
    await page.getByRole('heading', { name: 'Next 90 days' }).waitFor();

    const override = page.locator('#override');
    await page.getByRole('link', { name: 'Fill it' }).click();
    await override.locator('summary').click();
    await override.getByLabel('Seat').selectOption({ label: 'sales representative, seat 1' });
    await override.getByLabel('Person').selectOption({ label: 'Sal Stone, sales representative' });
    await override.getByLabel('From').fill('2026-11-15T00:00');
    await override.getByLabel('To', { exact: true }).fill('2026-11-15T06:00');
    await override.getByLabel('Why').fill('Back for the night');
    await override.getByRole('button', { name: 'Put them in' }).click();
    await override.getByText('Sal Stone is on leave').waitFor();
    // What was written stands there still, to be mended.
    expect(await override.getByLabel('Why').inputValue()).toBe('Back for the night');

    await page.getByRole('button', { name: 'Take back' }).click();
    await page.getByText('Nothing is changed: duty is as the schedules say.').waitFor();
    expect(await sales.locator('.turn.hole').count()).toBe(0);
    expect(errors).toEqual([]);
  },
);

test(
  'somebody on duty uploads a calendar and follows their shifts, on a telephone',
  { timeout: 180_000 },
  async () => {
    const of = await opened();
    const sue = new Colleague(of, await supervisorOf(of));
    const anna = await sue.brings('technician', 'anna');
    await of.database.pool.query(`UPDATE account SET person = 'anna' WHERE name = 'anna'`);
    const page = await pageOf(anna, of);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await page.locator('#override').count()).toBe(0);

    const form = page.locator('#leave-file');
    await form.locator('summary').click();
    const lines = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:a', 'DTSTART;VALUE=DATE:20261120', 'END:VEVENT'];
    const upload = async (text: string) => {
      const file = { name: 'leave.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) };
      await form.getByLabel('File (.ics)').setInputFiles(file);
      await form.getByRole('button', { name: 'Import it' }).click();
    };
    await upload(lines.join('\r\n'));
    await form.getByText('Line 1: BEGIN:VCALENDAR is not ended').waitFor();
    await upload([...lines, 'END:VCALENDAR'].join('\r\n'));
    // Two seats are empty for parts of that day: one of three is away.
    await page.getByText('Nothing is changed yet').waitFor();
    await page.getByLabel('Why it is right all the same').fill('Agreed with Sue');
    await page.getByRole('button', { name: 'Leave them open' }).click();
    await page.getByText('1 new, 0 changed, 0 gone, 0 as before.').waitFor();
    await page.getByRole('rowheader', { name: 'Anna Alm on leave' }).waitFor();

    await page.getByRole('button', { name: 'Make an address' }).click();
    const address = await page.getByLabel('Your shifts, at all desks').inputValue();
    const feed = await (await fetch(address)).text();
    expect(feed).toContain('SUMMARY:On duty: senior technician\\, Dino-Software');
    expect(errors).toEqual([]);
  },
);
