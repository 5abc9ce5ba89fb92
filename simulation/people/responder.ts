import type { Leg } from '../carrier/leg.ts';
import type { CarrierText, Party, Pickup, Question, Reaction } from '../carrier/model.ts';
import type { Network } from '../carrier/network.ts';
import type { Random } from '../kernel/random.ts';
import type { CallDoing, Mood } from './mood.ts';
import { leaveAfterTalk } from './talk.ts';

/** Somebody of the desk with a phone. What they did is known here, and no acceptance may come from anything else. */
export class Responder implements Party {
  mood: Mood;
  readonly key: string;
  readonly number: string;
  /** Legs in which this person has pressed 1. */
  readonly pressedOne = new Set<string>();
  /** Codes with which this person has answered by text. */
  readonly texted = new Set<string>();
  private readonly doing = new Map<Leg, CallDoing>();
  private readonly random: Random;
  private readonly network: () => Network;
  /** The last text that said how a case is accepted. */
  private lastPage: { text: CarrierText; code: string } | undefined;

  constructor(who: { key: string; number: string; mood: Mood }, random: Random, network: () => Network) {
    this.key = who.key;
    this.number = who.number;
    this.mood = who.mood;
    this.random = random;
    this.network = network;
  }

  get name(): string {
    return this.key;
  }

  rings(leg: Leg): Pickup | undefined {
    const doing = this.random.weighed(this.mood.calls);
    this.doing.set(leg, doing);
    if (doing === 'no answer') return undefined;
    if (doing === 'busy') return { afterMs: 500, how: 'busy' };
    if (doing === 'switched off')
      return this.random.chance(0.5) ? { afterMs: 1_000, how: 'answers' } : { afterMs: 500, how: 'failed' };
    if (doing === 'voicemail') return { afterMs: 20_000, how: 'answers' };
    return { afterMs: this.random.between(2, 40) * 500, how: 'answers' };
  }

  asked(leg: Leg, question: Question): Reaction | undefined {
    const about = /about=([a-z]+)/.exec(question.action)?.[1];
    const doing = this.doing.get(leg) ?? 'stays silent';
    const isMachine = doing === 'voicemail' || doing === 'switched off';
    if (isMachine || doing === 'stays silent') return undefined;
    const afterMs = this.random.between(1, Math.max(2, Math.ceil(question.promptMs / 500) + 4)) * 500;
    if (about === 'talk')
      return this.random.chance(0.8) ? this.presses(leg, '1', afterMs) : { afterMs, hangsUp: true };
    if (about === 'join')
      return this.random.chance(0.4) ? { afterMs, keys: '1' } : { afterMs, hangsUp: true };
    return this.onOffer(leg, doing, about, afterMs);
  }

  entered(leg: Leg, others: readonly Leg[]): void {
    leaveAfterTalk(this.random, leg, others, { inAHurry: this.mood.inAHurry === true });
  }

  /** Somebody reads their texts; a code in one may be answered. */
  reads(text: CarrierText): void {
    const code = /\bA(\d{1,4}) accepts/.exec(text.body)?.[1];
    const join = /\bJ(\d{1,4}) to join/.exec(text.body)?.[1];
    if (join !== undefined && this.random.chance(0.3)) this.replies(text, `J${join}`, 5_000);
    if (code === undefined) return;
    this.lastPage = { text, code };
    const doing = this.random.weighed(this.mood.texts);
    const soonMs = this.random.between(4, 120) * 500;
    if (doing === 'ignores') return;
    if (doing === 'accepts') return this.replies(text, `A${code}`, soonMs);
    if (doing === 'accepts twice') {
      this.replies(text, `a ${code}`, soonMs);
      return this.replies(text, `A${code} on it`, soonMs + this.random.between(0, 4) * 500);
    }
    if (doing === 'accepts late')
      return this.replies(text, `A${code}`, this.random.between(120, 900) * 1_000);
    if (doing === 'declines') return this.replies(text, `N${code}`, soonMs);
    if (doing === 'words') return this.replies(text, this.random.pick(['ok', 'yes', 'who is this?']), soonMs);
    if (doing === 'reached directly') return this.replies(text, `D${code}`, soonMs);
    if (doing === 'joins') return this.replies(text, `J${code}`, soonMs);
    this.replies(text, 'STOP', soonMs);
    this.replies(text, 'START', soonMs + this.random.between(10, 60) * 60_000);
  }

  /** Accepts by text what came last, after so long. */
  accepts(afterMs: number): void {
    if (this.lastPage) this.replies(this.lastPage.text, `A${this.lastPage.code}`, afterMs);
  }

  /** Says by text that the customer of a case of theirs has been reached, however that was. */
  reportsContact(ourNumber: string, replyCode: number): void {
    this.replies({ from: ourNumber }, `D${replyCode}`, this.random.between(4, 120) * 500);
  }

  private onOffer(leg: Leg, doing: CallDoing, about: string | undefined, afterMs: number): Reaction {
    if (doing === 'hangs up') return { afterMs, hangsUp: true };
    if (doing === 'declines') return { afterMs, keys: '2' };
    if (doing === 'wrong key first' || doing === 'listens again') {
      this.doing.set(leg, 'accepts');
      return { afterMs, keys: doing === 'listens again' ? '9' : this.random.pick(['5', '0', '*', '#']) };
    }
    if (doing === 'one by one' && about === 'offer') return { afterMs, keys: '3' };
    if (doing === 'one by one' && this.random.chance(0.3)) return { afterMs, keys: '2' };
    // A page of one case offers no 3: it is a wrong key, and then it is accepted.
    return this.presses(leg, '1', afterMs);
  }

  private presses(leg: Leg, keys: string, afterMs: number): Reaction {
    if (leg.start.rowId !== undefined) this.pressedOne.add(leg.start.rowId);
    return { afterMs, keys };
  }

  private replies(to: Pick<CarrierText, 'from'>, body: string, afterMs: number): void {
    const carrier = this.network().withNumber(to.from);
    carrier.timeline.after(afterMs, () => {
      const code = /[AD]\s?(\d{1,4})/i.exec(body)?.[1];
      if (code !== undefined) this.texted.add(code);
      carrier.textIn(this.number, to.from, body, () => undefined);
    });
  }
}
