import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { install, type Installation } from '../processes/installation.ts';
import { killAll, start, type Node } from '../processes/node.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startBrowser } from './phones-page.fixture.ts';

let browser: Browser;
let installation: Installation;
let database: TestDatabase;
let node: Node;
let context: BrowserContext;
let page: Page;
let errors: string[];

beforeAll(async () => {
  browser = await startBrowser();
  installation = install();
});
afterAll(async () => {
  await browser?.close();
  installation?.remove();
});
beforeEach(async () => {
  database = await createTestDatabase();
  node = await start(installation, { env: { DATABASE_URL: database.url, LOG_LEVEL: 'warn' } });
  errors = [];
  context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  context.setDefaultTimeout(45_000);
  page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') errors.push(line.text());
  });
  await page.goto(/(http\S+\/welcome\/\S+)/.exec(node.output())?.[1] ?? 'about:blank');
  await page.getByLabel('Name').fill('Eva Holm');
  await page.getByLabel('Password').fill('a password for this story');
  await page.getByRole('button', { name: /supervisor|account|continue/i }).click();
  await page.waitForURL(`${node.url}/`);
});
afterEach(async () => {
  await context?.close();
  await killAll();
  await database?.close();
});

async function asks(at: string, { from = '', press = '' } = {}): Promise<void> {
  await page.getByLabel('Desk').selectOption('dvnordic');
  await page.getByLabel(/Date and time/).fill(at);
  await page.getByLabel(/Caller/).fill(from);
  await page.getByLabel(/Keys/).fill(press);
  await page.getByRole('button', { name: 'Show' }).click();
  await page.locator('.course').waitFor();
}

/** The names in the tables of the rounds, in their order. */
const names = () => page.locator('.course tbody th[scope="row"]').allInnerTexts();

test('a supervisor asks what a call on Christmas Eve comes to, and what a closed day of their own changes', async () => {
  await page.getByRole('navigation').getByRole('link', { name: 'What-if' }).click();
  await page.getByText('The next 90 days').waitFor();
  await asks('2026-12-24T02:00', { from: '+46701740650' });
  await page.getByText('Thu 24 Dec 2026 is Christmas Eve, and nothing opens.').waitFor();
  await page.getByText('cannot hand the caller on to supporten').waitFor();
  await page.locator('.say', { hasText: 'Vi ringer upp telefonisten' }).waitFor();
  expect(new URL(page.url()).searchParams.get('at')).toBe('2026-12-24T02:00');
  const { rows } = await database.pool.query<{ name: string }>(
    `SELECT p.name FROM duty d JOIN person p ON p.key = d.person
     WHERE d.desk = 'dvnordic' AND d.role = 'operator' ORDER BY d.position`,
  );
  expect(await names()).toEqual(rows.map(({ name }) => name));

  await asks('2026-12-22T10:00');
  await page.getByText('can hand the caller on to supporten').waitFor();
  await page.goto(`${node.url}/hours#dvnordic`);
  await page.locator('#dvnordic-date').fill('2026-12-22');
  await page.locator('#dvnordic-why').fill('Flytt');
  await page.locator('form:has(#dvnordic-date)').getByRole('button', { name: 'Set this date' }).click();
  await page.getByRole('cell', { name: 'Flytt' }).waitFor();
  await page
    .locator('header:has(#dvnordic)')
    .getByRole('link', { name: /What if/ })
    .click();
  await asks('2026-12-22T10:00');
  await page.getByText('Tue 22 Dec 2026 is an exception, and nothing opens (Flytt).').waitFor();
  await page.getByText('cannot hand the caller on to supporten').waitFor();
  expect(errors).toEqual([]);
});

test('what cannot be meant is said beside its field, and what was written stays', async () => {
  await page.goto(`${node.url}/what-if?desk=dvnordic&at=2026-12-24T02:00&from=maria&press=1,x`);
  await page.getByText('maria: write a number with plus and country code').waitFor();
  await page.getByText('"x": write keys 0 to 9').waitFor();
  expect(await page.getByLabel(/Caller/).inputValue()).toBe('maria');
  expect(await page.getByLabel(/Date and time/).inputValue()).toBe('2026-12-24T02:00');
});
