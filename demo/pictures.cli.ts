import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { readOptions, tellUsage } from '../src/command-line/index.ts';
import { projectRoot } from '../src/config/index.ts';
import { becomeSupervisor, startBrowser } from './browser.ts';
import { PhonesClient } from './phones.ts';
import { playScenes } from './scenes.ts';
import { startDemoService, type DemoService } from './service.ts';
import { writeShortenedScripts } from './shortened-scripts.ts';

const usage = `Usage: npm run pictures
  Plays a short story on real processes and takes the pictures of docs/images anew; needs Chromium.`;

const read = readOptions(process.argv.slice(2), {});
if (read.ok !== true) process.exit(tellUsage(read, usage));

const pictures = join(projectRoot(), 'docs', 'images');
const viewport = { width: 1440, height: 1000 };
/** What a page of documentation may weigh. */
const mostBytes = 300_000;

type Scheme = 'light' | 'dark';

const folder = mkdtempSync(join(tmpdir(), 'afterhours-pictures-'));
chmodSync(folder, 0o711);
let service: DemoService | undefined;
let browser: Browser | undefined;
try {
  browser = await startBrowser();
  service = await startDemoService(folder, writeShortenedScripts(join(folder, 'scripts')).folder);
  await takePictures(browser, service);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await browser?.close();
  await service?.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function takePictures(of: Browser, from: DemoService): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const context = await of.newContext({ viewport, timezoneId: 'America/New_York' });
  const supervisor = await becomeSupervisor(context, from);
  const phonesPage = await opened(context, from.phonesUrl);
  await phonesPage.locator('body[data-ready]').waitFor();
  await playScenes(new PhonesClient(from.phonesUrl), {
    ringing: async () => {
      for (const scheme of ['dark', 'light'] as const) await take(phonesPage, `phones-${scheme}`, scheme);
      await supervisor.goto(from.url);
      await take(supervisor, 'now-dark', 'dark');
    },
    over: async () => {
      await supervisor.goto(`${from.url}/cases`);
      await supervisor.getByRole('row', { name: 'Acme' }).getByRole('link').first().click();
      await supervisor.locator('h1.case').waitFor();
      await take(supervisor, 'case-light', 'light');
    },
  });
}

async function opened(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

async function take(page: Page, name: string, colorScheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const path = join(pictures, `${name}.png`);
  await page.screenshot({ path });
  const { size } = statSync(path);
  console.log(`docs/images/${name}.png, ${Math.ceil(size / 1000)} kB`);
  if (size > mostBytes) throw new Error(`${name}.png has ${size} bytes, more than ${mostBytes}`);
}
