import type { History } from '../kernel/history.ts';
import type { Random } from '../kernel/random.ts';
import type { Owner, Timeline } from '../kernel/timeline.ts';
import type { Tally } from '../tally.ts';
import { Leg } from './leg.ts';
import type { CarrierText, Party } from './model.ts';
import type { Network } from './network.ts';
import { Refusals } from './refusals.ts';
import { Rooms } from './rooms.ts';
import type { Wire } from './wire.ts';

export interface CarrierParts {
  network: Network;
  random: Random;
  wire: Wire;
}

/** What the service has ordered, and which of its processes. */
interface NewCall {
  from: string;
  to: string;
  answerUrl: string;
  statusUrl: string;
  ringMs: number;
  by: Owner;
}

interface NewText {
  from: string;
  to: string;
  body: string;
  statusUrl: string;
  by: Owner;
}

const LONGEST_CALL_MS = 45 * 60_000;

/**
 * A simulated carrier: a lean one of our own, inside the simulation's process and on its time. It keeps the truth about
 * every call and text, by which the invariants judge what the service believes.
 */
export class Carrier {
  readonly rooms: Rooms;
  readonly refusals: Refusals;
  /** Requests of the service that have not been answered, each with the process that waits. */
  readonly requests = new Set<{ process: Owner }>();
  private readonly parts: CarrierParts;

  constructor(parts: CarrierParts) {
    this.parts = parts;
    this.rooms = new Rooms(this);
    this.refusals = new Refusals(this.timeline);
  }

  get network(): Network {
    return this.parts.network;
  }
  get timeline(): Timeline {
    return this.network.parts.timeline;
  }
  get random(): Random {
    return this.parts.random;
  }
  get history(): History {
    return this.network.parts.history;
  }
  get tally(): Tally {
    return this.network.parts.tally;
  }
  get wire(): Wire {
    return this.parts.wire;
  }
  get accountSid(): string {
    return this.wire.parts.accountSid;
  }

  newSid(prefix: string): string {
    return prefix + this.random.bytes(16).toString('hex');
  }

  heard(leg: Leg, text: string): void {
    this.network.parts.heard(leg, text);
  }

  /** A call of this carrier's. */
  legOf(sid: string): Leg | undefined {
    return this.network.legs.find((leg) => leg.sid === sid && leg.carrier === this);
  }

  /** Somebody dials one of our numbers. */
  dialIn(from: string, to: string, party: Party): Leg {
    const { publicUrl } = this.wire.parts;
    const leg = new Leg(this, {
      sid: this.newSid('CA'),
      direction: 'inbound',
      from,
      to,
      statusUrl: `${publicUrl}/twilio/status`,
      party,
      rowId: undefined,
      by: undefined,
    });
    this.network.legs.push(leg);
    leg.advance('ringing');
    leg.goOn(`${publicUrl}/twilio/voice`);
    leg.status = 'in-progress';
    leg.answeredAtMs = this.timeline.nowMs;
    return leg;
  }

  /** The service has ordered a call. It is dialled soon, rings, and may be picked up. */
  placeCall(order: NewCall): Leg {
    const { from, to, answerUrl, statusUrl, ringMs, by } = order;
    const rowId = /\/leg\/([0-9a-f-]+)/.exec(statusUrl)?.[1];
    const party = this.network.parts.partyAt(to);
    const leg = new Leg(this, {
      sid: this.newSid('CA'),
      direction: 'outbound-api',
      from,
      to,
      statusUrl,
      party,
      rowId,
      by,
    });
    this.network.legs.push(leg);
    leg.advance('queued');
    this.timeline.after(this.random.between(2, 20) * 100, () => {
      if (leg.isOver) return;
      const atThisPhone = this.network
        .liveLegs()
        .some((l) => l !== leg && l.phone === to && l.status === 'in-progress');
      if (atThisPhone) return leg.end('busy', 'busy');
      leg.advance('ringing');
      this.ring(leg, answerUrl, ringMs);
    });
    return leg;
  }

  private ring(leg: Leg, answerUrl: string, ringMs: number): void {
    const pickup = leg.party.rings(leg);
    // Carriers let it ring about 5 s longer than asked.
    if (!pickup || pickup.afterMs > ringMs + 5_000) {
      this.timeline.after(
        ringMs + 5_000,
        () => leg.status === 'ringing' && leg.end('no-answer', 'not-answered'),
      );
      return;
    }
    this.timeline.after(pickup.afterMs, () => {
      if (leg.status !== 'ringing') return;
      if (pickup.how !== 'answers') return leg.end(pickup.how, pickup.how);
      leg.advance('in-progress');
      leg.goOn(answerUrl);
      // Nobody stays on the line for ever.
      this.timeline.after(LONGEST_CALL_MS, () => leg.end('completed', 'far-end'));
    });
  }

  /** The service has ordered a text. */
  sendText(order: NewText): CarrierText {
    const rowId = /\/text\/([0-9a-f-]+)/.exec(order.statusUrl)?.[1] ?? '';
    const { from, to, body, statusUrl, by } = order;
    const atMs = this.timeline.nowMs;
    const text: CarrierText = {
      sid: this.newSid('SM'),
      from,
      to,
      body,
      rowId,
      atMs,
      isKnown: false,
      by,
      toldAtMs: undefined,
      status: 'queued',
    };
    this.network.texts.push(text);
    const report = (status: CarrierText['status'], code?: string): void => {
      text.status = status;
      const extra = code === undefined ? {} : { ErrorCode: code };
      const params = { MessageSid: text.sid, MessageStatus: status, To: to, From: from, ...extra };
      this.wire.notify(statusUrl, params, { taken: () => (text.isKnown = true) });
    };
    this.timeline.after(this.random.between(2, 12) * 100, () => {
      report('sent');
      this.timeline.after(this.random.between(5, 60) * 100, () => {
        const code = this.refusals.undeliverable(to);
        if (code !== undefined) return report('undelivered', code);
        if (this.random.chance(this.wire.faults.textUndelivered)) {
          this.tally.fault('text undelivered');
          return report('undelivered', this.random.pick(['30003', '30008']));
        }
        if (this.random.chance(this.wire.faults.receiptMissing)) this.tally.fault('delivery receipt missing');
        else report('delivered');
        this.network.parts.textArrived(text);
      });
    });
    return text;
  }

  /** Somebody texts one of our numbers. `taken` is called when the service has it. */
  textIn(from: string, to: string, body: string, taken: () => void): void {
    const { publicUrl } = this.wire.parts;
    const sid = this.newSid('SM');
    this.history.note(`text from ${from}: ${body}`);
    const word = body.trim().toUpperCase();
    if (word === 'STOP') this.refusals.optedOut.add(from);
    if (word === 'START') this.refusals.optedOut.delete(from);
    const params = { MessageSid: sid, SmsStatus: 'received', From: from, To: to, Body: body, NumMedia: '0' };
    void this.wire.post(`${publicUrl}/twilio/sms`, params).then((reply) => {
      if (reply.answered && reply.status < 300) taken();
    });
  }
}
