import { afterEach, expect } from 'vitest';
import type { Telephone } from '../../phones/index.ts';
import { sign } from '../../phones/carrier/signature.ts';
import { createWorld, CUSTOMER, DINO_NUMBER, type ApiCase, type World, type WorldOptions } from './world.ts';

/** One inbound call as the call log's tables hold it. */
export interface LoggedCall {
  id: string;
  carrierId: string;
  from: string | null;
  to: string;
  caseNumber: string | null;
  choice: string | null;
  place: string;
  status: string;
  ended: boolean;
  events: { event: string; data: Record<string, unknown> }[];
}

export interface Desk extends World {
  /** A customer's telephone: `calls` the desk and waits a second for the menu. */
  customer(number?: string): Customer;
  newest(): Promise<ApiCase>;
  calls(): Promise<LoggedCall[]>;
  recordings(): Promise<{ caseNumber: string | null; url: string | null; seconds: number | null }[]>;
  /** Calls and texts of ours that responders' phones have received. */
  pagesSent(): number;
  /** Sends a webhook as the carrier would, or as somebody else would; the answer's status and body. */
  webhook(path: string, fields: Record<string, string>, how?: WebhookHow): Promise<WebhookAnswer>;
  /** An error in the log that this test means to see; any other fails it. */
  expectError(pattern: RegExp): void;
}

export interface WebhookHow {
  method?: 'GET' | 'POST';
  token?: string;
  /** Overrides the signature; null sends none. */
  signature?: string | null;
}

export interface WebhookAnswer {
  status: number;
  body: string;
  contentType: string;
}

export interface Customer {
  phone: Telephone;
  calls(to?: string, as?: string): Promise<void>;
  presses(keys: string, thenSeconds?: number): Promise<void>;
  says(text: string, thenSeconds?: number): Promise<void>;
  hangsUp(): Promise<void>;
  /** What the desk's voice has said in this call, sentences cut short included. */
  heard(): string;
  /** What it has said since the last look. */
  news(): string;
}

/** A desk a test. After each, nothing may have gone wrong unseen. */
export function desks(): (options?: WorldOptions) => Promise<Desk> {
  let desk: Desk | undefined;
  let expected: RegExp[] = [];
  afterEach(async () => {
    if (!desk) return;
    try {
      expect(desk.phones.debuggerErrors).toEqual([]);
      expect(desk.errors.filter((line) => !expected.some((pattern) => pattern.test(line)))).toEqual([]);
    } finally {
      await desk.close();
      desk = undefined;
      expected = [];
    }
  });
  return async (options) => (desk = deskOf(await createWorld(options), (p) => expected.push(p)));
}

function deskOf(world: World, expectError: (pattern: RegExp) => void): Desk {
  const desk: Omit<Desk, keyof World> = {
    expectError,
    customer: (number = CUSTOMER) => customerOf(world, number),
    newest: async () => {
      const [first] = await world.cases();
      if (!first) throw new Error('there is no case');
      return world.case(first.number);
    },
    calls: () => loggedCalls(world),
    recordings: async () =>
      (
        await world.database.pool.query<{ caseNumber: string | null; url: string; seconds: number }>(
          `SELECT s.number AS "caseNumber", r.url, r.duration_seconds AS seconds
           FROM recording r LEFT JOIN support_case s ON s.id = r.case_id ORDER BY r.created_at`,
        )
      ).rows,
    pagesSent: () =>
      world.phones
        .telephones()
        .filter((telephone) => telephone.key !== null)
        .flatMap(({ calls, texts }) => [...calls, ...texts.filter((text) => text.way === 'received')]).length,
    webhook: (path, fields, how = {}) => sendWebhook(world, path, fields, how),
  };
  return Object.assign(world, desk);
}

function customerOf(world: World, number: string): Customer {
  const phone = world.phones.telephone(number);
  let seen = 0;
  const spoken = () =>
    phone.said.filter((line) => line.kind === 'speech' && line.by !== 'me').map((line) => line.text);
  return {
    phone,
    calls: async (to = DINO_NUMBER, as) => {
      phone.dial(to, as === undefined ? {} : { from: as });
      seen = 0;
      await world.passes(1);
    },
    presses: async (keys, thenSeconds = 1) => {
      phone.press(keys);
      await world.passes(thenSeconds);
    },
    says: async (text, thenSeconds = 4) => {
      phone.say(text);
      await world.passes(thenSeconds);
    },
    hangsUp: async () => {
      phone.hangUp();
      await world.passes(1);
    },
    heard: () => spoken().join(' '),
    news: () => {
      const all = spoken();
      const fresh = all.slice(seen).join(' ');
      seen = all.length;
      return fresh;
    },
  };
}

async function loggedCalls(world: World): Promise<LoggedCall[]> {
  const { rows } = await world.database.pool.query<LoggedCall>(
    `SELECT c.id, c.carrier_id AS "carrierId", c.from_number AS "from", c.to_number AS "to", s.number AS "caseNumber",
       c.choice, c.place, c.status, c.ended_at IS NOT NULL AS ended,
       coalesce((SELECT json_agg(json_build_object('event', e.event, 'data', e.data) ORDER BY e.id)
         FROM call_event e WHERE e.call_id = c.id), '[]') AS events
     FROM call c LEFT JOIN support_case s ON s.id = c.case_id
     WHERE c.direction = 'inbound' ORDER BY c.created_at, c.id`,
  );
  return rows;
}

const TOKEN = 'a-token-for-tests';

async function sendWebhook(
  world: World,
  path: string,
  fields: Record<string, string>,
  how: WebhookHow,
): Promise<WebhookAnswer> {
  const isGet = how.method === 'GET';
  const form = new URLSearchParams(fields).toString();
  const address = path.startsWith('http') ? path : `${world.publicUrl}${path}`;
  const url = isGet ? `${address}${address.includes('?') ? '&' : '?'}${form}` : address;
  const signature = how.signature ?? sign(how.token ?? TOKEN, url, isGet ? {} : fields);
  const answer = await fetch(url, {
    method: isGet ? 'GET' : 'POST',
    headers: {
      ...(how.signature === null ? {} : { 'x-twilio-signature': signature }),
      ...(isGet ? {} : { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }),
    },
    ...(isGet ? {} : { body: form }),
  });
  const body = await answer.text();
  await world.settles();
  return { status: answer.status, body, contentType: answer.headers.get('content-type') ?? '' };
}
