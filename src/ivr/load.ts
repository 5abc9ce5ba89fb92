import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkTogether } from './checks.ts';
import type { Finding, ScriptFault } from './fault.ts';
import { positionOf, type SourceFile } from './positions.ts';
import { isDoubtful, readScript } from './read-script.ts';
import type { Script } from './script.ts';

export interface LoadedScripts {
  /** The scripts without a fault of their own. */
  scripts: Script[];
  faults: ScriptFault[];
}

/** Reads and checks every script (`*.yaml`) of a folder, by name. Never throws: what cannot be read is a fault. */
export async function loadScripts(folder: string): Promise<LoadedScripts> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => error);
  if (names instanceof Error) return { scripts: [], faults: [folderFault(folder, whyUnread(names))] };
  const files = names.filter((name) => /\.ya?ml$/.test(name)).sort();
  if (files.length === 0)
    return { scripts: [], faults: [folderFault(folder, 'There is no IVR script in this folder.')] };
  const texts = await Promise.all(
    files.map(async (name) => {
      const file = join(folder, name);
      return { file, text: await readFile(file, 'utf8').catch((error: unknown) => error as Error) };
    }),
  );
  return readTogether(texts);
}

function whyUnread({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'There is no such folder.';
  if (code === 'ENOTDIR') return 'This is a file, and no folder.';
  return `The folder cannot be read: ${message}.`;
}

function folderFault(folder: string, what: string): ScriptFault {
  const mend = 'Put one YAML file a desk there, or set IVR_SCRIPTS.';
  return { file: folder, line: 1, column: 1, what, mend };
}

/** Checks the texts of several scripts, each alone and then beside each other. */
export function readTogether(texts: readonly { file: string; text: string | Error }[]): LoadedScripts {
  const read = texts.map(({ file, text }) => ({
    file,
    ...(typeof text === 'string' ? readScript(file, text) : { faults: [unreadable(file, text)] }),
  }));
  const outlines = read.flatMap(({ file, outline }) => (outline ? [{ file, ...outline }] : []));
  const together = checkTogether(outlines.map(({ script }) => script)).flatMap(({ index, ...finding }) => {
    const at = outlines[index];
    return at && !isDoubtful(finding, at.spoilt) ? [located(at.file, at.source, finding)] : [];
  });
  return {
    scripts: read.flatMap(({ outline, faults }) => (outline && faults.length === 0 ? [outline.script] : [])),
    faults: [...read.flatMap(({ faults }) => faults), ...together],
  };
}

function unreadable(file: string, { message }: Error): ScriptFault {
  return { file, line: 1, column: 1, what: `Cannot be read: ${message}.`, mend: 'Check its permissions.' };
}

function located(file: string, source: SourceFile, finding: Finding): ScriptFault {
  return { file, ...positionOf(source, finding), what: finding.what, mend: finding.mend };
}
