import { parseArgs } from 'node:util';
import { isStaticHost } from '../config/index.ts';
import { documentNames, type DocumentName } from './documents.ts';

export const failOpenUsage = `Usage: npm run fail-open -- DESK [--host https://static.example.com/folder] [--out FOLDER]
         writes FOLDER/DESK/voice.xml and what it needs, to be served at HOST/DESK/voice.xml;
         without --host and --out: FAIL_OPEN_URL and FAIL_OPEN_DIR
       npm run fail-open -- DESK [--host ...] --check
         compares the hosted documents with what would be written now
       npm run fail-open -- DESK --bins [--bin goodbye=URL] [--bin accepted=URL] [--bin screen=URL]
         prints the documents for TwiML Bins, those first that the others name`;

export type FailOpenWish =
  | { way: 'write' | 'check'; desk: string; host: string; out: string }
  | { way: 'bins'; desk: string; bins: Partial<Record<DocumentName, string>> };

export type FailOpenArguments =
  { ok: true; wish: FailOpenWish } | { ok: false; faults: string[] } | { ok: 'help' };

/** Reads the command line; every fault at once, each with its mend. */
export function readArguments(
  args: readonly string[],
  defaults: { url: string | undefined; folder: string | undefined },
): FailOpenArguments {
  const faults: string[] = [];
  const { values, positionals } = parse(args, faults);
  if (values.help) return { ok: 'help' };
  const [desk, ...more] = positionals;
  if (faults.length === 0 && (desk === undefined || more.length > 0))
    faults.push('name one desk, such as dino');
  const bins = readBins(values.bin ?? [], faults);
  const isForBins = values.bins === true || values.bin !== undefined;
  const host = values.host ?? defaults.url;
  if (isForBins && (values.host ?? values.out ?? values.check) !== undefined)
    faults.push('--bins goes with none of --host, --out and --check');
  if (!isForBins) checkHost(host, faults);
  if (faults.length > 0 || desk === undefined) return { ok: false, faults };
  if (isForBins) return { ok: true, wish: { way: 'bins', desk, bins } };
  const way = values.check ? 'check' : 'write';
  const out = values.out ?? defaults.folder ?? 'fail-open';
  return { ok: true, wish: { way, desk, host: (host ?? '').replace(/\/+$/, ''), out } };
}

interface Options {
  host?: string | undefined;
  out?: string | undefined;
  check?: boolean | undefined;
  bins?: boolean | undefined;
  bin?: string[] | undefined;
  help?: boolean | undefined;
}

function parse(args: readonly string[], faults: string[]): { values: Options; positionals: string[] } {
  try {
    const options = {
      host: { type: 'string' },
      out: { type: 'string' },
      check: { type: 'boolean' },
      bins: { type: 'boolean' },
      bin: { type: 'string', multiple: true },
      help: { type: 'boolean' },
    } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
    return { values: {}, positionals: [] };
  }
}

function checkHost(host: string | undefined, faults: string[]): void {
  if (host === undefined) {
    faults.push(
      '--host is missing: the documents name each other by their address; give it, or set FAIL_OPEN_URL',
    );
  } else if (!isStaticHost(host)) {
    faults.push(
      `--host ${host}: give an https address without ? and #, such as https://static.example.com/desk`,
    );
  }
}

function readBins(given: readonly string[], faults: string[]): Partial<Record<DocumentName, string>> {
  const bins: Partial<Record<DocumentName, string>> = {};
  for (const text of given) {
    const [name = '', ...rest] = text.split('=');
    const url = rest.join('=');
    const known = documentNames.find((of) => of === name);
    if (known !== undefined && isStaticHost(url)) bins[known] = url;
    else
      faults.push(
        `--bin ${text}: write NAME=URL, with one of ${documentNames.join(', ')} and its Bin's https URL`,
      );
  }
  return bins;
}
