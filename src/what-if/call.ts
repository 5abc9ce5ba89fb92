import {
  atHold,
  begin,
  decide,
  render,
  renderText,
  scriptIn,
  type IvrContext,
  type IvrEffect,
  type IvrFacts,
  type IvrInput,
  type IvrState,
  type Script,
  type Turn,
} from '../ivr/index.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import { pagesNow } from '../paging/index.ts';
import type { Verb } from '../telephony/index.ts';
import type { QuestionFault } from './question.ts';

/** What a caller does. `choice`: what the key has chosen, in the script's words. */
export type Deed =
  | { kind: 'calls' | 'silence' | 'nobody' | 'message' | 'hang-up' }
  | { kind: 'keys'; keys: string; choice: string | undefined };

/** What the caller does, what is said then, and what is waited for. */
export interface Exchange {
  did: Deed;
  says: string[];
  /** BCP 47: what the caller is spoken to in from here on. */
  language: string;
  waitsFor: Turn['awaits'];
}

export interface PlayedCall {
  exchanges: Exchange[];
  case: Extract<IvrEffect, { kind: 'open-case' }> | undefined;
  caseNumber: string;
  /** The paging plans that begin, in order. */
  plans: string[];
  /** How many of them had been given up when the last began. */
  plansGivenUp: number;
  /** The last of them has been given up as well. */
  isGivenUp: boolean;
  /** Texts to the caller. */
  texts: { to: PhoneNumber; body: string }[];
  callbackNumber: PhoneNumber | undefined;
  /** When the case will be answered, in the script's words. */
  promise: string | undefined;
  /** The caller has put the receiver down before anything else ended the call. */
  hasHungUp: boolean;
  /** What a caller hears who holds until everybody was asked in vain; undefined where that never is. */
  whenNobodyComes: Exchange | undefined;
}

export type PlayCall =
  | { readonly ok: true; readonly call: PlayedCall }
  | { readonly ok: false; readonly fault: QuestionFault };

/** Where documents would lead on to; nobody follows them here. */
const urls = { input: '', recorded: '', recordingStatus: '', hold: '', holdAtOnce: '' };

/** Longer than any silence that ends a message: whatever is pressed at one, something was said before. */
const messageSeconds = 60;

/** What is true of the call besides what its caller does. */
export interface CallFacts {
  at: Date;
  open: boolean;
  /** When the office opens; undefined while it is open, and when it does not within a year. */
  opensAt: Date | undefined;
  from: PhoneNumber | undefined;
  /** Whether the caller may register cases; undefined where nobody asks, or nobody knows. */
  approved: boolean | undefined;
  /** What the caller does, in order: keys, `silence`, `nobody`, which is to hold until everybody was asked in vain, or `hang-up`. */
  presses: readonly string[];
  /** Nobody is asked in vain: what a caller hears who holds to the end is not played. */
  somebodyAccepts: boolean;
  /** The case's number, if one is opened. */
  caseNumber: string;
  /** How many people a plan pages in its first round. */
  pagedBy: (plan: string) => number | undefined;
}

/**
 * Plays a call through the desk's script: a caller who has no open case, and nobody who accepts meanwhile. What a caller hears
 * who holds to the end is played too, where the script says that there is an end.
 */
export function playCall(script: Script, facts: CallFacts): PlayCall {
  const play = new Played(script, facts);
  let turn = play.take(begin(script, play.context), { kind: 'calls' });
  for (const press of facts.presses) {
    if (press === 'hang-up' && turn.awaits.kind !== 'end') {
      turn = play.hangsUp(turn);
      continue;
    }
    const input = inputFor(turn, press, play.wayOn());
    if ('fault' in input) return { ok: false, fault: { part: 'press', kind: input.fault, written: press } };
    if (input.kind === 'nobody-came') play.givesUp();
    turn = play.take(decide(script, play.stateAfter(turn), input, play.context), deed(input, press));
  }
  const { call } = play;
  const go = turn.awaits.kind === 'hold' && !facts.somebodyAccepts ? play.wayOn() : undefined;
  if (go === undefined) return { ok: true, call };
  const { exchanges } = structuredClone(call);
  const input = { kind: 'nobody-came', go } as const;
  play.givesUp();
  play.take(decide(script, play.stateAfter(turn), input, play.context), deed(input, ''));
  // What begins then begins, though only its words stand apart.
  return { ok: true, call: { ...play.call, exchanges, whenNobodyComes: play.call.exchanges.at(-1) } };
}

/** A call under way, with what the service would have done for it, in memory. */
class Played {
  readonly context: IvrContext;
  readonly call: PlayedCall;
  private readonly script: Script;
  private readonly facts: CallFacts;
  private readonly spoken: IvrFacts = {};
  private givenUp = 0;

