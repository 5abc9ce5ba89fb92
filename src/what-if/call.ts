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
  type Script,
  type Turn,
} from '../ivr/index.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import type { Verb } from '../telephony/index.ts';

/** What the caller does, what is said then, and what is waited for. */
export interface Exchange {
  did: string;
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
  /** Texts to the caller. */
  texts: { to: PhoneNumber; body: string }[];
  callbackNumber: PhoneNumber | undefined;
  /** When the case will be answered, in the script's words. */
  promise: string | undefined;
}

export type PlayCall =
  | { readonly ok: true; readonly call: PlayedCall }
  | { readonly ok: false; readonly fault: string };

/** Where documents would lead on to; nobody follows them here. */
const urls = { input: '', recorded: '', recordingStatus: '', hold: '', holdAtOnce: '' };

/** Longer than any silence that ends a message: whatever is pressed at one, something was said before. */
const messageSeconds = 60;

/**
 * Plays a call through the desk's script: a caller who has no open case, all of whom a plan names on duty, and nobody who
 * accepts meanwhile. The case has the script's first number.
 */
export function playCall(
  script: Script,
  {
    at,
    open,
    opensAt,
    from,
    presses,
  }: {
    at: Date;
    /** When the office opens; undefined while it is open, and when it does not within a year. */
    opensAt: Date | undefined;
    open: boolean;
    from: PhoneNumber | undefined;
    presses: readonly string[];
  },
): PlayCall {
  const context: IvrContext = {
    open,
    now: at,
    nextOpening: () => opensAt,
    callerNumber: from,
    hasCase: false,
    paging: 'none',
  };
  const caseNumber = `${script.caseNumbers.prefix}-${script.caseNumbers.first}`;
  const call: PlayedCall = {
    exchanges: [],
    case: undefined,
    caseNumber,
    plans: [],
    texts: [],
    callbackNumber: undefined,
    promise: undefined,
  };
  const play = (turn: Turn, did: string): Turn => {
    const facts: IvrFacts = { caseNumber: context.hasCase ? caseNumber : undefined };
    const spoken = scriptIn(script, turn.state.language);
    for (const effect of turn.effects) follow(spoken, call, context, facts, effect);
    const choice = turn.effects.find((effect) => effect.kind === 'choice');
    const what = choice === undefined ? did : `${did}: ${choice.label}`;
    call.exchanges.push({
      did: what,
      says: spokenIn(render(script, turn, facts, urls)),
      language: spoken.language,
      waitsFor: turn.awaits,
    });
    call.promise = turn.state.answered;
    return turn;
  };
  let turn = play(begin(script, context), 'calls');
  for (const press of presses) {
    const input = inputFor(turn, press);
    if ('fault' in input) return { ok: false, fault: `--press ${press}: ${input.fault}.` };
    const state = turn.awaits.kind === 'hold' ? atHold(script, turn.state) : turn.state;
    turn = play(decide(script, state, input, context), deed(input, press));
  }
  return { ok: true, call };
}

/** What the keys are to whatever waits for them. */
function inputFor({ awaits }: Turn, press: string): IvrInput | { fault: string } {
  if (awaits.kind === 'end') return { fault: 'the call is over before it' };
  if (press === 'silence') return { kind: 'silence' };
  if (awaits.kind === 'record') return { kind: 'recorded', seconds: messageSeconds };
  if (awaits.kind === 'number') return { kind: 'keys', digits: press.replace(/#$/, '') };
  if (press.length > 1) return { fault: 'one key at a time is taken here; put commas between' };
  return { kind: 'keys', digits: press };
}

function deed(input: IvrInput, press: string): string {
  if (input.kind === 'silence') return 'is silent';
  return input.kind === 'recorded' ? 'leaves a message' : `presses ${press}`;
}

/** Does what the service would do, in memory. */
function follow(
  script: Script,
  call: PlayedCall,
  context: IvrContext,
  facts: IvrFacts,
  effect: IvrEffect,
): void {
  if (effect.kind === 'open-case') {
    call.case = effect;
    context.hasCase = true;
    facts.caseNumber = call.caseNumber;
  }
  if (effect.kind === 'callback-number') call.callbackNumber = effect.number;
  if (effect.kind === 'text-caller')
    call.texts.push({ to: effect.to, body: renderText(script, effect.body, facts) });
  const plan = effect.kind === 'open-case' || effect.kind === 'start-paging' ? effect.plan : undefined;
  if (plan === undefined) return;
  call.plans.push(plan);
  context.paging = 'ringing';
  facts.peoplePaged = script.plans[plan]?.page.reduce((sum, { people }) => sum + people, 0);
}

function spokenIn(document: readonly Verb[]): string[] {
  return document
    .flatMap((verb) => (verb.verb === 'gather' ? verb.prompts : [verb]))
    .flatMap((verb) => (verb.verb === 'say' ? [verb.text] : []));
}
