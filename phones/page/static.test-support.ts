import type { Phones, Snapshot } from '../index.ts';

/** What a browser reads of a snapshot: dates are strings. */
export type Json<T> = T extends Date ? string : T extends object ? { [K in keyof T]: Json<T[K]> } : T;
export type State = Json<Snapshot>;
export type Phone = State['people'][number];
export type Call = NonNullable<Phone['call']>;

/** Loads one of the page's own modules, which are plain JavaScript, as the types that the test names. */
export async function load<T>(name: string): Promise<T> {
  return (await import(new URL(`./static/${name}`, import.meta.url).href)) as T;
}

/** The state as the page gets it. */
export function stateOf(phones: Phones): State {
  return JSON.parse(JSON.stringify(phones.state())) as State;
}

interface Tree {
  tag: string;
  attributes: Record<string, unknown>;
  children: (Tree | string)[];
}
export type Trees = readonly unknown[];

/** The words in drawn trees, in reading order. */
export function wordsIn(trees: Trees): string {
  const words = (node: unknown): string => {
    if (Array.isArray(node)) return node.map(words).join(' ');
    if (typeof node === 'string') return node;
    return node ? words((node as Tree).children) : '';
  };
  return words(trees).replace(/\s+/g, ' ').trim();
}

/** Every attribute of one name in drawn trees. */
export function attributesIn(trees: Trees, name: string): unknown[] {
  return trees.flatMap((node): unknown[] => {
    if (Array.isArray(node)) return attributesIn(node, name);
    if (!node || typeof node === 'string') return [];
    const { attributes, children } = node as Tree;
    return [...(name in attributes ? [attributes[name]] : []), ...attributesIn(children, name)];
  });
}
