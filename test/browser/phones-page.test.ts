import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ANNA, BO, createPhonesWorld, DESK, startBrowser } from './phones-page.fixture.ts';
import type { PhonesWorld } from './phones-page.fixture.ts';

const CUSTOMER = '+12025550100';
const SECOND = '+12025550150';

let browser: Browser;
let world: PhonesWorld;
let page: Page;
let errors: string[];

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  world = await createPhonesWorld();
});
afterEach(async () => {
  await page.context().close();
  await world.close();
});

async function open(options: BrowserContextOptions = {}): Promise<void> {
  page = await (await browser.newContext({ viewport: { width: 1440, height: 1000 }, ...options })).newPage();
  page.setDefaultTimeout(45_000);
  errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') errors.push(line.text());
  });
  await page.goto(world.phones.url);
  await page.locator('body[data-ready]').waitFor();
}

const handset = (number: string) =>
  page.locator(number === CUSTOMER ? '#phone-customer' : `#phone-${number.slice(1)}`);
const shows = (number: string, words: string) => handset(number).getByText(words).first().waitFor();

test('one visitor calls, is held, answers as Anna, accepts, and both are on the line together', async () => {
  await open();
  await page.getByText('Dial 1-800-480-DINO and press 1.').waitFor();
  await handset(CUSTOMER).getByRole('button', { name: 'Dino support, 1-800-480-DINO' }).click();
  await shows(CUSTOMER, 'listening');
  await handset(CUSTOMER).locator('.said .now mark').waitFor();
  expect(await page.getByText('Dial 1-800-480-DINO and press 1.').count()).toBe(0);

  await handset(CUSTOMER).locator('.shell').focus();
  await page.keyboard.press('1');
  await handset(CUSTOMER).locator('.said .key').waitFor();
  await shows(ANNA, 'ringing');
  await handset(ANNA).getByRole('button', { name: 'Answer' }).click();
  await shows(ANNA, 'listening');
  await handset(ANNA).locator('.few').getByRole('button', { name: '1, accept' }).click();
  await shows(ANNA, 'talking with +1 202 555 0100');
  await shows(CUSTOMER, 'talking with Anna Alm');
  await page.getByText('on the line together').waitFor();

  await handset(CUSTOMER).getByPlaceholder('Words to say').fill('All machines stand still.');
  await handset(CUSTOMER).getByRole('button', { name: 'Say it' }).click();
  await shows(ANNA, '+1 202 555 0100: “');
  await handset(CUSTOMER).getByRole('button', { name: 'Hang up' }).click();
  await shows(CUSTOMER, 'call ended');
  expect(errors).toEqual([]);
});

test('what is typed, and where, stays while the world changes under it', async () => {
  await open();
  const reply = handset(BO).getByLabel('Reply as Bo Berg');
  await reply.click();
  await page.keyboard.type('I can');
  world.phones.telephone(CUSTOMER).dial(DESK);
  await shows(CUSTOMER, 'listening');
  world.phones.telephone(CUSTOMER).press('1');
  await handset(BO).getByText('delivered').waitFor();
  expect(await reply.getAttribute('placeholder')).toBe('A43');
  expect(await handset(BO).getByRole('link').getAttribute('href')).toBe(`${world.product.url}/a/43`);
  await page.keyboard.type('not');
  expect(await reply.inputValue()).toBe('I cannot');
  await page.keyboard.press('Enter');
  await handset(BO).locator('.texts .me').getByText('I cannot').waitFor();
  expect(world.phones.telephone(BO).texts.at(-1)).toMatchObject({ body: 'I cannot', remote: DESK });
});

test('how phones and the carrier behave is set here, and what a script sets is shown', async () => {
  await open();
  await handset(ANNA).getByLabel('This phone').selectOption('Voicemail after 20 s');
  await page.getByLabel('Texts are not delivered, 30005: whose phone').selectOption('for Bo Berg');
  await page.getByLabel('Texts are not delivered, 30005', { exact: true }).check();
  await page.getByText('1 on', { exact: true }).waitFor();
  expect(world.phones.telephone(ANNA).personality).toEqual({ kind: 'voicemail' });
  expect(world.phones.faults.list()).toMatchObject([{ kind: 'sms-undelivered', code: 30005, number: BO }]);
  await page.getByLabel('Answers after, ms').fill('40');
  await page.getByLabel('Calls a second').fill('3');
  await page.getByLabel('Calls a second').press('Tab');
  await page.getByText('2 on', { exact: true }).waitFor();
  await expect.poll(() => world.phones.state().settings.callsPerSecond).toBe(3);
  await page.getByLabel('Calls a second').fill('0');
  await page.getByLabel('Calls a second').press('Tab');
  await page.getByText(/^callsPerSecond: /).waitFor();
  await expect.poll(() => page.getByLabel('Calls a second').inputValue()).toBe('3');

  world.phones.telephone(BO).personality = { kind: 'busy' };
  await expect.poll(() => handset(BO).getByLabel('This phone').inputValue()).toBe('busy');
  await page.getByRole('button', { name: 'Hang up all, start again' }).click();
  await page.getByText('none is on').waitFor();
});

test('a second customer rings beside the first, and mistakes of the product are loud', async () => {
  await open();
  world.product.on('/voice', '<Sing>la</Sing>');
  world.phones.telephone(SECOND).dial(DESK);
  await handset(SECOND).getByText('listening').waitFor();
  const alarm = page.getByRole('alert').filter({ hasText: '<Sing>' });
  await alarm.waitFor();
  await page.getByRole('button', { name: 'Seen' }).click();
  await expect.poll(() => alarm.count()).toBe(0);
  await page.locator('.unfold').first().click();
  await page.locator('.opened pre').getByText('<Sing>').waitFor();
});

test('on a narrow page nothing is cut off, and the list of phones leads to each', async () => {
  await open({ viewport: { width: 360, height: 740 } });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  await page.locator('#jump').getByRole('link', { name: 'Sal' }).click();
  await expect
    .poll(() => handset('+12025550114').evaluate((phone) => Math.round(phone.getBoundingClientRect().top)))
    .toBeLessThan(140);
});

test('when the phones are gone the page says since when it knows nothing', async () => {
  await open();
  await world.phones.close();
  await page.getByText(/Not updated since \d\d:\d\d:\d\d\. The phones do not answer/).waitFor();
});
