import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { createPhones } from '../../phones/index.ts';
import type { Phones, PhonesOptions } from '../../phones/index.ts';
import { createFakeProduct } from '../../phones/testing/fake-product.ts';
import type { FakeProduct } from '../../phones/testing/fake-product.ts';

const SID = 'AC00000000000000000000000000000002';
const TOKEN = 'a-token-for-the-page';
export const DESK = '+18004803466';
export const ANNA = '+12025550111';
export const BO = '+12025550112';
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Starts the browser, or says how to get one. */
export async function startBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM))
    throw new Error(
      `no Chromium at ${CHROMIUM}: "apt-get install -y chromium", or set CHROMIUM_PATH to one that is there`,
    );
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface PhonesWorld {
  phones: Phones;
  product: FakeProduct;
  close(): Promise<void>;
}

const PEOPLE = [
  { key: 'anna', name: 'Anna Alm', role: 'senior-technician', number: ANNA },
  { key: 'bo', name: 'Bo Berg', role: 'senior-technician', number: BO },
  { key: 'cleo', name: 'Cleo Carr', role: 'senior-technician', number: '+12025550113' },
  { key: 'sal', name: 'Sal Stone', role: 'sales', number: '+12025550114' },
];

/**
 * The phones in real time beside a product of a few lines: key 1 holds the caller and pages everybody by voice and
 * text; the first who presses 1 is joined with the caller.
 */
export async function createPhonesWorld(options: Partial<PhonesOptions> = {}): Promise<PhonesWorld> {
  const product = await createFakeProduct();
  const phones = await createPhones({
    accountSid: SID,
    authToken: TOKEN,
    callsPerSecond: 50,
    seed: 7,
    numbers: [
      {
        number: DESK,
        name: 'Dino support',
        voiceUrl: `${product.url}/voice`,
        smsUrl: `${product.url}/sms`,
        statusUrl: `${product.url}/status`,
      },
    ],
    people: PEOPLE,
    ...options,
  });
  playProduct(phones, product);
  return {
    phones,
    product,
    close: async () => {
      await phones.close();
      await product.close();
    },
  };
}

function playProduct(phones: Phones, product: FakeProduct): void {
  const at = (path: string) => `${product.url}${path}`;
  const order = (path: string, form: Record<string, string>) =>
    void fetch(`${phones.url}/2010-04-01/Accounts/${SID}/${path}`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${SID}:${TOKEN}`).toString('base64')}` },
      body: new URLSearchParams(form),
    });
  const room = '<Dial><Conference beep="false">DINO-1042</Conference></Dial>';
  let callerSid = '';
  product.on(
    '/voice',
    `<Gather input="dtmf speech" numDigits="1" timeout="10" action="${at('/menu')}"><Say>Dino support. Not operational, press 1. Severe problems, press 2.</Say></Gather>`,
  );
  product.on('/menu', ({ params }) => {
    callerSid = params['CallSid'] ?? '';
    PEOPLE.forEach(({ number: To }, index) => {
      const callback = { StatusCallback: at('/progress') };
      order('Calls.json', { To, From: DESK, Url: at('/page'), Timeout: '25', ...callback });
      const code = 42 + index;
      const Body = `A${code} accepts, N${code} declines. SEV 1 DINO-1042 Acme Insurance: not operational. On hold. ${at(`/a/${code}`)}`;
      order('Messages.json', { To, From: DESK, Body, ...callback });
    });
    return `<Say>Your case is D I N O, 1 0 4 2. Four people are being called. Hold, or hang up and we call you.</Say><Enqueue waitUrl="${at('/hold')}">hold</Enqueue>`;
  });
  product.on('/hold', '<Say>Four phones are ringing.</Say><Pause length="5"/>');
  product.on(
    '/page',
    `<Gather numDigits="1" action="${at('/accept')}" timeout="20"><Say>Severity 1. Acme Insurance, case D I N O, 1 0 4 2. Press 1 to accept, 2 to decline, 9 to repeat.</Say></Gather>`,
  );
  product.on('/accept', () => {
    order(`Calls/${callerSid}.json`, { Url: at('/bridge') });
    return room;
  });
  product.on('/bridge', `<Say>Anna takes your case.</Say>${room}`);
  product.on('/wrong', '<Sing>la</Sing>');
}
