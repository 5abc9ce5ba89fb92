import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { anna, bo, sal, sue } from '../support/people.ts';
import { Colleague, supervisorOf } from '../support/sign-in.ts';
import { createWorld, type World } from '../support/world.ts';
import { startBrowser } from './phones-page.fixture.ts';

const NEW_NUMBER = '+12025550177';

let browser: Browser;
let world: World;
let context: BrowserContext;
let errors: string[];

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  world = await createWorld({ people: [anna, bo, sal, sue] });
  errors = [];
  context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  context.setDefaultTimeout(45_000);
});
afterEach(async () => {
  await context?.close();
  await world?.close();
});

/** Anna's telephone, signed in as a technician who is paged as Anna. */
async function annasBrowser(path: string): Promise<Page> {
  const supervisor = new Colleague(world, await supervisorOf(world));
  const annas = await supervisor.brings('technician', 'Anna Alm');
  await world.database.pool.query(`UPDATE account SET person = 'anna' WHERE name = 'Anna Alm'`);
  const [name = '', value = ''] = annas.cookie.split('; ')[0]!.split('=');
  await context.addCookies([{ name, value, url: world.publicUrl }]);
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${world.publicUrl}${path}`);
  return page;
}

const sentCode = () =>
  /^(\d{6}) is your code/.exec(world.phones.telephone(NEW_NUMBER).texts.at(-1)?.body ?? '')?.[1] ?? 'none';

test('somebody changes their number on their telephone, by the code that is texted to the new one', async () => {
  const page = await annasBrowser('/people');
  await page.getByRole('link', { name: 'Anna Alm' }).last().click();
  await page.waitForURL(`${world.publicUrl}/people/anna`);
  const texts = page.getByRole('region', { name: 'Texts' });
  await expect.poll(() => texts.innerText()).toMatch(/not verified/);
  await texts.getByLabel('This number, or another').fill('202 555 0177');
  await texts.getByRole('button', { name: 'Text a code' }).click();
  await world.passes(2);
  await expect.poll(() => texts.innerText()).toMatch(/sent to \+1 202 555 0177, good until/);
  await texts.getByLabel('Code').fill('000000');
  await texts.getByRole('button', { name: 'This is the code' }).click();
  await expect.poll(() => texts.innerText()).toMatch(/That is not the code\. 4 tries are left/);
  await texts.getByLabel('Code').fill(sentCode());
  await page.keyboard.press('Enter');
  await expect.poll(() => texts.innerText()).toMatch(/\+1 202 555 0177[\s\S]*verified/);
  expect(await texts.innerText()).not.toMatch(/not verified/);
  expect(await texts.getByLabel('Code').count()).toBe(0);
  expect(errors).toEqual([]);
});

test('the page of a colleague offers no change, and the contact card comes as a file', async () => {
  const page = await annasBrowser('/people/bo');
  expect(await page.getByRole('button', { name: /code/ }).count()).toBe(0);
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'the contact card' }).click();
  expect((await coming).suggestedFilename()).toBe('afterhours.vcf');
});
