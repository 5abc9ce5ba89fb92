import type { Script } from '../ivr/index.ts';
import { element, escapeXml } from '../twilio/index.ts';

/** Lines of XML. People read these documents, and compare them with what a host shows. */
export type Markup = readonly string[];
type Attributes = Parameters<typeof element>[1];

const indented = (lines: Markup): string[] => lines.map((line) => `  ${line}`);

/** An element with others inside, a line each. */
export function block(name: string, attributes: Attributes = {}, inside: readonly Markup[] = []): Markup {
  if (inside.length === 0) return [element(name, attributes)];
  const [open] = element(name, attributes, '\n').split('\n');
  return [open!, ...indented(inside.flat()), `</${name}>`];
}

/** What speaks in the desk's voice. */
export function say({ voice, language }: Pick<Script, 'voice' | 'language'>): (text: string) => Markup {
  return (text) => [element('Say', { voice, language }, escapeXml(text))];
}

/** Rings all numbers at once; the caller hears it ring until somebody has come through the screening. */
export function dial(
  options: { timeout: number; callerId: string | undefined },
  numbers: readonly string[],
  screening: { url: string; method: string },
): Markup {
  const targets = numbers.map((number): Markup => [element('Number', screening, escapeXml(number))]);
  return block('Dial', { ...options, answerOnBridge: true }, targets);
}
