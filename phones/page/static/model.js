// Reads the state of the simulated world: who is who, in what state a phone is, what is being said. No page in here.
import { grouped } from './formats.js';

const ROLE_OF_CUSTOMERS = 'customer';

/** Everybody who is paged: all people but those whose role is "customer". */
export function staff(state) {
  return state.people.filter((person) => person.role !== ROLE_OF_CUSTOMERS);
}

export function phoneOf(state, number) {
  return [...state.people, ...state.customers].find((phone) => phone.number === number) ?? null;
}

/** The name behind a number: a person's, the desk's, or the number itself. */
export function nameOf(state, number) {
  const desk = state.numbers.find((own) => own.number === number);
  return (
    phoneOf(state, number)?.name ||
    desk?.name ||
    (number === 'anonymous' ? 'number withheld' : grouped(number))
  );
}

export const WITHHELD = 'withheld';
export const ANOTHER = 'another';

/** A number of fiction that nobody has. */
function spare(state, endings) {
  const used = new Set([...state.numbers, ...state.people].map((known) => known.number));
  return endings.map((ending) => `+120255501${ending}`).find((number) => !used.has(number)) ?? '+12025550187';
}

/**
 * As whom the customer's phone can call: [{ value, label, phone, from? }]. Customers whom the product named come first,
 * then a stranger, a withheld number, and phones that called before.
 */
export function callers(state, another = null) {
  const known = state.people.filter((person) => person.role === ROLE_OF_CUSTOMERS);
  const first = spare(state, ['00', '01', '02']);
  const stranger = spare(state, ['99', '98', '97']);
  const hidden = spare(state, ['95', '94', '93']);
  const list = known.map(({ name, number }) => ({
    value: number,
    label: `${name}, ${grouped(number)}`,
    phone: number,
  }));
  if (known.length === 0) list.push({ value: first, label: `A customer, ${grouped(first)}`, phone: first });
  list.push({ value: stranger, label: `A stranger, ${grouped(stranger)}`, phone: stranger });
  list.push({ value: WITHHELD, label: 'Number withheld', phone: hidden, from: 'anonymous' });
  const listed = new Set(list.map((caller) => caller.phone));
  const others = [...state.customers.map((phone) => phone.number), ...(another ? [another] : [])];
  for (const number of new Set(others))
    if (!listed.has(number)) list.push({ value: number, label: grouped(number), phone: number });
  return list;
}

/** The telephone of a caller; one that has never been used has no state yet. */
export function callerPhone(state, caller) {
  return (
    phoneOf(state, caller.phone) ?? {
      number: caller.phone,
      name: '',
      role: '',
      key: null,
      call: null,
      others: [],
      lastCall: null,
      texts: [],
      personality: { kind: 'manual' },
      texting: null,
    }
  );
}

/** Customers' phones besides the one in the dial pad's hand that ring or talk now. */
export function otherCustomers(state, held) {
  const known = state.people.filter((person) => person.role === ROLE_OF_CUSTOMERS);
  return [...known, ...state.customers].filter((phone) => phone.call && phone.number !== held);
}

/** The state of a call in a word, its shape, and how the phone is framed. */
export function callState(state, call) {
  if (!call) return { word: 'no call', shape: 'none', frame: '' };
  if (call.state === 'ringing') return { word: 'ringing', shape: 'live ringing', frame: 'live' };
  if (call.state === 'calling') return { word: 'calling', shape: 'live', frame: 'live' };
  if (call.state === 'on-hold') return { word: 'on hold', shape: 'live', frame: 'live' };
  if (call.state === 'ended') return { ...endWord(call), frame: '' };
  if (call.with.length === 0) return { word: 'listening', shape: 'talk', frame: 'talking' };
  const names = call.with.map((number) => nameOf(state, number)).join(', ');
  return { word: `talking with ${names}`, shape: 'talk', frame: 'talking' };
}

