import { parseXml } from './parse.ts';
import type { Element } from './parse.ts';
import { TwimlProblem } from './problem.ts';
import { MESSAGING_SCHEMA, TOP_LEVEL, VOICE_SCHEMA } from './schema.ts';
import type { Rule, Setting, VerbRule } from './schema.ts';
import { voiceProblem } from './voices.ts';

/** Text limits of Say, in characters: Polly 3000, Google 5000, the basic voices 4096 (Twilio 13521). */
const SAY_LIMITS = { Polly: 3000, Google: 5000, basic: 4096 };

/**
 * Reads a TwiML document for a setting and holds it to Twilio's schema. `inline` documents have no address of their
 * own, so their URLs must be absolute.
 * Throws TwimlProblem: 12100 bad XML, 12200 schema, 11100 URL, 13512 voice, 13521 too much text.
 */
export function readDocument(source: string, setting: Setting, options: { inline: boolean }): Element[] {
  const root = parseXml(source);
  if (root.name !== 'Response')
    throw new TwimlProblem(12200, `line ${root.line}: the root must be <Response>, not <${root.name}>`);
  const attribute = Object.keys(root.attributes).find(
    (name) => !name.startsWith('xmlns') && !name.startsWith('xsi:'),
  );
  if (attribute !== undefined) throw new TwimlProblem(12200, `<Response> takes no attribute "${attribute}"`);
  if (ownText(root).trim() !== '')
    throw new TwimlProblem(12200, `<Response> holds loose text: "${ownText(root).trim()}"`);
  const schema = setting === 'message' ? MESSAGING_SCHEMA : VOICE_SCHEMA;
  const allowed: readonly string[] = TOP_LEVEL[setting];
  for (const verb of root.children) {
    if (!allowed.includes(verb.name))
      throw new TwimlProblem(
        12200,
        `line ${verb.line}: <${verb.name}> is not allowed here (${setting}); allowed: ${allowed.join(', ')}`,
      );
    checkElement(verb, schema, options);
  }
  return root.children;
}

function checkElement(
  element: Element,
  schema: Readonly<Record<string, VerbRule>>,
  options: { inline: boolean },
): void {
  const rule = schema[element.name];
  const where = `line ${element.line}: <${element.name}>`;
  if (!rule) throw new TwimlProblem(12200, `${where} is not a verb of TwiML`);
  for (const [name, value] of Object.entries(element.attributes)) {
    const expected = rule.attributes[name];
    if (!expected) throw new TwimlProblem(12200, `${where} takes no attribute "${name}"`);
    const problem = valueProblem(value, expected, options.inline);
    if (problem)
      throw new TwimlProblem(expected === 'url' ? 11100 : 12200, `${where}: ${name}="${value}" ${problem}`);
  }
  for (const child of element.children) {
    if (!rule.children.includes(child.name))
      throw new TwimlProblem(12200, `${where} may not hold <${child.name}>`);
    checkElement(child, schema, options);
  }
  if (!rule.text && ownText(element).trim() !== '')
    throw new TwimlProblem(12200, `${where} may not hold text`);
  CONTENT_CHECKS[element.name]?.(element, where, options);
}

const CONTENT_CHECKS: Readonly<
  Record<string, (element: Element, where: string, options: { inline: boolean }) => void>
> = {
  Say: (element, where) => {
    const problem = voiceProblem(element.attributes['voice'], element.attributes['language']);
    if (problem) throw new TwimlProblem(13512, `${where}: ${problem}`);
    const family = /^(Polly|Google)\./.exec(element.attributes['voice'] ?? '')?.[1];
    const limit = SAY_LIMITS[family === 'Polly' || family === 'Google' ? family : 'basic'];
    if (element.text.length > limit) throw new TwimlProblem(13521, `${where}: more than ${limit} characters`);
    if (element.text.trim() === '') throw new TwimlProblem(13520, `${where} says nothing`);
  },
  Play: (element, where, options) => {
    if (element.attributes['digits'] === undefined) requireUrl(element, where, options);
  },
  Redirect: (element, where, options) => requireUrl(element, where, options),
  Record: (element, where, options) => {
    if (options.inline && element.attributes['action'] === undefined)
      throw new TwimlProblem(11100, `${where} in inline TwiML needs an absolute action`);
  },
  Gather: (element, where, options) => {
    if (options.inline && element.attributes['action'] === undefined)
      throw new TwimlProblem(11100, `${where} in inline TwiML needs an absolute action`);
  },
  Dial: (element, where) => {
    const nouns = new Set(element.children.map((child) => child.name));
    if (nouns.size > 1 || (element.children.length > 1 && !nouns.has('Number')))
      throw new TwimlProblem(12200, `${where} takes several <Number> or one other noun`);
    if (element.text.trim() === '') throw new TwimlProblem(13221, `${where} dials nothing`);
    element.children.forEach((child) => {
      if (child.text.trim() === '') throw new TwimlProblem(13221, `${where}: <${child.name}> is empty`);
    });
  },
  Enqueue: (element, where) => {
    const name = element.text.trim();
    if (name === '' || name.length > 64)
      throw new TwimlProblem(12200, `${where}: a queue name has 1 to 64 characters`);
  },
};

function requireUrl(element: Element, where: string, options: { inline: boolean }): void {
  const problem = valueProblem(element.text.trim(), 'url', options.inline);
  if (problem || element.text.trim() === '')
    throw new TwimlProblem(11100, `${where}: "${element.text.trim()}" ${problem ?? 'is no URL'}`);
}

function valueProblem(value: string, rule: Rule, inline: boolean): string | null {
  if (rule === 'text') return null;
  if (rule === 'url') return urlProblem(value, inline);
  if (rule === 'boolean') return ['true', 'false'].includes(value) ? null : 'must be true or false';
  if (rule === 'method') return ['GET', 'POST'].includes(value) ? null : 'must be GET or POST';
  if (rule instanceof RegExp)
    return new RegExp(`^(?:${rule.source})$`, 's').test(value) ? null : 'has a value that is not allowed';
  if ('from' in rule)
    return /^\d+$/.test(value) && Number(value) >= rule.from && Number(value) <= rule.to
      ? null
      : `must be a whole number from ${rule.from} to ${rule.to}`;
  return rule.includes(value) ? null : `must be one of ${rule.join(', ')}`;
}

/** An empty URL is allowed: it means "none" for waitUrl. A relative one needs a document with an address. */
function urlProblem(value: string, inline: boolean): string | null {
  if (value === '') return null;
  if (/^https?:\/\//i.test(value)) return URL.canParse(value) ? null : 'is not a URL';
  if (/^[a-z][a-z0-9+.-]*:/i.test(value)) return 'must be http or https';
  return inline ? 'is relative, but inline TwiML has no address' : null;
}

function ownText(element: Element): string {
  return element.children.reduce((text, child) => text.replace(child.text, ''), element.text);
}
