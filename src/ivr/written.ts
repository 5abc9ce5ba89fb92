import type { Finding } from './fault.ts';
import { isPerLanguage, type Language } from './languages.ts';
import type { Script } from './script.ts';

type Path = (string | number)[];

/** What is written for callers at one place of a script, and in which languages it must be. */
export interface Written {
  path: Path;
  /** A text, a list of texts, or one of these a language. */
  value: unknown;
  needs: readonly Language[];
}

/** Keys whose values are spoken. */
export const sentenceKeys: ReadonlySet<string> = new Set([
  'say',
  'sayJoined',
  'sayAgain',
  'sayWithoutNumber',
  'sayUnapproved',
  'lines',
  'silent',
  'wrong',
  'ask',
  'readBack',
]);
/** Keys whose values callers hear, read or say otherwise. */
const otherKeys: ReadonlySet<string> = new Set(['hear', 'body', 'inHours', 'afterHours', 'spoken']);

/**
 * Everything that is written for callers. `written` is the script with all its languages, `spokenAt` the languages that a
 * call can have at each node.
 */
export function sentencesWritten(
  script: Script,
  written: unknown,
  spokenAt: ReadonlyMap<string, ReadonlySet<Language>>,
): Written[] {
  const { nodes, callBackNumber, mail } = written as Record<string, unknown>;
  const everywhere = [...new Set([...spokenAt.values()].flatMap((spoken) => [...spoken]))];
  return [
    ...found(mail, ['mail'], () => everywhere),
    ...found(callBackNumber, ['callBackNumber'], () => everywhere),
    ...Object.entries(nodes as object).flatMap(([name, node]) =>
      found(node, ['nodes', name], (path) => needsAt(script, path, [...(spokenAt.get(name) ?? [])])),
    ),
  ];
}

/** The choice of another language is spoken in that one, and may be said in any. */
function needsAt(script: Script, path: Path, spoken: Language[]): Language[] {
  const [, name, kind, choices, index, key] = path;
  if (kind !== 'menu' || choices !== 'choices') return spoken;
  const choice = script.nodes[String(name)]?.menu?.choices[Number(index)];
  const to = choice && script.nodes[choice.go]?.language?.to;
  if (to === undefined) return spoken;
  return key === 'say' ? [to] : [];
}

function found(value: unknown, path: Path, needs: (path: Path) => readonly Language[]): Written[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    const isText = typeof inner === 'string' || Array.isArray(inner) || isPerLanguage(inner);
    const isWritten = sentenceKeys.has(key) || otherKeys.has(key);
    if (isText && isWritten) return [{ path: here, value: inner, needs: needs(here) }];
    return found(inner, here, needs);
  });
}

/**
 * Where a fault of one language stands in the text of all; undefined when it is of a sentence that this language has not,
 * and that another stands in for.
 */
export function placedIn(written: unknown, language: Language, finding: Finding): Finding | undefined {
  const path: Path = [];
  let node = written;
  for (const part of finding.path) {
    path.push(part);
    node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[part] : undefined;
    if (!isPerLanguage(node)) continue;
    if (!Object.hasOwn(node.perLanguage, language)) return undefined;
    path.push(language);
    node = node.perLanguage[language];
  }
  return { ...finding, path };
}
