import { h } from './draw.js';
import { shortSid, timeOfDay } from './formats.js';
import { nameOf } from './model.js';

const KIND_WORDS = {
  voice: 'voice',
  'call-status': 'call status',
  sms: 'text',
  'message-status': 'text status',
  'conference-status': 'room',
  'recording-status': 'recording',
  media: 'audio',
};

const one = (value) => (Array.isArray(value) ? value[0] : value);

const LOST = { undelivered: 'not delivered', failed: 'not sent' };

/** What an exchange was about: "POST Calls.json", "call status, ringing CA…9b38". */
export function subjectOf({ kind, method, url, request }) {
  if (kind === 'rest')
    return `${method} ${url.replace(/^\/2010-04-01\/Accounts\/[^/]+\//, '').replace(/[A-Z]{2}[0-9a-f]{32}/g, shortSid)}`;
  const status = one(
    request.StatusCallbackEvent ??
      request.MessageStatus ??
      request.RecordingStatus ??
      (kind === 'sms' ? undefined : request.CallStatus),
  );
  const sid = one(request.CallSid ?? request.MessageSid ?? request.ConferenceSid);
  return [KIND_WORDS[kind] ?? kind, status && `, ${status}`, sid && ` ${shortSid(sid)}`]
    .filter(Boolean)
    .join('');
}

/** How it was answered: "200, TwiML: Gather, Say"; of a text that was lost, why. */
export function answerOf({ status, answer, note, request }) {
  const number = status === null ? 'no answer' : String(status);
  if (note) return `${number}, ${note}`;
  const lost = LOST[one(request.MessageStatus)];
  if (lost) return [lost, one(request.ErrorCode)].filter(Boolean).join(': ');
  if (!/<Response[\s>/]/.test(answer)) return number;
  const verbs = [...answer.matchAll(/<([A-Z]\w+)/g)]
    .map((match) => match[1])
    .filter((verb) => verb !== 'Response');
  return `${number}, TwiML: ${[...new Set(verbs)].join(', ') || 'nothing'}`;
}

/** Something on this line went wrong: no answer, a refusal, a fault, a text that did not arrive. */
export function wentWrong({ status, note, request }) {
  return status === null || status >= 400 || note !== undefined || one(request.MessageStatus) in LOST;
}

function who(state, entry) {
  const own = new Set(state.numbers.map((number) => number.number));
  const names = entry.numbers.filter((number) => !own.has(number)).map((number) => nameOf(state, number));
  return [...new Set(names)].join(', ');
}

function opened(entry) {
  const fields = Object.entries(entry.request).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, each]),
  );
  const filled = fields.filter(([, value]) => value !== '');
  const empty = fields.filter(([, value]) => value === '').map(([name]) => name);
  return h(
    'tr',
    { key: `more-${entry.id}`, class: 'opened' },
    h(
      'td',
      { colspan: '6' },
      h('p', { class: 'mono' }, `${entry.method} ${entry.url}`),
      filled.length > 0 &&
        h(
          'dl',
          { class: 'pairs' },
          filled.map(([name, value]) => [
            h('dt', { class: 'mono' }, name),
            h('dd', { class: 'mono' }, value),
          ]),
        ),
      empty.length > 0 && h('p', { class: 'dim small' }, `sent empty: ${empty.join(', ')}`),
      h(
        'pre',
        { class: 'mono', tabindex: '0', 'aria-label': 'Answer' },
        pretty(entry.answer) || 'an empty answer',
      ),
    ),
  );
}

function pretty(answer) {
  try {
    return JSON.stringify(JSON.parse(answer), null, 2);
  } catch {
    return answer.replace(/></g, '>\n<');
  }
}

function row(state, entry, isOpen) {
  const bad = wentWrong(entry);
  return h(
    'tr',
    { key: `row-${entry.id}`, class: bad ? 'bad' : '' },
    h('td', {}, h('time', { datetime: entry.at }, timeOfDay(entry.at))),
    h('td', { class: 'dim nowrap' }, entry.way === 'to-product' ? 'to product' : 'to carrier'),
    h(
      'td',
      {},
      h(
        'button',
        {
          type: 'button',
          class: 'unfold mono',
          'data-do': 'unfold',
          'data-entry': entry.id,
          'aria-expanded': String(isOpen),
        },
        subjectOf(entry),
      ),
    ),
    h('td', {}, who(state, entry)),
    h('td', {}, bad ? h('span', { class: 'state fail' }, answerOf(entry)) : answerOf(entry)),
    h('td', { class: 'num' }, `${entry.ms} ms`),
  );
}

const SHOWN = 40;

/** Every request and webhook, newest first. */
export function wire(state, open, shown = SHOWN) {
  const newest = state.wire.toReversed();
  if (newest.length === 0)
    return [
      h(
        'p',
        { class: 'empty dim' },
        'Nothing yet. Each request to the carrier and each webhook to the product stands here, with its answer.',
      ),
    ];
  return [
    h(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Requests, scrolls sideways' },
      h(
        'table',
        { class: 'rows' },
        h('caption', { class: 'sr' }, 'Requests between the product and the simulated carrier'),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            ['Time', 'Way', 'What', 'Who', 'Answer'].map((head) => h('th', { scope: 'col' }, head)),
            h('th', { scope: 'col', class: 'num' }, 'Took'),
          ),
        ),
        h(
          'tbody',
          {},
          newest
            .slice(0, shown)
            .flatMap((entry) => [row(state, entry, open.has(entry.id)), open.has(entry.id) && opened(entry)]),
        ),
      ),
    ),
    newest.length > shown &&
      h(
        'p',
        {},
        h(
          'button',
          { type: 'button', class: 'btn', 'data-do': 'more-wire' },
          `Show ${newest.length - shown} older`,
        ),
      ),
  ];
}
