import type { Call, Line } from '../carrier/call.ts';
import { answerCall, endCall } from '../carrier/calls.ts';
import type { Carrier } from '../carrier/carrier.ts';
import type { Message, MessageStatus } from '../carrier/model.ts';
import { receiveCall, receiveText } from '../switchboard/index.ts';
import { speechMs } from '../verbs/index.ts';
import { deedsOf, replyTo } from './personality.ts';
import type { Deed, Personality, Texting } from './personality.ts';
import { viewCall } from './call-view.ts';
import type { CallView } from './call-view.ts';

/** One text on a phone, as its owner sees it. Sent ones that never arrived are kept for the page, with their status. */
export interface TextView {
  sid: string;
  at: Date;
  way: 'received' | 'sent';
  remote: string;
  body: string;
  status: MessageStatus;
  errorCode: number | null;
}

const KEY_PAUSE_MS: Readonly<Record<string, number>> = { w: 500, W: 1000 };
const KEYS = /^[0-9*#wW]+$/;

/** A telephone and its owner: played by a test, by the page, or by its personality. */
export class Telephone {
  readonly number: string;
  name: string;
  role: string;
  /** The key of a person of the product's; null for a customer's or stranger's phone. */
  key: string | null = null;
  /** How many calls it takes at the same time: one, unless it is a company's switchboard. */
  lines = 1;
  readonly #carriers: readonly Carrier[];
  #personality: Personality = { kind: 'manual' };
  #texting: Texting | null = null;
  readonly #calls: Call[] = [];
  /** Of several live calls the one that its owner is at. */
  #inHand: Call | undefined;

  /** `carriers`: by which it can be reached and can dial, at least one of them by the time that it does. */
  constructor(carriers: readonly Carrier[], number: string) {
    this.#carriers = carriers;
    this.number = number;
    this.name = '';
    this.role = '';
  }

  get personality(): Personality {
    return this.#personality;
  }

  set personality(personality: Personality) {
    this.#personality = personality;
    this.#carrier.changed({ what: 'phones', number: this.number });
  }

  /** The automatic reply to texts, or null. */
  get texting(): Texting | null {
    return this.#texting;
  }

  set texting(texting: Texting | null) {
    this.#texting = texting;
    this.#carrier.changed({ what: 'phones', number: this.number });
  }

  /** Every call of this phone, oldest first, the live one last. */
  get calls(): CallView[] {
    return this.#calls.map((call) => viewCall(call.carrier, call));
  }

  /** All live calls: one at the most, unless the phone has several lines. */
  get liveCalls(): CallView[] {
    return this.#lives().map((call) => viewCall(call.carrier, call));
  }

  /** The owner turns to one of the live calls: what is done and heard from now on is done and heard in it. */
  turnTo(sid: string): void {
    const call = this.#lives().find((live) => live.sid === sid);
    if (!call) throw new Error(`${this.number} has no live call ${sid}`);
    this.#inHand = call;
    this.#carrier.changed({ what: 'phones', number: this.number });
  }

  /** The live call, ringing or talking; null when the phone is on the hook. */
  get call(): CallView | null {
    const live = this.#live();
    return live ? viewCall(live.carrier, live) : null;
  }

  /** What was heard, said and keyed on the live call, or on the last one. */
  get said(): readonly Line[] {
    return (this.#live() ?? this.#calls.at(-1))?.said ?? [];
  }

  /** The numbers that this phone is joined with now. */
  get with(): string[] {
    return this.call?.with ?? [];
  }

  get texts(): TextView[] {
    return this.#carriers
      .flatMap((carrier) => [...carrier.messages.values()])
      .filter((message) => message.from === this.number || message.to === this.number)
      .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
      .map((message) => ({
        sid: message.sid,
        at: message.createdAt,
        way: message.direction === 'inbound' ? 'sent' : 'received',
        remote: message.direction === 'inbound' ? message.to : message.from,
        body: message.body,
        status: message.status,
        errorCode: message.errorCode,
      }));
  }

  /** Dials a number of the account. Throws when the phone is in use. */
  dial(to: string, options: { from?: string } = {}): CallView {
    if (this.#live()) throw new Error(`${this.number} is already on a call; hang up first`);
    const call = receiveCall(this.#carrierOf(to), this.number, options.from ?? this.number, to);
    this.#adopt(call);
    return viewCall(call.carrier, call);
  }

  /** Picks up. Throws unless the phone rings. */
  answer(): void {
    const call = this.#need('ringing');
    answerCall(call.carrier, call);
  }

  /** Refuses a ringing call: the caller hears "busy". */
  reject(): void {
    const call = this.#need('ringing');
    endCall(call.carrier, call, 'busy', 486);
  }

  /** Presses keys at once; `w` waits half a second, `W` one, on the simulated clock. */
  press(keys: string): void {
    if (!KEYS.test(keys)) throw new Error(`keys are 0-9, *, # and w or W to wait, not "${keys}"`);
    this.#pressIn(this.#need('talking'), keys);
  }

  #pressIn(call: Call, keys: string): void {
    const key = keys[0] ?? '';
    const waitMs = KEY_PAUSE_MS[key];
    if (waitMs === undefined) {
      const now = this.#carrier.clock.now();
      call.hear({ at: now, by: 'me', kind: 'keys', text: key, endsAt: now, cut: false });
      call.key(key);
    }
    const rest = keys.slice(1);
    if (rest === '') return;
    if (call.ended) return;
    if (waitMs === undefined) return this.#pressIn(call, rest);
    this.#carrier.clock.after(waitMs, () => {
      if (!call.ended) this.#pressIn(call, rest);
    });
  }

  /** Speaks: to a Gather that listens for speech, to a recording, to whoever is joined. */
  say(text: string): void {
    this.#sayIn(this.#need('talking'), text);
  }

  #sayIn(call: Call, text: string): void {
    call.speak(text, this.#carrier.clock.now(), speechMs(call.carrier, text));
  }

  /** Hangs up the live call, or gives up dialling. */
  hangUp(): void {
    const call = this.#live();
    if (!call) throw new Error(`${this.number} is not on a call`);
    const talked = call.answeredAt !== null;
    endCall(call.carrier, call, talked ? 'completed' : call.direction === 'inbound' ? 'no-answer' : 'busy');
  }

  sendText(to: string, body: string): void {
    receiveText(this.#carrierOf(to), this.number, to, body);
  }

  /** The carrier brings a call. */
  ring(call: Call): 'ringing' | 'busy' | 'off' {
    if (this.#personality.kind === 'off') return 'off';
    if (this.#personality.kind === 'busy' || this.#lives().length >= this.lines) return 'busy';
    this.#adopt(call);
    for (const deed of deedsOf(this.#personality)) if (deed.from === 'ring') this.#plan(call, deed);
    return 'ringing';
  }

  /** The carrier brings a text. */
  takeText(message: Message): 'delivered' | 'switched-off' {
    if (this.#personality.kind === 'off') return 'switched-off';
    const texting = this.#texting;
    if (texting)
      this.#carrier.clock.after(texting.afterSeconds * 1000, () =>
        this.sendText(message.from, replyTo(message.body, texting.body)),
      );
    return 'delivered';
  }

  /** Clears the list of calls; for a fresh start. */
  forgetCalls(): void {
    this.#calls.length = 0;
  }

  /** The carrier that has a number; the first for a number that none has. */
  #carrierOf(number: string): Carrier {
    return this.#carriers.find((carrier) => carrier.numbers.has(number)) ?? this.#carriers[0]!;
  }

  get #carrier(): Carrier {
    return this.#carriers[0]!;
  }

  #lives(): Call[] {
    return this.#calls.filter((call) => !call.ended);
  }

  #live(): Call | undefined {
    const lives = this.#lives();
    return lives.find((call) => call === this.#inHand) ?? lives[0];
  }

  #need(state: 'ringing' | 'talking'): Call {
    const call = this.#live();
    const fits =
      state === 'ringing'
        ? call?.status === 'ringing' && call.direction !== 'inbound'
        : call?.status === 'in-progress';
    if (!call || !fits) throw new Error(`${this.number} is not ${state}: ${call ? call.status : 'no call'}`);
    return call;
  }

  #adopt(call: Call): void {
    this.#calls.push(call);
    const behaviour = this.#personality;
    const stop = call.watch((change) => {
      if (change !== 'status' || call.status !== 'in-progress') return;
      stop();
      if (call.direction === 'inbound') return;
      for (const deed of deedsOf(behaviour)) if (deed.from === 'pick-up') this.#plan(call, deed);
    });
  }

  #plan(call: Call, deed: Deed): void {
    call.carrier.clock.after(deed.afterMs, () => {
      if (call.ended) return;
      if (deed.does === 'answer') answerCall(call.carrier, call);
      else if (deed.does === 'hang-up') endCall(call.carrier, call, 'completed');
      else if (call.status === 'in-progress' && deed.does === 'press') this.#pressIn(call, deed.with ?? '1');
      else if (call.status === 'in-progress' && deed.does === 'say') this.#sayIn(call, deed.with ?? '');
    });
  }
}
