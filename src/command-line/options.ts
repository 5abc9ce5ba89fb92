import { parseArgs, type ParseArgsConfig } from 'node:util';

type OptionTable = NonNullable<ParseArgsConfig['options']>;

type Parsed<T extends OptionTable> = ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>>;

/** A command line that is no wish: it asks for the usage, or is faulty. */
export type NoWish = { readonly ok: 'help' } | { readonly ok: false; readonly faults: readonly string[] };

export type ReadOptions<T extends OptionTable> =
  | { readonly ok: true; values: Parsed<T>['values']; positionals: string[] }
  | NoWish;

/**
 * Reads a command line after the option table of `node:util`. `--help` and `-h` are options of every command, and win
 * over whatever else stands there. An option that there is not, or that lacks its value, is one fault in one line.
 * @param allowPositionals whether the command takes words that are no options.
 */
export function readOptions<T extends OptionTable>(
  args: readonly string[],
  options: T,
  { allowPositionals = false } = {},
): ReadOptions<T> {
  if (args.includes('--help') || args.includes('-h')) return { ok: 'help' };
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals });
    return { ok: true, values, positionals };
  } catch (error) {
    return { ok: false, faults: [inOneLine(error)] };
  }
}

/** Node's sentence without its advice on arguments that begin with a dash: none of ours do. */
function inOneLine(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return (words.split(/\s+To specify /)[0] ?? words).replaceAll('\n', ' ').replace(/[^.?]$/, '$&.');
}
