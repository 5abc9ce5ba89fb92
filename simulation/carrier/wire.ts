import { sign } from '../../phones/carrier/signature.ts';
import type { History } from '../kernel/history.ts';
import type { Random } from '../kernel/random.ts';
import type { Timeline } from '../kernel/timeline.ts';
import type { ServiceProcess } from '../process/service-process.ts';
import type { Tally } from '../tally.ts';
import type { CarrierFaults } from './faults.ts';

export type Reply = { answered: true; status: number; body: string } | { answered: false; why: string };

export interface WireParts {
  timeline: Timeline;
  random: Random;
  history: History;
  tally: Tally;
  processes: () => readonly ServiceProcess[];
  publicUrl: string;
  authToken: string;
  accountSid: string;
  /** The header that holds the signature of its webhooks. */
  signatureHeader: string;
}

/** The carrier drops a request that takes longer (Twilio: webhooks, connection timeouts). */
const ANSWER_WITHIN_MS = 15_000;

/** The way of the carrier's requests to the service: through a balancer, to whichever process. */
export class Wire {
  faults: CarrierFaults;
  /** Requests and callbacks on their way. */
  underWay = 0;
  readonly parts: WireParts;

  constructor(parts: WireParts, faults: CarrierFaults) {
    this.parts = parts;
    this.faults = faults;
  }

  /** One request, tried once more when no connection came about, as Twilio does, and not after any other failure. */
  async post(url: string, params: Record<string, string>): Promise<Reply> {
    this.underWay += 1;
    try {
      const first = await this.attempt(url, params);
      if (first.answered || first.why !== 'refused') return first;
      await this.parts.timeline.sleep(this.parts.random.between(50, 400));
      return await this.attempt(url, params);
    } finally {
      this.underWay -= 1;
    }
  }

  /**
   * A notice that nobody waits for: late, doubled or dropped as the faults say, and so out of order too. `lateMs`: so much
   * later than usual. `taken` is called when the service has taken it.
   */
  notify(
    url: string,
    params: Record<string, string>,
    { lateMs = 0, taken }: { lateMs?: number; taken?: () => void } = {},
  ): void {
    const { random, tally, timeline } = this.parts;
    if (random.chance(this.faults.callbackDropped)) return tally.fault('callback dropped');
    const send = (afterMs: number): void => {
      this.underWay += 1;
      timeline.after(afterMs, () => {
        this.underWay -= 1;
        void this.post(url, params).then((reply) => {
          if (reply.answered && reply.status < 300) taken?.();
        });
      });
    };
    const late = random.chance(this.faults.callbackLate);
    if (late) tally.fault('callback late');
    send(lateMs + (late ? random.between(1_000, 90_000) : random.between(1, 12) * 25));
    if (!random.chance(this.faults.callbackDoubled)) return;
    tally.fault('callback doubled');
    send(lateMs + random.between(0, 8) * 250);
  }

  /** How much later than usual a call's end, and its leaving of its room, is told. */
  endIsLateMs(): number {
    const { random, tally } = this.parts;
    if (!random.chance(this.faults.endToldLate)) return 0;
    tally.fault('end of a call told late');
    return random.between(10, 60) * 1_000;
  }

  private async attempt(url: string, params: Record<string, string>): Promise<Reply> {
    const { random } = this.parts;
    const known = this.parts
      .processes()
      .filter((p) => p.alive && p.settings.role !== 'worker' && !p.stopping);
    if (known.length === 0) return { answered: false, why: 'refused' };
    const target = random.pick(known);
    if (!target.takesWebhooks) return { answered: false, why: 'refused' };
    return this.deliver(target, url, params);
  }

  private deliver(target: ServiceProcess, url: string, params: Record<string, string>): Promise<Reply> {
    const { timeline, tally, history, authToken, publicUrl, signatureHeader } = this.parts;
    tally.webhooks += 1;
    return new Promise((resolve) => {
      const settle = (reply: Reply): void => {
        if (!target.openRequests.delete(died)) return;
        callOff();
        if (!reply.answered)
          history.note(`${target.name} gave no answer to ${url.slice(publicUrl.length)}: ${reply.why}`);
        resolve(reply);
      };
      const died = (): void => settle({ answered: false, why: 'reset' });
      target.openRequests.add(died);
      const callOff = timeline.after(ANSWER_WITHIN_MS, () => settle({ answered: false, why: 'timeout' }));
      const ask = (): void => {
        const http = target.app!.http;
        http
          .inject({
            method: 'POST',
            url: url.slice(publicUrl.length),
            headers: {
              'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
              [signatureHeader]: sign(authToken, url, params),
            },
            payload: new URLSearchParams(params).toString(),
          })
          .then(
            ({ statusCode, body }) => settle({ answered: true, status: statusCode, body }),
            () => settle({ answered: false, why: 'reset' }),
          );
      };
      // A frozen process has the request in its socket, and takes it up when it thaws.
      if (target.isAwake) ask();
      else timeline.after(0, ask, target);
    });
  }
}
