import { readDocument, type Element } from '../../phones/twiml/index.ts';
import type { Owner } from '../kernel/timeline.ts';
import type { Carrier } from './carrier.ts';
import type { EndedBy, Party } from './model.ts';

export type LegStatus =
  | 'queued'
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'no-answer'
  | 'failed'
  | 'canceled';

export interface LegStart {
  sid: string;
  direction: 'inbound' | 'outbound-api';
  from: string;
  to: string;
  statusUrl: string;
  party: Party;
  rowId: string | undefined;
  /** The process that ordered it; undefined: somebody has dialled. */
  by: Owner | undefined;
}

/** Speech at about 150 words a minute. */
const MS_A_CHARACTER = 65;
const MUSIC_MS = 10_000;
const STATUS_SEQUENCE: Partial<Record<LegStatus, number>> = { queued: 0, ringing: 1, 'in-progress': 2 };

/** One call at the carrier: it asks the service for documents and does what they say. */
export class Leg {
  status: LegStatus = 'queued';
  endedAtMs: number | undefined;
  answeredAtMs: number | undefined;
  endedBy: EndedBy | undefined;
  room: string | undefined;
  /** The service has been told its id by a callback that it took. */
  isKnown = false;
  /** When the answer to its order came to the process that had asked; undefined: never. */
  toldAtMs: number | undefined;
  /** It has answered at least one of this call's requests. */
  wasServed = false;
  readonly startedAtMs: number;
  readonly start: LegStart;
  private generation = 0;
  readonly carrier: Carrier;
  private roomAction: string | undefined;

  constructor(carrier: Carrier, start: LegStart) {
    this.carrier = carrier;
    this.start = start;
    this.startedAtMs = carrier.timeline.nowMs;
  }

  get sid(): string {
    return this.start.sid;
  }

  get party(): Party {
    return this.start.party;
  }

  get isOver(): boolean {
    return this.endedAtMs !== undefined;
  }

  /** The number at the far end. */
  get phone(): string {
    return this.start.direction === 'inbound' ? this.start.from : this.start.to;
  }

  /** Goes on with the document at `url`, whatever it was doing. */
  goOn(url: string, params: Record<string, string> = {}): void {
    this.generation += 1;
    this.leaveRoom();
    void this.run(url, params, this.generation);
  }

  advance(status: LegStatus): void {
    this.status = status;
    if (status === 'in-progress') this.answeredAtMs = this.carrier.timeline.nowMs;
    this.carrier.history.note(`${this.party.name}'s call ${status}`);
    if (this.start.direction === 'inbound') return;
    this.report(status, STATUS_SEQUENCE[status] ?? 3);
  }

  end(status: LegStatus, by: EndedBy): void {
    if (this.isOver) return;
    this.generation += 1;
    this.status = status;
    this.endedAtMs = this.carrier.timeline.nowMs;
    this.endedBy = by;
    this.carrier.history.note(`${this.party.name}'s call ends: ${status}, by ${by}`);
    const lateMs = this.carrier.wire.endIsLateMs();
    const action = this.leaveRoom(lateMs);
    if (action !== undefined) this.carrier.wire.notify(action, this.params(), { lateMs });
    this.report(status, this.start.direction === 'inbound' ? 0 : 3, lateMs);
  }

  params(): Record<string, string> {
    const { sid, from, to, direction } = this.start;
    return {
      CallSid: sid,
      AccountSid: this.carrier.accountSid,
      From: from,
      To: to,
      Direction: direction,
      ApiVersion: '2010-04-01',
      CallStatus: this.status,
    };
  }

  private report(status: LegStatus, sequence: number, lateMs = 0): void {
    const extra = {
      // Callbacks say `initiated` where the API says `queued`.
      CallStatus: status === 'queued' ? 'initiated' : status,
      SequenceNumber: String(sequence),
      Timestamp: new Date(this.carrier.timeline.nowMs).toUTCString().replace('GMT', '+0000'),
      CallbackSource: 'call-progress-events',
    };
    this.carrier.wire.notify(
      this.start.statusUrl,
      { ...this.params(), ...extra },
      { lateMs, taken: () => (this.isKnown = true) },
    );
  }

