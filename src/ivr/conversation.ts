import { phrasesFor, spokenTime } from '../phrases/index.ts';
import type { Language } from './languages.ts';
import { scriptIn, type Script } from './script.ts';
import { fillOpens, wantsOpens } from './template.ts';
import type { Awaits, IvrContext, IvrEffect, IvrState, Line, Turn } from './turn.ts';

/** One turn in the making: what has been decided so far on the way to the next place that waits for the caller. */
export interface Conversation {
  /** As it was loaded. */
  readonly desk: Script;
  /** The same in the language of the call. */
  script: Script;
  readonly context: IvrContext;
  state: IvrState;
  readonly effects: IvrEffect[];
  readonly lines: Line[];
  /** Nodes passed in this turn: a script that goes round without waiting must not hang the call. */
  hops: number;
}

export function conversation(desk: Script, context: IvrContext, state: IvrState): Conversation {
  const script = scriptIn(desk, state.language);
  return { desk, script, context, state: { ...state }, effects: [], lines: [], hops: 0 };
}

export function speak(
  talk: Conversation,
  lines: readonly string[] | undefined,
  when?: 'new' | 'joined',
): void {
  const { language } = talk.script;
  for (const line of lines ?? []) {
    const text = withOpens(talk, line, language);
    if (text !== undefined)
      talk.lines.push(when === undefined ? { text, language } : { text, language, when });
  }
}

/** A sentence of another language than the call's, for those who do not speak that. */
export function speakIn(talk: Conversation, language: Language, lines: readonly string[]): void {
  for (const line of lines) {
    const text = withOpens(talk, line, language);
    if (text !== undefined) talk.lines.push({ text, language });
  }
}

/** The sentence with the time at which the office opens next; undefined when it has no such time to tell. */
export function withOpens(talk: Conversation, line: string, language: Language): string | undefined {
  if (!wantsOpens(line)) return line;
  const { open, now, nextOpening } = talk.context;
  const at = open ? undefined : nextOpening?.();
  const { timeZone } = talk.desk;
  const said = now && at && spokenTime(at, now, { timeZone, language });
  return said === undefined ? undefined : fillOpens(line, said);
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
    summary: phrasesFor(talk.desk.language).nothingChosen,
  });
}
