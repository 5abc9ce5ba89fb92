import { readFileSync } from 'node:fs';
import twilio from 'twilio';

/** A webhook as Twilio sends it; the file says where each was found. */
export interface WebhookFixture {
  id: string;
  kind: string;
  method: 'GET' | 'POST';
  params: Record<string, string>;
}

const file = new URL('../../test/fixtures/webhooks.json', import.meta.url);

export const { fixtures } = JSON.parse(readFileSync(file, 'utf8')) as { fixtures: WebhookFixture[] };

/** The parameters of one captured request. */
export function fixture(id: string): Record<string, string> {
  const found = fixtures.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no fixture ${id}`);
  return found.params;
}

export const publicUrl = 'https://desk.example.com';
export const authToken = 'test-token';

/** A request for Fastify's inject, signed as Twilio would. */
export function signedRequest(
  method: 'GET' | 'POST',
  path: string,
  params: Record<string, string | string[]> = {},
  token = authToken,
) {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const item of [value].flat()) form.append(name, item);
  }
  const inQuery = method === 'GET' && form.size > 0;
  const url = inQuery ? `${path}?${form.toString()}` : path;
  const signature = twilio.getExpectedTwilioSignature(token, publicUrl + url, inQuery ? {} : params);
  const headers = { 'x-twilio-signature': signature };
  if (method === 'GET') return { method, url, headers };
  return {
    method,
    url,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    payload: form.toString(),
  };
}
