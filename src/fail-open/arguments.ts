import { readOptions, type NoWish } from '../command-line/index.ts';
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

const options = {
  host: { type: 'string' },
  out: { type: 'string' },
  check: { type: 'boolean' },
  bins: { type: 'boolean' },
  bin: { type: 'string', multiple: true },
} as const;

export type FailOpenArguments = { ok: true; wish: FailOpenWish } | NoWish;

/** Reads the command line; every fault at once, each with its mend. */
export function readArguments(
  args: readonly string[],
  defaults: { url: string | undefined; folder: string | undefined },
): FailOpenArguments {
  const read = readOptions(args, options, { allowPositionals: true });
  if (read.ok !== true) return read;
  const { values, positionals } = read;
  const faults: string[] = [];
  const [desk, ...more] = positionals;
  if (desk === undefined || more.length > 0) faults.push('name one desk, such as dino');
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
