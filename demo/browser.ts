import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { DemoService } from './service.ts';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** @throws Error that says how to get Chromium when it is missing. */
export async function startBrowser(): Promise<Browser> {
  if (!existsSync(executablePath)) {
    throw new Error(
      `no Chromium at ${executablePath}: "apt-get install -y chromium", or set CHROMIUM_PATH to one that is there`,
    );
  }
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath, args: [...args, ...quiet] });
}

/** Becomes the first supervisor through the link that the service has printed; the context stays signed in. */
export async function becomeSupervisor(context: BrowserContext, service: DemoService): Promise<Page> {
  const page = await context.newPage();
  await page.goto(service.firstLink);
  await page.getByLabel('Name').fill('Sue Sand');
  await page.getByLabel('Password').fill('a password for pictures');
  await page.getByRole('button').first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}