const END_WORDS = {
  busy: ['busy', 'none'],
  failed: ['failed', 'fail'],
  'no-answer': ['not answered', 'none'],
  canceled: ['stopped ringing', 'down'],
};

function endWord(call) {
  const [word, shape] = END_WORDS[call.status] ?? ['call ended', 'done'];
  return { word: call.way === 'outgoing' && call.status === 'no-answer' ? 'gave up' : word, shape };
}

/** Milliseconds that a call has lasted: since it was answered, or since it began to ring. */
export function callLength(call, nowMs) {
  const end = call.endedAt ? Date.parse(call.endedAt) : nowMs;
  return end - Date.parse(call.answeredAt ?? call.startedAt);
}

/** The line that is being spoken or played now, or null. */
export function presentLine(call, nowMs) {
  if (!call || call.state === 'ended') return null;
  return (
    call.said.findLast((line) => !line.cut && line.kind !== 'keys' && Date.parse(line.endsAt) > nowMs) ?? null
  );
}

/** A spoken text in three parts: before, the clause that is being spoken now, and what comes. Time goes by words. */
export function splitAtPresent(line, nowMs) {
  const begins = Date.parse(line.at);
  const share = (nowMs - begins) / Math.max(1, Date.parse(line.endsAt) - begins);
  const clauses = line.text.match(/[^,.;:?!]+(?:[,.;:?!]+\s*|$)/g) ?? [line.text];
  const countWords = (text) => text.trim().split(/\s+/).filter(Boolean).length;
  const all = Math.max(1, countWords(line.text));
  let spoken = 0;
  let index = clauses.findIndex((clause) => (spoken += countWords(clause)) / all > share);
  if (index < 0) index = clauses.length - 1;
  const now = clauses[index].trimEnd();
  const before = clauses.slice(0, index).join('');
  return [before, now, line.text.slice(before.length + now.length)];
}

/** What the keys do, in the words of the present document: "press 1 to accept". */
export function keyWords(call) {
  const words = {};
  for (const line of call.said.slice(call.documentBegins))
    if (line.by === 'carrier' && line.kind === 'speech')
      for (const [, key, word] of line.text.matchAll(/\b([0-9])(?: again)? to ([\p{L}]+)/giu))
        words[key] = word;
  return words;
}

/** The newest code that a phone got by text, such as A42, or null. */
export function newestCode(texts) {
  for (const text of texts.toReversed()) {
    const code = text.way === 'received' ? /\bA\d{1,4}\b/.exec(text.body) : null;
    if (code) return code[0];
  }
  return null;
}

/** How far a text has come. */
export function delivery(text) {
  const code = text.errorCode ? `: ${text.errorCode}` : '';
  if (text.way === 'sent') return 'sent';
  if (text.status === 'undelivered') return `not delivered${code}`;
  if (text.status === 'failed') return `not sent${code}`;
  return text.status === 'delivered'
    ? 'delivered'
    : text.status === 'sent'
      ? 'sent, not confirmed'
      : 'on its way';
}

/** Who is on the line with whom: lists of numbers, each conversation once. */
export function conversations(state) {
  const groups = new Map();
  for (const phone of [...state.people, ...state.customers]) {
    if (!phone.call || phone.call.with.length === 0) continue;
    const members = [phone.number, ...phone.call.with].sort();
    groups.set(members.join(), members);
  }
  return [...groups.values()];
}

/** The console's address: the product's webhooks without their path. Null when the account has no numbers. */
export function consoleUrl(state) {
  const url = state.numbers.find((number) => number.voiceUrl)?.voiceUrl;
  if (!url) return null;
  return url.includes('/twilio/voice') ? url.replace(/\/twilio\/voice.*$/, '') : new URL(url).origin;
}

/** Nobody has used these phones yet. */
export function isFresh(state) {
  return [...state.people, ...state.customers].every(
    (phone) => !phone.call && !phone.lastCall && phone.texts.length === 0,
  );
}
