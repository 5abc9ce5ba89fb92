import { tellUsage } from '../command-line/index.ts';
import { formatFault, loadScripts, suggestion } from '../ivr/index.ts';
import { whatIf } from './answer.ts';
import { readArguments, whatIfUsage } from './arguments.ts';
import { inJson } from './in-json.ts';
import { inText } from './in-text.ts';

process.exitCode = await main();

async function main(): Promise<number> {
  const read = readArguments(process.argv.slice(2));
  if (read.ok !== true) return tellUsage(read, whatIfUsage);
  const { scripts, faults } = await loadScripts(process.env['IVR_SCRIPTS'] ?? 'ivr-scripts');
  for (const fault of faults) console.error(formatFault(fault));
  const { wish } = read;
  const script = scripts.find(({ desk }) => desk === wish.desk);
  if (script === undefined) {
    // A script with a fault may be the one that is meant: its desk cannot be answered for until it is mended.
    if (faults.length > 0) return 1;
    return refuse([
      `There is no desk "${wish.desk}". ${suggestion(
        wish.desk,
        scripts.map(({ desk }) => desk),
      )}`,
    ]);
  }
  const result = whatIf(script, wish);
  if (!result.ok) return refuse(result.faults);
  console.log(wish.json ? inJson(result.answer) : inText(result.answer).join('\n'));
  return 0;
}

function refuse(faults: readonly string[]): number {
  for (const fault of faults) console.error(fault);
  return 2;
}
