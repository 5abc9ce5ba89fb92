import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { install, type Installation } from '../processes/installation.ts';
import { freePort, killAll, start, type Node } from '../processes/node.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openedIn, signedIn, signsIn, tabTo, types } from './console.fixture.ts';
import { startBrowser } from './phones-page.fixture.ts';

const DESK = '+46858460600';
const MARIA = '+46701740650';
const ULLA = '+46846500441';

let browser: Browser;
let installation: Installation;
let database: TestDatabase;
let node: Node;
let phones: string;
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
  const port = await freePort();
  phones = `http://127.0.0.1:${port}`;
  // A first start: with the people of the examples, Ulla among them.
  node = await start(installation, {
    env: { DATABASE_URL: database.url, LOG_LEVEL: 'warn', PHONES_PORT: String(port) },
  });
  errors = [];
  context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: 'sv-SE' });
  context.setDefaultTimeout(45_000);
  await signedIn(browser, node, context, { name: 'Ulla Ek', role: 'operator', person: 'ulla' }, openToday);
});
afterEach(async () => {
  await context?.close();
  await killAll();
  await database?.close();
});

/** Whatever day it is when this runs, the office is open. */
async function openToday(supervisor: Page, csrf: string): Promise<void> {
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
  const form = { csrf, desk: 'dvnordic', date, does: 'open', hours: '', why: 'Prov' };
  await supervisor.request.post(`${node.url}/hours/set`, { form, headers: { origin: node.url } });
}

const opened = (path: string): Promise<Page> =>
  openedIn(context, `${node.url}${path}`, (fault) => errors.push(fault));

