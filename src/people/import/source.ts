import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type YAMLError,
} from 'yaml';
import type { Finding, PeopleFault } from './fault.ts';

/** A people file, with the name under which faults are shown. */
export interface PeopleSource {
  file: string;
  text: string;
}

/** The YAML of a people file with the places of everything in it. */
export interface ParsedSource {
  raw: unknown;
  faults: PeopleFault[];
  locate: (finding: Finding) => PeopleFault;
}

/**
 * Reads the YAML. Every value stays the text that stands in the file, so that a telephone number keeps its plus
 * without quotes, and a person may be called No.
 */
export function parseSource({ file, text }: PeopleSource): ParsedSource {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'failsafe',
    logLevel: 'error',
  });
  const at = (offset: number): { file: string; line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const locate = (finding: Finding): PeopleFault => ({
    ...at(offsetIn(document, finding)),
    what: finding.what,
    mend: finding.mend,
  });
  const faults = document.errors.map((error) => ({
    ...at(error.pos[0]),
    what: error.message.replace(/\.?$/, '.'),
    mend: mendOf(error),
  }));
  if (faults.length > 0) return { raw: undefined, faults, locate };
  try {
    return { raw: document.toJS(), faults, locate };
  } catch (error) {
    // An alias without its anchor, or aliases that multiply without end, are met only here.
    const what = `${error instanceof Error ? error.message.replace(/\.$/, '') : String(error)}.`;
    return {
      raw: undefined,
      faults: [{ ...at(0), what, mend: 'Write the values out in place of the aliases.' }],
      locate,
    };
  }
}

function mendOf({ code }: YAMLError): string {
  if (code === 'DUPLICATE_KEY') return 'Keep one of them.';
  if (code === 'MULTIPLE_DOCS') return 'Take the line --- out: a people file is one document.';
  return 'Mend the YAML here: often the indentation or a missing quote.';
}

/** Where a thing begins; the nearest thing around it when it is missing from the text. */
function offsetIn(document: Document.Parsed, { path, atKey = false }: Finding): number {
  let node: unknown = document.contents;
  let offset = offsetOf(node) ?? 0;
  for (const [index, part] of path.entries()) {
    const pair = isMap(node) ? node.items.find((item) => textOf(item.key) === String(part)) : undefined;
    const next = pair?.value ?? (isSeq(node) ? node.items[Number(part)] : undefined);
    const meansKey = atKey && index === path.length - 1;
    const found = meansKey && pair ? offsetOf(pair.key) : offsetOf(next ?? pair?.key);
    if (found === undefined) break;
    offset = found;
    node = next;
  }
  return offset;
}

function textOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

function offsetOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
