import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Node } from '../processes/node.ts';

const PASSWORD = 'a password for this story';

/** A page at an address; what goes wrong in its scripts is told. */
export async function openedIn(
  context: BrowserContext,
  address: string,
  onFault: (fault: string) => void,
): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => onFault(error.message));
  await page.goto(address);
  return page;
}

/** Whoever is invited: by whom they are in the roster, where they are. */
interface Invited {
  name: string;
  role: 'operator' | 'technician';
  person?: string;
}

/**
 * Makes the first supervisor, in a browser of their own, who invites somebody; that one is signed in in `context`. `before`: what
 * the supervisor does besides, with the token of their forms.
 */
export async function signedIn(
  browser: Browser,
  node: Node,
  context: BrowserContext,
  invited: Invited,
  before?: (supervisor: Page, csrf: string) => Promise<void>,
): Promise<void> {
  const doors = await browser.newContext();
  const ignore = () => undefined;
  const welcome = /(http\S+\/welcome\/\S+)/.exec(node.output())?.[1] ?? 'about:blank';
  const first = await openedIn(doors, welcome, ignore);
  await first.getByLabel('Name').fill('Sue Sand');
  await first.getByLabel('Password').fill(PASSWORD);
  await first.getByRole('button', { name: /supervisor|account|continue/i }).click();
  await first.waitForURL(`${node.url}/`);
  await first.goto(`${node.url}/accounts`);
  const csrf = await first.locator('[name="csrf"]').first().inputValue();
  await before?.(first, csrf);
  const link = await invite(first, node, csrf, invited);
  await doors.close();
  await joins(context, node, link, invited.name);
}

async function invite(by: Page, node: Node, csrf: string, { role, person }: Invited): Promise<string> {
  const form = { csrf, role, ...(person === undefined ? {} : { person }) };
  const made = await by.request.post(`${node.url}/accounts/invite`, {
    form,
    headers: { origin: node.url },
  });
  return /id="made-value"[^>]* value="([^"]+)"/.exec(await made.text())?.[1] ?? '';
}

async function joins(context: BrowserContext, node: Node, link: string, name: string): Promise<void> {
  const page = await openedIn(context, link, () => undefined);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${node.url}/`);
  await page.close();
}

/** Somebody who has an account signs in with it, at the page that asks for it. */
export async function signsIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
}

/** Goes with Tab to the field of this name, or to the button with these words. */
export async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    const at = await page.evaluate(
      `(({ activeElement: e }) => e.name && e.tagName !== 'BUTTON' ? e.name : e.textContent.trim())(document)`,
    );
    if (at === wanted) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${wanted}`);
}

/** What is typed in a field takes the place of what stands there. */
export async function types(page: Page, field: string, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}