async function phone(number: string, action: string, body: object = {}): Promise<void> {
  const answer = await fetch(`${phones}/control/phones/${encodeURIComponent(number)}/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
}
/** Maria calls the desk, and Ulla's telephone rings. */
const mariaCalls = () => phone(MARIA, 'dial', { to: DESK });
async function ullaTakesIt(): Promise<void> {
  await expect.poll(ringsAtUlla, { timeout: 45_000 }).toBe('ringing');
  await phone(ULLA, 'answer');
  // Who it is for is said first: a key during it is as good.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await phone(ULLA, 'press', { keys: '1' });
}
async function ringsAtUlla(): Promise<string | undefined> {
  const answer = await fetch(`${phones}/control/phones/${encodeURIComponent(ULLA)}`);
  return ((await answer.json()) as { call: { state?: string; status?: string } | null }).call?.state;
}

async function newRegistration(): Promise<Page> {
  const page = await opened('/register');
  await tabTo(page, 'Ny registrering');
  await page.keyboard.press('Enter');
  await page.locator('#registration').waitFor();
  return page;
}
const valueOf = (page: Page, field: string) => page.locator(`[name="${field}"]`).inputValue();

test(
  'a call rings while an operator writes: who it is comes to the page, F2 answers it, F4 hands it on, and nothing is lost',
  { timeout: 120_000 },
  async () => {
    const page = await newRegistration();
    const first = page.url();
    await types(page, 'symptoms', 'Svart skärm');
    await mariaCalls();
    const strip = page.locator('#strips .callstrip');
    await strip.getByText('Maria Sjö').waitFor();
    const told = await strip.textContent();
    for (const words of [
      'Ringer',
      'Norrby kommun',
      '+46 70 174 06 50',
      'godkänd kontakt',
      'ringer hos dig',
      'F2',
    ])
      expect(told).toContain(words);
    expect(await strip.locator('[aria-keyshortcuts="F2"]').count()).toBe(1);
    // Nothing was reloaded, nor taken from under the hands.
    await page.keyboard.type(' efter inloggning');
    expect(await valueOf(page, 'symptoms')).toBe('Svart skärm efter inloggning');
    await expect.poll(() => strip.locator('[data-since]').first().textContent()).toMatch(/^0:0[1-9]|0:1\d$/);

    await page.keyboard.press('F2');
    await page.getByRole('heading', { name: /^Registrera DVN-\d+$/ }).waitFor();
    await expect.poll(() => page.url()).not.toBe(first);
    expect(await valueOf(page, 'name')).toBe('Maria Sjö');
    await ullaTakesIt();
    await page.locator('.head').getByText('I samtal').waitFor();

    await types(page, 'symptoms', 'Skrivaren');
    await page.keyboard.press('F4');
    await page.locator('.head').getByText('Kopplas vidare').waitFor();
    expect(await valueOf(page, 'symptoms')).toBe('Skrivaren');
    await phone(MARIA, 'hangup');
    await page.locator('.head').getByText('Har lagt på').waitFor();

    await page.goto(first);
    expect(await valueOf(page, 'symptoms')).toBe('Svart skärm efter inloggning');
    expect(errors).toEqual([]);
  },
);

test(
  'a call taken by telephone opens its form, unless the operator is writing; Alt and 1 puts it on the open case when it is over',
  { timeout: 120_000 },
  async () => {
    let page = await newRegistration();
    const known = /DVN-\d+/.exec(page.url())?.[0] ?? '';
    await page.locator('[name="customer"]').selectOption('kommunen');
    await types(page, 'symptoms', 'Skrivaren');
    await expect.poll(() => page.locator('#draft-state').textContent()).toMatch(/^Utkast sparat \d/);
    await page.close();
    const onto = await database.pool.query(
      `UPDATE support_case SET customer = 'kommunen' WHERE number = $1`,
      [known],
    );
    expect(onto.rowCount).toBe(1);

    page = await opened('/register');
    await mariaCalls();
    await page.locator('.callstrip').getByRole('link', { name: known }).waitFor();
    await ullaTakesIt();
    await page.getByRole('heading', { name: /^Registrera DVN-\d+$/ }).waitFor();
    expect(page.url()).not.toContain(known);
    await page.locator('.head').getByText('I samtal').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.name')).toBe('name');
    await page.keyboard.press('Alt+1');
    await page.getByText(`Samtalet läggs på ${known} när det är slut.`).first().waitFor();
    await types(page, 'tried', 'Ny kassett');
    await expect.poll(() => page.locator('#draft-state').textContent()).toMatch(/^Utkast sparat \d/);
    await phone(MARIA, 'hangup');
    await page.getByText(`Samtalet ligger nu på ${known}.`).waitFor();
    await page.goto(`${node.url}/cases/${known}`);
    await page.getByText('Ny kassett').first().waitFor();
    // Once: whoever goes back to the list is not led away again.
    await page.goto(`${node.url}/register`);
    await page.getByRole('heading', { name: 'Samtal nu' }).waitFor();
    await page.waitForTimeout(1500);
    expect(page.url()).toBe(`${node.url}/register`);
    expect(errors).toEqual([]);
  },
);

test(
  'nobody signs out from what is not saved without being told, and what somebody left is theirs alone',
  { timeout: 120_000 },
  async () => {
    const page = await newRegistration();
    await page.route('**/draft', (route) => route.abort());
    await types(page, 'symptoms', 'Svart skärm');
    await page.getByText('Ingen förbindelse.').waitFor();
    await tabTo(page, 'Logga ut');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Svart skärm').waitFor();
    await page.keyboard.press('Enter');
    expect(await page.locator('#registration').count()).toBe(1);
    expect(await valueOf(page, 'symptoms')).toBe('Svart skärm');

    // With the connection back it is saved on the way out, and nothing stays in the browser.
    await page.unroute('**/draft');
    await tabTo(page, 'Logga ut');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${node.url}/sign-in`);
    expect(await page.evaluate('Object.keys(localStorage).length')).toBe(0);
    const { rows } = await database.pool.query<{ text: string }>(
      `SELECT fields -> 'symptoms' ->> 'value' AS text FROM registration`,
    );
    expect(rows).toEqual([{ text: 'Svart skärm' }]);

    // A session that ended by itself: whoever signs in next neither sees nor loses it, and its writer is offered it again.
    await signsIn(page, 'Ulla Ek');
    await page.waitForURL(`${node.url}/`);
    await page.goto(`${node.url}/register`);
    await tabTo(page, 'Ny registrering');
    await page.keyboard.press('Enter');
    await page.locator('#registration').waitFor();
    const number = /DVN-\d+/.exec(page.url())?.[0] ?? '';
    await page.route('**/draft', (route) => route.abort());
    await types(page, 'tried', 'Startat om');
    await page.getByText('Ingen förbindelse.').waitFor();
    await context.clearCookies();
    await page.goto(`${node.url}/sign-in`);
    await signsIn(page, 'Sue Sand');
    await page.waitForURL(`${node.url}/`);
    await page.waitForTimeout(2500);
    expect(await page.getByText(/Startat om|Ulla Ek/).count()).toBe(0);
    expect(await page.evaluate('Object.keys(localStorage).length')).toBe(1);
    await page.goto(`${node.url}/register/${number}`);
    await page.locator('#registration').waitFor();
    expect(await valueOf(page, 'tried')).toBe('');

    await context.clearCookies();
    await page.goto(`${node.url}/sign-in`);
    await signsIn(page, 'Ulla Ek');
    await page.waitForURL(`${node.url}/`);
    await page.unroute('**/draft');
    await page.getByText(/not saved yet|inte är sparat än/).waitFor();
    await page.locator('.alarm').getByRole('link', { name: number }).click();
    await page.locator('#registration').waitFor();
    expect(await valueOf(page, 'tried')).toBe('Startat om');
    await expect.poll(() => page.evaluate('Object.keys(localStorage).length')).toBe(0);
    expect(errors).toEqual([]);
  },
);
