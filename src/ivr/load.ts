import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkScript, checkTogether } from './checks.ts';
import type { Finding, ScriptFault } from './fault.ts';
import { parseSource, positionOf, type SourceFile } from './positions.ts';
import { scriptSchema } from './schema.ts';
import { schemaFindings } from './schema-faults.ts';
import { toScript, type Script } from './script.ts';

export interface LoadedScripts {
  /** The scripts without a fault of their own. */
  scripts: Script[];
  faults: ScriptFault[];
}

/** Reads and checks every script (`*.yaml`) of a folder, by name. Never throws: what cannot be read is a fault. */
export async function loadScripts(folder: string): Promise<LoadedScripts> {
  const names = await readdir(folder).catch(() => undefined);
  const files = names?.filter((name) => /\.ya?ml$/.test(name)).sort();
  if (files === undefined || files.length === 0) {
    const what = names === undefined ? 'There is no such folder.' : 'There is no IVR script in this folder.';
    return {
      scripts: [],
      faults: [
        {
          file: folder,
          line: 1,
          column: 1,
          what,
          mend: 'Put one YAML file a desk there, or set IVR_SCRIPTS.',
        },
      ],
    };
  }
  const texts = await Promise.all(
    files.map(async (name) => {
      const file = join(folder, name);
      return { file, text: await readFile(file, 'utf8').catch((error: unknown) => error as Error) };
    }),
  );
  return readTogether(texts);
}

/** Checks the texts of several scripts, each alone and then beside each other. */
export function readTogether(texts: readonly { file: string; text: string | Error }[]): LoadedScripts {
  const faults: ScriptFault[] = [];
  const read: { file: string; script: Script; source: SourceFile }[] = [];
  for (const { file, text } of texts) {
    if (typeof text !== 'string') {
      faults.push({
        file,
        line: 1,
        column: 1,
        what: `Cannot be read: ${text.message}.`,
        mend: 'Check its permissions.',
      });
      continue;
    }
    const source = parseSource(text);
    const { script, faults: own } = readScript(file, source);
    faults.push(...own);
    if (script !== undefined) read.push({ file, script, source });
  }
  const findings = checkTogether(read.map(({ script }) => script));
  for (const { index, ...finding } of findings) {
    const at = read[index];
    if (at) faults.push(located(at.file, at.source, finding));
  }
  return { scripts: read.map(({ script }) => script), faults };
}

function readScript(file: string, source: SourceFile): { script?: Script; faults: ScriptFault[] } {
  if (source.document.errors.length > 0) {
    return {
      faults: source.document.errors.map((error) => {
        const { line, col } = source.lines.linePos(error.pos[0]);
        const mend =
          error.code === 'DUPLICATE_KEY'
            ? 'Keep one of them.'
            : 'Mend the YAML here: often the indentation or a missing quote.';
        return { file, line, column: col, what: `${error.message.replace(/\.?$/, '.')}`, mend };
      }),
    };
  }
  const raw: unknown = source.document.toJS();
  const parsed = scriptSchema.safeParse(raw);
  if (!parsed.success) {
    return {
      faults: schemaFindings(parsed.error.issues, raw).map((finding) => located(file, source, finding)),
    };
  }
  const script = toScript(parsed.data);
  const faults = checkScript(script).map((finding) => located(file, source, finding));
  return faults.length === 0 ? { script, faults } : { faults };
}

function located(file: string, source: SourceFile, finding: Finding): ScriptFault {
  return { file, ...positionOf(source, finding), what: finding.what, mend: finding.mend };
}
