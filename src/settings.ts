import { statSync } from 'node:fs';
import path from 'node:path';
import { loadConfig, readGiven, type Config, type ConfigFault, type Given } from './config/index.ts';
import { formatFault, loadScripts, type LoadedScripts, type Script } from './ivr/index.ts';

/** What the service starts with. */
export interface ReadSettings {
  readonly config: Config;
  readonly scripts: Script[];
  readonly warnings: readonly string[];
}

/** What the service starts with, or everything that keeps it from starting. */
export type Settings =
  | ({ readonly ok: true } & ReadSettings)
  | { readonly ok: false; readonly faults: readonly ConfigFault[] };

/**
 * Reads the environment and what it leads to, the folders and the IVR scripts, and finds every fault at once: whoever
 * mends one shall not meet the next at the next start.
 */
export async function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Settings> {
  const given = readGiven(environment);
  const loaded = loadConfig(environment);
  const folder = loaded.ok ? loaded.config.ivrScripts : (given.IVR_SCRIPTS ?? 'ivr-scripts');
  const read = await loadScripts(folder);
  const faults = [
    ...(loaded.ok ? [] : loaded.faults),
    ...folderFaults(given),
    ...scriptFaults(folder, read),
    ...canaryFaults(given, read.scripts),
  ];
  if (!loaded.ok || faults.length > 0) return { ok: false, faults };
  return { ok: true, config: loaded.config, scripts: read.scripts, warnings: loaded.warnings };
}

function scriptFaults(folder: string, { faults }: LoadedScripts): ConfigFault[] {
  if (faults.length === 0) return [];
  const many = faults.length === 1 ? 'a fault' : `${faults.length} faults`;
  return [
    {
      variable: 'IVR_SCRIPTS',
      problem: `leads to scripts with ${many} ("${folder}")`,
      mend: 'what is named here; npm run check-scripts looks again',
      details: faults.map(formatFault),
    },
  ];
}

/** Folders that are made when they are missing; where a file is in the way, they cannot be. */
function folderFaults(given: Given): ConfigFault[] {
  const names =
    given.DATABASE_URL === undefined
      ? (['DATA_DIR', 'FAIL_OPEN_DIR'] as const)
      : (['FAIL_OPEN_DIR'] as const);
  return names.flatMap((variable) => {
    const value = given[variable];
    const obstacle = value === undefined ? undefined : fileOnTheWay(value);
    if (obstacle === undefined) return [];
    const problem = `is no folder ("${value}"): ${obstacle} is a file`;
    return [{ variable, problem, mend: 'write the path of a folder, or of one that can be made' }];
  });
}

/** The nearest thing that exists on the way to a path, when it is no folder. */
function fileOnTheWay(wanted: string): string | undefined {
  for (let at = path.resolve(wanted); ; at = path.dirname(at)) {
    try {
      return statSync(at).isDirectory() ? undefined : at;
    } catch {
      // Nothing is there, or we may not look: what is above decides.
      if (at === path.dirname(at)) return undefined;
    }
  }
}

/**
 * Pages and test calls come from the first desk's own number at each carrier; at the first one PAGE_FROM goes before it,
 * and loadConfig looks at that.
 */
function canaryFaults(given: Given, scripts: Script[]): ConfigFault[] {
  const { CANARY_NUMBER: canary, PAGE_FROM: from, SIGNALWIRE_FROM: listed } = given;
  const theirs = listed?.split(',').map((number) => number.trim()) ?? [];
  const numbers: readonly string[] = scripts[0]?.numbers ?? [];
  const atFirst = from === undefined ? numbers.find((number) => !theirs.includes(number)) : undefined;
  const atSecond = numbers.find((number) => theirs.includes(number)) ?? theirs[0];
  if (canary === undefined || (canary !== atFirst && canary !== atSecond)) return [];
  return [
    {
      variable: 'CANARY_NUMBER',
      problem: 'is the number that pages come from, and no number can text or call itself',
      mend: 'set it to another number of the account, or remove it',
    },
  ];
}
