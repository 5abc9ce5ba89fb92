import { speak, speakIn, waitFor, type Conversation } from './conversation.ts';
import { keyHeard } from './hear.ts';
import { scriptIn, type Choice, type Menu, type Script } from './script.ts';
import type { IvrInput, Turn } from './turn.ts';

/** What an input means to a menu. */
export type Answer =
  | { kind: 'choice'; choice: Choice; heard?: string }
  | { kind: 'repeat' }
  | { kind: 'silent' }
  | { kind: 'wrong' };

/** Reads an input as an answer to the choices. */
export function readAnswer(
  menu: Pick<Menu, 'choices' | 'repeat'>,
  input: IvrInput,
  language: Script['language'],
): Answer {
  if (input.kind === 'resumed') return { kind: 'repeat' };
  if (input.kind !== 'keys' && input.kind !== 'speech') return { kind: 'silent' };
  const options = menu.repeat ? [...menu.choices, { key: menu.repeat.key, hear: [] }] : menu.choices;
  const key = input.kind === 'keys' ? input.digits : keyHeard(input.text, options, language);
  if (key === '' || (input.kind === 'speech' && input.text.trim() === '')) return { kind: 'silent' };
  const choice = menu.choices.find((candidate) => candidate.key === key);
  if (choice !== undefined) {
    return { kind: 'choice', choice, ...(input.kind === 'speech' ? { heard: input.text } : {}) };
  }
  return key !== undefined && key === menu.repeat?.key ? { kind: 'repeat' } : { kind: 'wrong' };
}

/** Notes a choice for the call log. */
export function noteChoice(talk: Conversation, choice: Choice, heard?: string): void {
  talk.effects.push({ kind: 'choice', key: choice.key, label: choice.name, ...(heard ? { heard } : {}) });
}

/** Speaks the menu, the most urgent choice first, and waits. */
export function askMenu(talk: Conversation, menu: Menu): Turn {
  speak(talk, menu.say);
  for (const [index, choice] of menu.choices.entries()) offer(talk, choice, index);
  speak(talk, menu.repeat?.say);
  return waitFor(talk, {
    kind: 'menu',
    timeoutSeconds: menu.timeoutSeconds,
    speech: true,
    hints: menu.choices.flatMap((choice) => choice.hear),
  });
}

/** Whoever needs another language is told of it in that one, and whoever speaks it already is not. */
function offer(talk: Conversation, choice: Choice, index: number): void {
  const to = talk.script.nodes[choice.go]?.language?.to;
  if (to === talk.script.language) return;
  const there = to === undefined ? undefined : scriptIn(talk.desk, to);
  const inThat = there?.nodes[talk.state.node]?.menu?.choices[index];
  if (there && inThat) speakIn(talk, there.language, inThat.say);
  else speak(talk, choice.say);
}
