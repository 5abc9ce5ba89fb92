import type { YAMLParseError } from 'yaml';
import { camelise } from './camel-case.ts';
import { checkScript } from './checks.ts';
import type { Finding, ScriptFault } from './fault.ts';
import { parseSource, positionOf, type SourceFile } from './positions.ts';
import { firstMisspelt, isWithin, renameKey } from './rename-keys.ts';
import { scriptSchema } from './schema.ts';
import { schemaFindings } from './schema-faults.ts';
import { toScript, type Script } from './script.ts';
import { withStandIns, type Mended } from './stand-ins.ts';

/** A script as far as it could be read; `spoilt` places hold stand-ins for what is malformed. */
export interface Outline {
  script: Script;
  spoilt: Mended['spoilt'];
  source: SourceFile;
}

/** More slips than anybody makes in one file; each is one turn of the loop. */
const mostRenames = 100;

/**
 * Reads one script and finds everything that is wrong with it alone: what the schema refuses, and whatever can be said
 * of the rest. Whoever mends a slip shall not meet the next fault only then; and none is named that only follows.
 */
export function readScript(file: string, text: string): { outline?: Outline; faults: ScriptFault[] } {
  const source = parseSource(text);
  const { errors } = source.document;
  const faults = errors.map((error) => yamlFault(file, source, error));
  // A text with a key twice is still a text; any other fault of the YAML leaves none.
  if (errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return { faults };
  const at = (finding: Finding): ScriptFault => {
    return { file, ...positionOf(source, finding), what: finding.what, mend: finding.mend };
  };
  faults.push(...takeAsMeant(source, at));
  const raw: unknown = source.document.toJS();
  const parsed = scriptSchema.safeParse(raw);
  if (!parsed.success) faults.push(...schemaFindings(parsed.error.issues, raw).map(at));
  const mended = parsed.success ? { parsed: parsed.data, spoilt: [] } : withStandIns(raw);
  if (mended === undefined) return { faults };
  const script = toScript(mended.parsed);
  if (isWithin(['desk'], mended.spoilt)) script.desk = file.split('/').at(-1) ?? file;
  faults.push(
    ...checkScript(script, camelise(mended.parsed))
      .filter((finding) => !isDoubtful(finding, mended.spoilt))
      .map(at),
  );
  return { outline: { script, spoilt: mended.spoilt, source }, faults };
}

/** True when what a finding says is about a stand-in, or may only follow from one. */
export function isDoubtful(finding: Finding, spoilt: Mended['spoilt']): boolean {
  return [finding.path, ...(finding.dependsOn ?? [])].some((place) => isWithin(place, spoilt));
}

/** Renames misspelt keys in the parsed text, and says so: what stands below them is checked like the rest. */
function takeAsMeant(source: SourceFile, at: (finding: Finding) => ScriptFault): ScriptFault[] {
  const faults: ScriptFault[] = [];
  while (faults.length < mostRenames) {
    const raw: unknown = source.document.toJS();
    const issues = scriptSchema.safeParse(raw).error?.issues ?? [];
    const slip = firstMisspelt(issues, raw);
    if (slip === undefined) return faults;
    faults.push(...schemaFindings([slip.issue], raw).map(at));
    renameKey(source, slip);
  }
  return faults;
}

function yamlFault(file: string, source: SourceFile, error: YAMLParseError): ScriptFault {
  const { line, col } = source.lines.linePos(error.pos[0]);
  const mend =
    error.code === 'DUPLICATE_KEY'
      ? 'Keep one of them.'
      : 'Mend the YAML here: often the indentation or a missing quote.';
  return { file, line, column: col, what: `${error.message.replace(/\.?$/, '.')}`, mend };
}
