import { createPhones } from '../index.ts';
import type { Phones, PhonesOptions } from '../index.ts';
import { createFakeProduct } from './fake-product.ts';
import type { FakeProduct } from './fake-product.ts';
import { createVirtualClock } from './virtual-clock.ts';
import type { VirtualClock } from './virtual-clock.ts';

export const SID = 'AC00000000000000000000000000000001';
export const TOKEN = 'a-token-for-tests';
export const DESK = '+12025550199';
export const CALLER = '+12025550100';
export const ANNA = '+12025550111';
export const BO = '+12025550112';

export interface RestAnswer {
  status: number;
  json: Record<string, unknown>;
}

export interface World {
  phones: Phones;
  product: FakeProduct;
  clock: VirtualClock;
  /** Lets so many simulated seconds pass. */
  pass(seconds: number): Promise<void>;
  /** POSTs a form to the REST API, below the account. */
  post(path: string, form: Record<string, string | string[]>): Promise<RestAnswer>;
  get(path: string): Promise<RestAnswer>;
  request(method: string, path: string): Promise<RestAnswer>;
  /** An outbound call to Anna, with every callback, its document at /answer. */
  callAnna(form?: Record<string, string | string[]>): Promise<string>;
  close(): Promise<void>;
}

/** A simulated carrier on a virtual clock beside a fake product. */
export async function createWorld(options: Partial<PhonesOptions> = {}): Promise<World> {
  const product = await createFakeProduct();
  const clock = createVirtualClock();
  const number = {
    number: DESK,
    name: 'Dino support',
    voiceUrl: `${product.url}/voice`,
    smsUrl: `${product.url}/sms`,
    statusUrl: `${product.url}/status`,
  };
  const people = [
    { key: 'anna', name: 'Anna Alm', role: 'senior-technician', number: ANNA },
    { key: 'bo', name: 'Bo Berg', role: 'senior-technician', number: BO },
  ];
  const phones = await createPhones({
    accountSid: SID,
    authToken: TOKEN,
    clock,
    callsPerSecond: 50,
    seed: 7,
    numbers: [number],
    people,
    ...options,
  });
  const authorization = `Basic ${Buffer.from(`${SID}:${TOKEN}`).toString('base64')}`;
  const send = async (method: string, path: string, body?: URLSearchParams): Promise<RestAnswer> => {
    const reply = await fetch(`${phones.url}/2010-04-01/Accounts/${SID}/${path}`, {
      method,
      headers: { authorization },
      ...(body ? { body } : {}),
    });
    const text = await reply.text();
    const isJson = (reply.headers.get('content-type') ?? '').startsWith('application/json');
    return { status: reply.status, json: isJson ? (JSON.parse(text) as Record<string, unknown>) : {} };
  };
  const post: World['post'] = (path, form) => {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(form)) [value].flat().forEach((one) => body.append(name, one));
    return send('POST', path, body);
  };
  return {
    phones,
    product,
    clock,
    post,
    get: (path) => send('GET', path),
    request: (method, path) => send(method, path),
    pass: (seconds) => clock.advance(seconds * 1000, () => phones.idle()),
    callAnna: async (form = {}) => {
      const answer = await post('Calls.json', {
        From: DESK,
        To: ANNA,
        Url: `${product.url}/answer`,
        StatusCallback: `${product.url}/progress`,
        StatusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
        ...form,
      });
      return answer.json['sid'] as string;
    },
    close: async () => {
      await phones.close();
      await product.close();
    },
  };
}
