import type { Script } from './script.ts';
import type { Awaits, IvrContext, IvrEffect, IvrState, Line, Turn } from './turn.ts';

/** One turn in the making: what has been decided so far on the way to the next place that waits for the caller. */
export interface Conversation {
  readonly script: Script;
  readonly context: IvrContext;
  state: IvrState;
  readonly effects: IvrEffect[];
  readonly lines: Line[];
  /** Nodes passed in this turn: a script that goes round without waiting must not hang the call. */
  hops: number;
}

export function conversation(script: Script, context: IvrContext, state: IvrState): Conversation {
  return { script, context, state: { ...state }, effects: [], lines: [], hops: 0 };
}

export function speak(
  talk: Conversation,
  lines: readonly string[] | undefined,
  when?: 'new' | 'joined',
): void {
  for (const text of lines ?? []) talk.lines.push(when === undefined ? { text } : { text, when });
}

export function waitFor(talk: Conversation, awaits: Awaits): Turn {
  return { state: talk.state, effects: talk.effects, lines: talk.lines, awaits };
}

export function hasCase(talk: Conversation): boolean {
  return talk.context.hasCase || talk.state.caseOpened;
}

/**
 * Opens a case of kind unsorted unless there is one. Nobody holds, leaves a message or says goodbye without a case,
 * whatever the script says.
 */
export function ensureCase(talk: Conversation): void {
  if (hasCase(talk)) return;
  talk.state.caseOpened = true;
  talk.effects.push({
    kind: 'open-case',
    caseKind: 'unsorted',
    summary: 'A call that nothing was chosen in',
  });
}
