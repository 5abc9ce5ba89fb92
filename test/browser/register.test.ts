import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { importPeople } from '../../src/people/import/index.ts';
import { install, type Installation } from '../processes/installation.ts';
import { killAll, start, type Node } from '../processes/node.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openedIn, signedIn, tabTo, types } from './console.fixture.ts';
import { startBrowser } from './phones-page.fixture.ts';

let browser: Browser;
let installation: Installation;
let database: TestDatabase;
let node: Node;
let context: BrowserContext;
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
  const text = readFileSync('examples/customers.yaml', 'utf8');
  expect(await importPeople(database.db, { file: 'customers.yaml', text })).toMatchObject({ ok: true });
  errors = [];
  context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: 'sv-SE' });
  context.setDefaultTimeout(45_000);
});
afterEach(async () => {
  await context?.close();
  await killAll();
  await database?.close();
});

const opened = (address: string, of = context): Promise<Page> =>
  openedIn(of, address, (fault) => errors.push(fault));
const signInAsOperator = () => signedIn(browser, node, context, { name: 'Maja Lind', role: 'operator' });

const valueOf = (page: Page, field: string) => page.locator(`[name="${field}"]`).inputValue();
const isSaved = (page: Page) =>
  expect.poll(() => page.locator('#draft-state').textContent()).toMatch(/^Utkast sparat \d/);

test(
  'an operator registers by keyboard alone, through a typing error, a reload and a lost connection',
  { timeout: 90_000 },
  async () => {
    await signInAsOperator();
    let page = await opened(`${node.url}/register`);
    await tabTo(page, 'Ny registrering');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Registrera DVN-\d+$/ }).waitFor();
    const address = page.url();
    // The form begins where somebody begins: which customer is it?
    await expect.poll(() => page.evaluate('document.activeElement.name')).toBe('customer');
    await page.keyboard.type('Sundby');
    await types(page, 'name', 'Lars Holm');
    await page.getByText('godkänd', { exact: true }).waitFor();
    // What is known of him need not be typed.
    await expect.poll(() => valueOf(page, 'mail')).toBe('lars.holm@sundby.example');

    await types(page, 'office1', 'Stadshuset, plan 3');
    await page.keyboard.press('Alt+k');
    expect(await page.evaluate('document.activeElement.name')).toBe('office2');
    await page.keyboard.type('Biblioteket');
    await expect.poll(() => valueOf(page, 'address2')).toBe('Skolvägen 11, 186 32 Sundby');

    await types(page, 'mac', '00:1C:42:0B:7F:3G');
    await page.getByText('Sista paret är 3G. Bara 0–9 och A–F går.').waitFor();
    await page.keyboard.press('Backspace');
    await page.keyboard.type('A');
    await page.getByText('Pano zero client, garanti till 14 maj 2027').waitFor();
    await types(page, 'symptoms', 'Svart skärm efter inloggning.');
    await isSaved(page);

    await page.reload();
    expect(await valueOf(page, 'symptoms')).toBe('Svart skärm efter inloggning.');
    expect(await valueOf(page, 'office2')).toBe('Biblioteket');

    await context.setOffline(true);
    await types(page, 'tried', 'Startat om.');
    await page.getByText('Ingen förbindelse. Det du skriver ligger kvar').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Inte registrerat än: ingen förbindelse.').waitFor();
    await page.close();
    await context.setOffline(false);
    page = await opened(address);
    expect(await valueOf(page, 'tried')).toBe('Startat om.');
    await isSaved(page);
    await expect.poll(() => page.evaluate('Object.keys(localStorage).length')).toBe(0);

    await page.keyboard.press('Control+Enter');
    await page.getByText('Ett fält återstår.').waitFor();
    await tabTo(page, 'priority');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Registrerat').waitFor();
    for (const words of ['00:1C:42:0B:7F:3A', 'Skolvägen 11, 186 32 Sundby', 'Startat om.', 'Hög'])
      expect(await page.locator('#done-registered').textContent()).toContain(words);
    expect(errors).toEqual([]);
  },
);

test(
  'what another operator types comes in beside what is being typed, and takes nothing away',
  { timeout: 90_000 },
  async () => {
    await signInAsOperator();
    const page = await opened(`${node.url}/register`);
    await tabTo(page, 'Ny registrering');
    await page.keyboard.press('Enter');
    await page.locator('#registration').waitFor();
    const other = await opened(page.url());
    await types(page, 'symptoms', 'Svart sk');
    await types(other, 'tried', 'Omstart');
    await other.keyboard.press('Alt+k');
    await other.keyboard.type('Biblioteket');
    await page.bringToFront();
    await page.keyboard.type('ärm');
    await expect.poll(() => valueOf(page, 'tried')).toBe('Omstart');
    await expect.poll(() => page.locator('[name="office2"]').count()).toBe(1);
    expect(await valueOf(page, 'symptoms')).toBe('Svart skärm');
    await expect.poll(() => valueOf(other, 'symptoms')).toBe('Svart skärm');
    expect(errors).toEqual([]);
  },
);

test(
  'what was typed when another operator had registered already stays in sight',
  { timeout: 90_000 },
  async () => {
    await signInAsOperator();
    const page = await opened(`${node.url}/register`);
    await tabTo(page, 'Ny registrering');
    await page.keyboard.press('Enter');
    await page.locator('#registration').waitFor();
    const other = await opened(page.url());
    await other.route('**/draft', (route) => route.abort());
    await types(other, 'tried', 'Bytt kabel på två.');
    await other.getByText('Ingen förbindelse.').waitFor();
    await page.locator('[name="customer"]').selectOption('sundby');
    const whole = { name: 'Lars Holm', phone: '+46 8 465 004 12', office1: 'Stadshuset', symptoms: 'Svart' };
    for (const [field, text] of Object.entries(whole)) await page.locator(`[name="${field}"]`).fill(text);
    await page.locator('[name="priority"][value="low"]').check();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Registrerat').waitFor();
    await other.getByText('Registrerat').waitFor();
    await other.unroute('**/draft');
    await other.getByText('Maja Lind har redan registrerat det.').waitFor();
    await other.getByText('Bytt kabel på två.').waitFor();
    expect(errors).toEqual([]);
  },
);
