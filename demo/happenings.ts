import type { CallState, PhonesState, PhoneState } from './phones.ts';

/** One thing that happened at a telephone. `number` is whose, `call` tells its calls apart. */
export type Happening = { at: string; number: string } & (
  | { kind: 'dialled' | 'rang' | 'answered' | 'stopped-ringing' | 'hung-up'; call: string }
  | { kind: 'heard' | 'pressed'; call: string; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'joined'; call: string; with: string }
);

/** All that a state of the phones tells, under a key each, so that the next state's news can be told apart. */
function happeningsIn(state: PhonesState): Map<string, Happening> {
  const found = new Map<string, Happening>();
  for (const phone of [...state.people, ...state.customers]) {
    for (const [key, happening] of ofPhone(phone, state.now)) found.set(key, happening);
  }
  return found;
}

/** What `state` tells that was not `known` yet, in the order in which it happened; `known` grows by it. */
export function newsIn(state: PhonesState, known: Set<string>): Happening[] {
  const news = [...happeningsIn(state)].filter(([key]) => !known.has(key));
  for (const [key] of news) known.add(key);
  return news.map(([, happening]) => happening).sort((a, b) => a.at.localeCompare(b.at));
}

function* ofPhone(phone: PhoneState, now: string): Generator<[string, Happening]> {
  const { number } = phone;
  for (const { sid, at, way, body } of phone.texts) {
    if (way === 'received') yield [sid, { at, number, kind: 'text', text: body }];
  }
  for (const call of [phone.lastCall, phone.call]) {
    if (call) yield* ofCall(call, number, now);
  }
}

function* ofCall(call: CallState, number: string, now: string): Generator<[string, Happening]> {
  const { sid } = call;
  const incoming = call.way === 'incoming';
  if (!incoming) yield [`${sid} dialled`, { at: call.startedAt, number, kind: 'dialled', call: sid }];
  if (incoming) yield [`${sid} rang`, { at: call.startedAt, number, kind: 'rang', call: sid }];
  if (call.answeredAt !== null && incoming)
    yield [`${sid} answered`, { at: call.answeredAt, number, kind: 'answered', call: sid }];
  for (const [index, line] of call.said.entries()) {
    const kind = line.kind === 'speech' ? 'heard' : line.kind === 'keys' ? 'pressed' : undefined;
    if (kind) yield [`${sid} ${index}`, { at: line.at, number, kind, call: sid, text: line.text }];
  }
  for (const other of call.with) {
    yield [`${sid} with ${other}`, { at: now, number, kind: 'joined', call: sid, with: other }];
  }
  if (call.endedAt === null) return;
  const kind = call.answeredAt === null ? 'stopped-ringing' : 'hung-up';
  yield [`${sid} ended`, { at: call.endedAt, number, kind, call: sid }];
}
