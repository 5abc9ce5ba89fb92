import { SaxesParser } from 'saxes';
import { TwimlProblem } from './problem.ts';

/** One element of a TwiML document. `text` is what it holds with its children's text, in order. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Element[];
  text: string;
  line: number;
}

/** Twilio's limits: a fetched response at most 64 kB (11750), inline TwiML at most 4000 characters (32018). */
export const MAX_RESPONSE_BYTES = 64 * 1024;

/** Reads XML into elements. Throws TwimlProblem 12100 for anything not well formed. */
export function parseXml(source: string): Element {
  const parser = new SaxesParser({ position: true });
  const open: Element[] = [];
  let root: Element | undefined;
  let failure: TwimlProblem | undefined;
  parser.on('error', (error) => {
    failure ??= new TwimlProblem(12100, `not well-formed XML: ${error.message}`);
  });
  parser.on('opentag', (tag) => {
    const element: Element = {
      name: tag.name,
      attributes: { ...(tag.attributes as Record<string, string>) },
      children: [],
      text: '',
      line: parser.line,
    };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root ??= element;
    open.push(element);
  });
  const addText = (text: string) => open.forEach((element) => (element.text += text));
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => open.pop());
  parser.write(source.replace(/^\uFEFF/, '')).close();
  if (failure) throw failure;
  if (!root) throw new TwimlProblem(12100, 'an empty document');
  return root;
}
