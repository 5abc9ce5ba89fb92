import type { Finding } from './fault.ts';
import { reachable } from './flow.ts';
import type { Menu, Script, ScriptNode } from './script.ts';

/** The words that a severity 1 caller may have to sit through before the first useful key. */
const mostWordsBeforeSeverity1 = 20;

/** Keys and words of the choices of every menu and hold. */
export function checkMenus(script: Script): Finding[] {
  return Object.entries(script.nodes).flatMap(([name, node]) => [
    ...(node.menu ? checkKeys(name, 'menu', node.menu) : []),
    ...(node.hold ? checkKeys(name, 'hold', node.hold) : []),
    ...(node.menu ? checkUrgentFirst(script, name, node.menu) : []),
  ]);
}

function checkKeys(name: string, kind: string, menu: Pick<Menu, 'choices' | 'repeat'>): Finding[] {
  const choices = menu.choices.map(({ key }, index) => ({ key, path: ['choices', index, 'key'] }));
  const keys = menu.repeat ? [...choices, { key: menu.repeat.key, path: ['repeat', 'key'] }] : choices;
  const twice = keys.filter(({ key }, index) => keys.findIndex((other) => other.key === key) < index);
  const phrases = menu.choices.flatMap((choice, index) =>
    choice.hear.map((hear, at) => ({ hear: hear.toLowerCase(), index, at })),
  );
  const same = phrases.filter(({ hear, index }) =>
    phrases.some((other) => other.hear === hear && other.index < index),
  );
  return [
    ...twice.map(({ key, path }) => ({
      path: ['nodes', name, kind, ...path],
      what: `The key ${key} is used twice in "${name}".`,
      mend: 'Give each choice a key of its own.',
    })),
    ...same.map(({ hear, index, at }) => ({
      path: ['nodes', name, kind, 'choices', index, 'hear', at],
      what: `The words "${hear}" mean two choices in "${name}".`,
      mend: 'Keep them at one choice.',
    })),
  ];
}

function checkUrgentFirst(script: Script, name: string, menu: Menu): Finding[] {
  const index = menu.choices.findIndex((choice) => opensSeverity1(script, choice.go));
  const words = index === -1 ? 0 : wordsUntilChoice(script, name, menu, index);
  if (words <= mostWordsBeforeSeverity1) return [];
  return [
    {
      path: ['nodes', name, 'menu', 'choices', index, 'say'],
      what: `A severity 1 caller hears ${words} words before knowing the key; at most ${mostWordsBeforeSeverity1} are allowed.`,
      mend: 'Move this choice to the top, and shorten what is said before it.',
    },
  ];
}

/** True when the choice leads to a severity 1 case without asking anything more. */
function opensSeverity1(script: Script, name: string): boolean {
  const stop = (node: ScriptNode) => node.openCase !== undefined || node.menu !== undefined;
  return [...reachable(script, [name], { stop })].some(
    (passed) => script.nodes[passed]?.openCase?.severity === '1',
  );
}

/** Words from the start of the call, or from the key before, to the end of the choice's own sentence. */
function wordsUntilChoice(script: Script, name: string, menu: Menu, index: number): number {
  const spoken = [
    ...linesOnTheWay(script, name),
    ...(menu.say ?? []),
    ...menu.choices.slice(0, index + 1).flatMap((choice) => choice.say),
  ];
  const text = spoken.join(' ').replace(/\{desk\}/g, script.name);
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/** What `say` nodes between the start of the call and the menu speak. */
function linesOnTheWay(script: Script, name: string): string[] {
  const lines: string[] = [];
  const seen = new Set<string>();
  for (let at = script.start; at !== name && !seen.has(at);) {
    seen.add(at);
    const node = script.nodes[at];
    if (node?.language) {
      at = node.language.then;
      continue;
    }
    if (node?.say === undefined) return [];
    lines.push(...node.say.lines);
    at = node.say.then;
  }
  return lines;
}