  constructor(script: Script, facts: CallFacts) {
    const { at, open, opensAt, from, approved, caseNumber } = facts;
    this.script = script;
    this.facts = facts;
    this.context = {
      open,
      now: at,
      nextOpening: () => opensAt,
      callerNumber: from,
      hasCase: false,
      approved,
      paging: 'none',
    };
    this.call = {
      exchanges: [],
      case: undefined,
      caseNumber,
      plans: [],
      plansGivenUp: 0,
      isGivenUp: false,
      texts: [],
      callbackNumber: undefined,
      promise: undefined,
      hasHungUp: false,
      whenNobodyComes: undefined,
    };
  }

  take(turn: Turn, did: Deed): Turn {
    const spoken = { ...this.spoken };
    const script = scriptIn(this.script, turn.state.language);
    for (const effect of turn.effects) this.follow(script, spoken, effect);
    const choice = turn.effects.find((effect) => effect.kind === 'choice');
    this.call.exchanges.push({
      did: choice !== undefined && did.kind === 'keys' ? { ...did, choice: choice.label } : did,
      says: spokenIn(render(this.script, turn, spoken, urls)),
      language: script.language,
      waitsFor: turn.awaits,
    });
    this.call.promise = turn.state.answered;
    return turn;
  }

  /** Whoever hangs up is asked nothing any more. */
  hangsUp(turn: Turn): Turn {
    const ended: Turn = { ...turn, awaits: { kind: 'end' } };
    const language = this.call.exchanges.at(-1)?.language ?? this.script.language;
    this.call.exchanges.push({ did: { kind: 'hang-up' }, says: [], language, waitsFor: ended.awaits });
    this.call.hasHungUp = true;
    return ended;
  }

  /** Everybody was asked in vain: what is asked for next begins anew. */
  givesUp(): void {
    this.context.paging = 'none';
    this.givenUp = this.call.plans.length;
    this.call.isGivenUp = true;
  }

  stateAfter({ awaits, state }: Turn): IvrState {
    return awaits.kind === 'hold' ? atHold(this.script, state) : state;
  }

  /** Where a caller who holds goes on when the newest paging is given up; undefined: it never is. */
  wayOn(): string | undefined {
    const plan = this.call.plans.at(-1);
    return plan === undefined ? undefined : this.script.plans[plan]?.givesUp?.go;
  }

  /** `spoken`: what is known in this turn alone; the number of the case is from then on. */
  private follow(script: Script, spoken: IvrFacts, effect: IvrEffect): void {
    const { call, context } = this;
    if (effect.kind === 'open-case') {
      call.case = effect;
      context.hasCase = true;
      this.spoken.caseNumber = spoken.caseNumber = call.caseNumber;
    }
    if (effect.kind === 'callback-number') call.callbackNumber = effect.number;
    if (effect.kind === 'text-caller')
      call.texts.push({ to: effect.to, body: renderText(script, effect.body, spoken) });
    const name = effect.kind === 'open-case' || effect.kind === 'start-paging' ? effect.plan : undefined;
    const plan = name === undefined ? undefined : this.script.plans[name];
    if (name === undefined || plan === undefined || !pagesNow(plan, context.open)) return;
    call.plans.push(name);
    call.plansGivenUp = this.givenUp;
    call.isGivenUp = false;
    context.paging = 'ringing';
    spoken.peoplePaged = this.facts.pagedBy(name);
  }
}

/** What the keys are to whatever waits for them; `go`: where a caller goes on for whom nobody comes. */
function inputFor(
  { awaits }: Turn,
  press: string,
  go: string | undefined,
): IvrInput | { fault: 'call-over' | 'no-hold' | 'never-in-vain' | 'one-key' } {
  if (awaits.kind === 'end') return { fault: 'call-over' };
  if (press === 'silence') return { kind: 'silence' };
  if (press === 'nobody') {
    if (awaits.kind !== 'hold') return { fault: 'no-hold' };
    return go === undefined ? { fault: 'never-in-vain' } : { kind: 'nobody-came', go };
  }
  if (awaits.kind === 'record') return { kind: 'recorded', seconds: messageSeconds };
  if (awaits.kind === 'number') return { kind: 'keys', digits: press.replace(/#$/, '') };
  if (press.length > 1) return { fault: 'one-key' };
  return { kind: 'keys', digits: press };
}

function deed(input: IvrInput, press: string): Deed {
  if (input.kind === 'silence') return { kind: 'silence' };
  if (input.kind === 'nobody-came') return { kind: 'nobody' };
  return input.kind === 'recorded' ? { kind: 'message' } : { kind: 'keys', keys: press, choice: undefined };
}

function spokenIn(document: readonly Verb[]): string[] {
  return document
    .flatMap((verb) => (verb.verb === 'gather' ? verb.prompts : [verb]))
    .flatMap((verb) => (verb.verb === 'say' ? [verb.text] : []));
}
