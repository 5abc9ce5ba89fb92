import type { Call } from '../carrier/call.ts';
import type { Carrier } from '../carrier/carrier.ts';
import type { Hook } from '../carrier/model.ts';
import type { Element, Setting } from '../twiml/index.ts';

/** Where a document comes from. */
export type Source = (Hook & { params?: Readonly<Record<string, string>> }) | { twiml: string };

/** How a run of documents ended: nothing left to do, or told to hang up or to leave the queue. */
export type Ending = 'finished' | 'hangup' | 'leave';

/** What a verb leads to. */
export type Outcome = { kind: 'next' } | { kind: 'goto'; source: Source } | { kind: 'end'; ending: Ending };

export const NEXT: Outcome = { kind: 'next' };

/** One run of documents on a leg. Aborting the signal stops whatever is being said or waited for. */
export interface Run {
  carrier: Carrier;
  call: Call;
  setting: Setting;
  signal: AbortSignal;
  /** Fields added to every request for a document, such as a queue's. */
  extraFields: () => Record<string, string>;
  /** Runs other documents on the same leg: a waitUrl, a whisper. Throws TwimlProblem. */
  runDocuments: (run: Run, source: Source) => Promise<Ending>;
}

/** The document that a verb stands in: default of `action`, base of relative URLs. */
export interface DocumentBase {
  source: Source;
  url: string | null;
}

export type VerbRunner = (run: Run, verb: Element, base: DocumentBase) => Promise<Outcome>;

export function numberAttribute(verb: Element, name: string, otherwise: number): number {
  const value = verb.attributes[name];
  return value === undefined ? otherwise : Number(value);
}

export function flagAttribute(verb: Element, name: string, otherwise: boolean): boolean {
  const value = verb.attributes[name];
  return value === undefined ? otherwise : value === 'true';
}

/** The hook an attribute names, or null when it is absent or empty. Relative URLs count from the document. */
export function hookAttribute(
  verb: Element,
  base: DocumentBase,
  name: string,
  methodName: string,
): Hook | null {
  const url = verb.attributes[name];
  if (url === undefined || url === '') return null;
  return { url: absolute(url, base), method: verb.attributes[methodName] === 'GET' ? 'GET' : 'POST' };
}

export function absolute(url: string, base: DocumentBase): string {
  return base.url === null || /^https?:/i.test(url) ? url : new URL(url, base.url).href;
}

/** Where a verb's result goes: its action, else its own document again. */
export function actionSource(verb: Element, base: DocumentBase, params: Record<string, string>): Source {
  const action = hookAttribute(verb, base, 'action', 'method');
  if (action) return { ...action, params };
  return 'twiml' in base.source ? base.source : { url: base.source.url, method: base.source.method, params };
}
