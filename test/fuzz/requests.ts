import type { Draw } from './draw.ts';
import { encodedFields, signatureOf } from './fields.ts';
import type { Known } from './known.ts';
import { oddEscaped, oddText } from './oddities.ts';

export interface FuzzRequest {
  method: string;
  /** Path and query as they stand on the wire. */
  target: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/** Who sends: a carrier; anybody, to webhooks; anybody, to everything else; somebody who is signed in. */
export type Sender = 'carrier' | 'second-carrier' | 'stranger' | 'visitor' | 'supervisor';

/** How a carrier signs. */
export interface Signing {
  header: string;
  key: string;
}

/** Every header in which a signature is looked for. */
const signatureHeaders = ['x-twilio-signature', 'x-signalwire-signature'];

export interface Keys {
  publicUrl: string;
  first: Signing;
  second: Signing;
  apiToken: string;
  cookie: string;
  csrf: string;
}

const form = 'application/x-www-form-urlencoded; charset=utf-8';
const types = [
  form,
  'application/json',
  'multipart/form-data; boundary=x',
  'text/xml',
  'text/plain',
  '',
  ';;;',
];
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'];

export function nextRequest(draw: Draw, sender: Sender, known: Known, keys: Keys): FuzzRequest {
  switch (sender) {
    case 'carrier':
      return fromCarrier(draw, known, keys, keys.first);
    case 'second-carrier':
      return fromCarrier(draw, known, keys, keys.second);
    case 'stranger':
      return fromStranger(draw, known, keys);
    case 'visitor':
      return toPages(draw, known, {}, undefined);
    case 'supervisor': {
      const who = draw.chance(0.5)
        ? { cookie: keys.cookie }
        : { authorization: `Bearer ${keys.apiToken}`, cookie: keys.cookie };
      return toPages(draw, known, who, keys.csrf);
    }
  }
}

/** A webhook's address: mostly one that we give out, with ids that exist, that do not, or that are none. */
function webhookPath(draw: Draw, known: Known): string {
  const id = (of: readonly string[]) => {
    if (draw.chance(0.1)) return oddEscaped(draw);
    return draw.chance(0.85) && of.length > 0
      ? draw.one(of)
      : draw.hex(8) + '-0000-7000-8000-' + draw.hex(12);
  };
  const turn = () => (draw.chance(0.1) ? oddEscaped(draw) : String(draw.below(6)));
  const call = `/twilio/call/${id(known.calls)}`;
  const leg = `/twilio/leg/${id(known.calls)}`;
  return draw.one([
    '/twilio/voice',
    '/twilio/sms',
    '/twilio/status',
    `${call}/input/${turn()}`,
    `${call}/input/${turn()}`,
    `${call}/recorded/${turn()}`,
    `${call}/recording`,
    `${call}/hold/${turn()}`,
    `${call}/bridge`,
    `${call}/back?tries=${turn()}`,
    leg,
    `${leg}/after-bridge`,
    `${leg}/key?about=${draw.one(['offer', 'several', 'one', 'taken', 'gone', 'x'])}&tries=${turn()}`,
    `${leg}/wait`,
    `${leg}/status`,
    `/twilio/conference/${id(known.cases)}`,
    `/twilio/text/${id(known.texts)}/status`,
    `/twilio/${oddEscaped(draw)}`,
  ]);
}

function withQuery(target: string, query: string): string {
  return query === '' ? target : `${target}${target.includes('?') ? '&' : '?'}${query}`;
}

function fromCarrier(draw: Draw, known: Known, keys: Keys, { header, key }: Signing): FuzzRequest {
  const path = webhookPath(draw, known);
  const fields = encodedFields(draw, known, draw.one([0, 0.05, 0.3]));
  const isGet = draw.chance(0.15);
  const target = isGet ? withQuery(path, fields) : path;
  const signature = signatureOf(key, keys.publicUrl + target, isGet ? '' : fields);
  return {
    method: isGet ? 'GET' : 'POST',
    target,
    headers: { [header]: signature, ...(isGet ? {} : { 'content-type': form }) },
    body: isGet ? undefined : fields,
  };
}

/** Right in everything but the signature: missing, another's, malformed, or one for something else. */
function fromStranger(draw: Draw, known: Known, keys: Keys): FuzzRequest {
  const [signing, other] = draw.chance(0.5) ? [keys.first, keys.second] : [keys.second, keys.first];
  const right = fromCarrier(draw, known, keys, signing);
  const signedBy = (key: string) => signatureOf(key, keys.publicUrl + right.target, right.body ?? '');
  const others = [
    undefined,
    '',
    'x',
    `${draw.hex(27)}=`,
    `${'A'.repeat(27)}=`,
    signedBy('stolen'),
    signedBy(''),
  ];
  const method = draw.chance(0.7) ? right.method : draw.one(methods);
  const headers: Record<string, string> = { ...right.headers };
  for (const name of signatureHeaders) {
    delete headers[name];
    const signature = draw.one(others);
    if (signature !== undefined) headers[name] = signature;
  }
  // The first carrier's token is good in its own header alone.
  if (draw.chance(0.1)) headers[keys.second.header] = signedBy(keys.first.key);
  if (draw.chance(0.3)) headers['content-type'] = draw.one(types);
  if (draw.chance(0.2)) headers['x-forwarded-host'] = 'evil.example';
  const replayed = draw.chance(0.2);
  // A signature that was good for another body or address is none.
  if (replayed) headers[draw.one([signing, other]).header] = right.headers[signing.header]!;
  const target = replayed ? withQuery(right.target, `again=${draw.hex(4)}`) : right.target;
  return {
    ...right,
    method,
    target,
    headers,
    body: method === 'GET' || method === 'HEAD' ? undefined : right.body,
  };
}

const listPaths = [
  '/',
  '/calls',
  '/calls.csv',
  '/cases',
  '/people',
  '/sign-in',
  '/api/v1/cases',
  '/accounts',
  '/account',
];
const queryNames = [
  'search',
  'desk',
  'status',
  'severity',
  'outcome',
  'cursor',
  'limit',
  'caller',
  'since',
  'next',
  'zoom',
];
const accountForms = ['invite', 'password-link', 'remove', 'token', 'revoke'];
const actionNames = ['note', 'direct', 'contact', 'fix', 'close', 'page-now', 'nothing'];
const formNames = [
  'text',
  'person',
  'note',
  'buildNumber',
  'reason',
  'name',
  'password',
  'next',
  'answer',
  'csrf',
  'role',
  'id',
];

/** What takes or declines a page behind a link, and a sign-in that fails by its password alone. */
const rightFields = ['answer=accept', 'answer=decline', 'name=Sue&password=not-the-right-one'];

function toPages(
  draw: Draw,
  known: Known,
  who: Record<string, string>,
  csrf: string | undefined,
): FuzzRequest {
  const isForm = draw.chance(0.45);
  const method = isForm ? (draw.chance(0.85) ? 'POST' : draw.one(methods)) : 'GET';
  // An accept link is proof enough to accept by a press: whoever has shown nothing else may only open it.
  const tokens = csrf === undefined && method === 'POST' ? [] : known.tokens;
  const some = (of: readonly string[]) =>
    draw.chance(0.6) && of.length > 0 ? encodeURIComponent(draw.one(of)) : oddEscaped(draw);
  const path = draw.one([
    draw.one(listPaths),
    draw.one(listPaths),
    `/cases/${some(known.numbers)}`,
    `/cases/${some(known.numbers)}/${draw.one(actionNames)}`,
    `/cases/${some(known.numbers)}/${draw.one(actionNames)}`,
    `/api/v1/cases/${some(known.numbers)}`,
    `/recordings/${some(known.recordings)}`,
    `/a/${some(tokens)}`,
    `/welcome/${some([])}`,
    `/join/${some([])}`,
    `/assets/console/${oddEscaped(draw)}`,
    `/${oddEscaped(draw)}`,
    `/accounts/${draw.one(accountForms)}`,
    '/healthz',
    '/api/openapi.json',
  ]);
  const pairs = (names: readonly string[]) =>
    Array.from({ length: draw.below(4) }, () => `${draw.one(names)}=${oddEscaped(draw)}`);
  const target = draw.chance(0.7) ? withQuery(path, pairs(queryNames).join('&')) : path;
  const headers: Record<string, string> = { ...who };
  if (draw.chance(0.05)) headers['cookie'] = `afterhours=${oddEscaped(draw)}`;
  if (draw.chance(0.05))
    headers['range'] = draw.one(['bytes=0-', 'bytes=9-1', 'bytes=-', 'bytes=99999999999999999999-']);
  if (method === 'GET' || method === 'HEAD') return { method, target, headers, body: undefined };
  headers['content-type'] = draw.chance(0.85) ? form : draw.one(types);
  const proof = csrf !== undefined && draw.chance(0.9) ? [`csrf=${csrf}`] : [];
  const right = draw.chance(0.3) ? [draw.one(rightFields)] : [];
  const body = draw.chance(0.9) ? [...right, ...pairs(formNames), ...proof].join('&') : oddText(draw);
  return { method, target, headers, body };
}
