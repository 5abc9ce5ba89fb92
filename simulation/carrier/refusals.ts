import type { Timeline } from '../kernel/timeline.ts';

type Channel = 'voice' | 'sms';

/** The carrier's No: a status and one of Twilio's codes. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** What a carrier refuses whatever is asked, until somebody mends it: our account, our numbers, numbers that are dead. */
export class Refusals {
  /** Calls and texts to these come to nothing, for ever. */
  readonly dead = new Set<string>();
  /** All phones that have sent STOP. */
  readonly optedOut = new Set<string>();
  private accountUntilMs = 0;
  private readonly senderUntilMs = { voice: 0, sms: 0, registration: 0 };
  private readonly timeline: Timeline;

  constructor(timeline: Timeline) {
    this.timeline = timeline;
  }

  refuseAccount(forMs: number): void {
    this.accountUntilMs = this.timeline.nowMs + forMs;
  }

  /** Our number may not call, may not text, or its texts are taken and not delivered (`registration`). */
  refuseSender(what: Channel | 'registration', forMs: number): void {
    this.senderUntilMs[what] = this.timeline.nowMs + forMs;
  }

  /** Somebody has mended what was ours. */
  mend(): void {
    this.accountUntilMs = 0;
    Object.assign(this.senderUntilMs, { voice: 0, sms: 0, registration: 0 });
  }

  /** @throws Refusal of whatever is asked, also about what exists. */
  checkAccount(): void {
    if (this.accountUntilMs > this.timeline.nowMs) throw new Refusal(401, 20003, 'Authenticate');
  }

  /** @throws Refusal of a new call. */
  checkCall(to: string): void {
    if (this.senderUntilMs.voice > this.timeline.nowMs)
      throw new Refusal(400, 21210, 'From phone number not verified');
    if (this.dead.has(to)) throw new Refusal(400, 21211, `The 'To' number is not a valid phone number`);
  }

  /** @throws Refusal of a new text. */
  checkText(to: string): void {
    if (this.senderUntilMs.sms > this.timeline.nowMs)
      throw new Refusal(400, 21606, `The 'From' phone number is not a valid, SMS-capable phone number`);
    if (this.optedOut.has(to)) throw new Refusal(400, 21610, 'unsubscribed');
  }

  /** Why a text that was taken is not delivered; undefined: nothing stands in its way. */
  undeliverable(to: string): string | undefined {
    if (this.senderUntilMs.registration > this.timeline.nowMs) return '30034';
    return this.dead.has(to) ? '30006' : undefined;
  }
}
