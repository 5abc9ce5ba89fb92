import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { snakeCase } from './camel-case.ts';
import type { FaultPlace } from './fault.ts';

/** A YAML text with the places of everything in it. */
export interface SourceFile {
  document: Document.Parsed;
  lines: LineCounter;
}

export function parseSource(text: string): SourceFile {
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines };
}

/** Line and column, from 1, of a place; of the nearest enclosing thing when that place is missing from the text. */
export function positionOf(source: SourceFile, place: FaultPlace): { line: number; column: number } {
  let node: unknown = source.document.contents;
  let offset = offsetOf(node) ?? 0;
  for (const [index, part] of place.path.entries()) {
    const pair = isMap(node)
      ? node.items.find((item) => keyText(item.key) === snakeCase(String(part)))
      : undefined;
    const next = pair?.value ?? (isSeq(node) ? node.items[Number(part)] : undefined);
    const isLast = index === place.path.length - 1;
    const found = isLast && place.atKey === true && pair ? offsetOf(pair.key) : offsetOf(next ?? pair?.key);
    if (found === undefined) break;
    offset = found;
    node = next;
  }
  const { line, col } = source.lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function keyText(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

function offsetOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
