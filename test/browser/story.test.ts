import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { install, type Installation } from '../processes/installation.ts';
import { killAll, start, type Node } from '../processes/node.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startBrowser } from './phones-page.fixture.ts';

const CUSTOMER = 'customer';
const [ANNA, BO, CLEO, SAL] = ['12025550111', '12025550112', '12025550113', '12025550114'] as const;

let browser: Browser;
let installation: Installation;
let database: TestDatabase;
let node: Node;
let context: BrowserContext;
let phones: Page;
let supervisor: Page;
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
  node = await start(installation, {
    env: { DATABASE_URL: database.url, LOG_LEVEL: 'warn', PHONES_CALLS_PER_SECOND: '50' },
  });
  errors = [];
  context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  context.setDefaultTimeout(45_000);
  phones = await opened(printed(/Phones\s+(http\S+)/));
  await phones.locator('body[data-ready]').waitFor();
  supervisor = await opened(printed(/(http\S+\/welcome\/\S+)/));
  await supervisor.getByLabel('Name').fill('Sue Sand');
  await supervisor.getByLabel('Password').fill('a password for this story');
  await supervisor.getByRole('button', { name: /supervisor|account|continue/i }).click();
  await supervisor.waitForURL(`${node.url}/`);
});
afterEach(async () => {
  await context?.close();
  await killAll();
  await database?.close();
});

/** An address that the service says at its start. */
const printed = (where: RegExp) => where.exec(node.output())?.[1] ?? 'about:blank';

async function opened(address: string): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') errors.push(line.text());
  });
  await page.goto(address);
  return page;
}

const handset = (who: string) => phones.locator(`#phone-${who}`);
const answerable = (who: string) => handset(who).getByRole('button', { name: 'Answer' }).count();
const shows = (who: string, words: string | RegExp) => handset(who).getByText(words).first().waitFor();

async function dinoIsCalled(): Promise<void> {
  await handset(CUSTOMER)
    .getByRole('button', { name: /1-800-480-DINO/ })
    .click();
  await shows(CUSTOMER, 'listening');
  await handset(CUSTOMER).getByRole('button', { name: '1', exact: true }).click();
}

test('one person calls, is paged on four phones, answers as Anna and talks to herself', async () => {
  await handset(BO).getByLabel('This phone').selectOption('Answers, says nothing');
  await dinoIsCalled();
  for (const who of [ANNA, CLEO, SAL]) await shows(who, 'ringing');
  for (const who of [ANNA, BO, CLEO, SAL]) await shows(who, /^A\d+ accepts, N\d+ declines\. SEV 1 DINO-1042/);
  await handset(ANNA).getByRole('button', { name: 'Answer' }).click();
  // A key pressed before anything is said is lost, as on a real telephone.
  await shows(ANNA, /Severity 1/);
  await handset(ANNA).locator('.few').getByRole('button', { name: '1, accept' }).click();
  await shows(ANNA, /talking with .*Dana Reyes/);
  await shows(CUSTOMER, 'talking with Anna Alm');
  for (const who of [BO, CLEO, SAL]) await shows(who, /DINO-1042.*Anna Alm/);
  for (const who of [CLEO, SAL]) await expect.poll(() => answerable(who)).toBe(0);
  await handset(CUSTOMER).getByRole('button', { name: 'Hang up' }).click();
  await shows(CUSTOMER, 'call ended');

  await supervisor.goto(`${node.url}/cases`);
  await supervisor.getByRole('link', { name: 'DINO-1042' }).click();
  await supervisor.getByText('in contact').first().waitFor();
  await supervisor.getByText(/Anna Alm, by key at/).waitFor();
  const anna = supervisor.locator('.receipts tbody', { hasText: 'Anna Alm' });
  await expect.poll(() => anna.getByText('accepted', { exact: true }).count()).toBe(1);
  await expect.poll(() => anna.getByText('answered by voice instead', { exact: true }).count()).toBe(1);
  const cleo = supervisor.locator('.receipts tbody', { hasText: 'Cleo Carr' });
  await expect.poll(() => cleo.getByText('stood down', { exact: true }).count()).toBe(2);
  expect(errors).toEqual([]);
});

test('the console follows a case by itself, until Bo accepts by the link in his text', async () => {
  await dinoIsCalled();
  // Nothing is loaded anew from here on: what changes comes by itself.
  await supervisor.evaluate('globalThis.isSamePage = true');
  await supervisor.getByText('One case is being paged; nobody has accepted it.').waitFor();
  const matrix = supervisor.locator('.matrix');
  await expect.poll(() => matrix.getByText('ringing').count(), { timeout: 10_000 }).toBe(4);
  await expect.poll(() => matrix.getByText('delivered').count(), { timeout: 10_000 }).toBe(4);

  await shows(BO, /^A\d+ accepts/);
  const link = await handset(BO).locator('.texts').getByRole('link').first().getAttribute('href');
  const inBosHand = await opened(link ?? 'about:blank');
  await inBosHand.getByText('DINO-1042').first().waitFor();
  await supervisor.getByText('One case is being paged; nobody has accepted it.').waitFor();
  await inBosHand.getByRole('button', { name: /accept/i }).click();
  await inBosHand
    .getByText(/yours|you have/i)
    .first()
    .waitFor();
  await supervisor.getByText('Nothing is being paged.').waitFor();
  const open = supervisor.locator('.cases').getByRole('row', { name: /DINO-1042/ });
  await open.getByText('Bo Berg').waitFor();
  await shows(ANNA, /DINO-1042.*Bo Berg/);
  await expect.poll(() => answerable(ANNA)).toBe(0);
  expect(await supervisor.evaluate('globalThis.isSamePage')).toBe(true);
  expect(errors).toEqual([]);
});