  private leaveRoom(lateMs = 0): string | undefined {
    if (this.room === undefined) return undefined;
    this.carrier.rooms.leave(this, lateMs);
    return this.roomAction;
  }

  private async run(url: string, params: Record<string, string>, mine: number): Promise<void> {
    let next: Next = { url, params };
    while (next) {
      const reply = await this.carrier.wire.post(next.url, { ...this.params(), ...next.params });
      if (this.generation !== mine) return;
      if (!reply.answered || reply.status >= 300) {
        this.carrier.tally.fault('call dropped for want of a document');
        return this.end('completed', 'application-error');
      }
      this.wasServed = true;
      next = await this.follow(readDocument(reply.body, 'call', { inline: false }), mine);
      if (this.generation !== mine) return;
    }
    this.end('completed', 'document');
  }

  private async follow(verbs: readonly Element[], mine: number): Promise<Next> {
    for (const verb of verbs) {
      const next = await this.perform(verb, mine);
      if (this.generation !== mine || next) return next;
    }
    return undefined;
  }

  private async perform(verb: Element, mine: number): Promise<Next> {
    const { timeline } = this.carrier;
    switch (verb.name) {
      case 'Say':
      case 'Play':
      case 'Pause':
        this.hears(verb);
        await timeline.sleep(lengthMs(verb));
        return undefined;
      case 'Redirect':
        return { url: verb.text.trim(), params: {} };
      case 'Gather':
      case 'Record':
        return this.ask(verb, mine);
      case 'Dial':
        this.enterRoom(verb);
        return new Promise(() => undefined);
      case 'Hangup':
      case 'Reject':
        this.end(verb.name === 'Reject' ? 'busy' : 'completed', 'document');
        return undefined;
      default:
        throw new Error(`the simulated carrier does not know <${verb.name}>`);
    }
  }

  private async ask(verb: Element, mine: number): Promise<Next> {
    const { timeline } = this.carrier;
    const kind = verb.name === 'Gather' ? 'gather' : 'record';
    for (const child of verb.children) this.hears(child);
    const promptMs = verb.children.reduce((sum, child) => sum + lengthMs(child), 0);
    const action = verb.attributes['action'] ?? '';
    const text = verb.children.map((child) => child.text).join(' ');
    const reaction = this.party.asked(this, { verb: kind, text, action, promptMs });
    const silenceMs = promptMs + Number(verb.attributes['timeout'] ?? 5) * 1000;
    if (reaction && reaction.afterMs <= silenceMs) {
      await timeline.sleep(reaction.afterMs);
      if (this.generation !== mine) return undefined;
      if (reaction.hangsUp) {
        this.end('completed', 'far-end');
        return undefined;
      }
      const keys = reaction.keys ?? '';
      this.carrier.history.note(`${this.party.name} presses ${keys}`);
      return { url: action, params: { Digits: keys, msg: 'Gather End', ...this.recording(kind, 20) } };
    }
    await timeline.sleep(silenceMs);
    if (this.generation !== mine) return undefined;
    if (kind === 'record') return { url: action, params: this.recording(kind, 6) };
    if (verb.attributes['actionOnEmptyResult'] !== 'true') return undefined;
    return { url: action, params: { Digits: '', msg: 'Gather End' } };
  }

  private recording(kind: string, seconds: number): Record<string, string> {
    if (kind !== 'record') return {};
    const sid = this.carrier.newSid('RE');
    return {
      RecordingSid: sid,
      RecordingUrl: `https://carrier.example.com/Recordings/${sid}`,
      RecordingDuration: String(seconds),
    };
  }

  private enterRoom(verb: Element): void {
    const noun = verb.children[0];
    if (noun?.name !== 'Conference') throw new Error('the simulated carrier dials into conferences only');
    this.roomAction = verb.attributes['action'];
    this.carrier.rooms.enter(this, noun);
  }

  private hears(verb: Element): void {
    if (verb.name === 'Say') this.carrier.heard(this, verb.text);
  }
}

type Next = { url: string; params: Record<string, string> } | undefined;

function lengthMs(verb: Element): number {
  if (verb.name === 'Say') return Math.max(500, verb.text.length * MS_A_CHARACTER);
  if (verb.name === 'Play') return MUSIC_MS;
  return Number(verb.attributes['length'] ?? 1) * 1000;
}
