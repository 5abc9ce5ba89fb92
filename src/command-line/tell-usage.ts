import type { NoWish } from './options.ts';

/**
 * Answers a command line that is no wish: who asks for the usage gets it as output, who made a fault gets each fault in
 * a line and the usage as an error.
 * @returns the exit code: 0 and 2.
 */
export function tellUsage(read: NoWish, usage: string): 0 | 2 {
  if (read.ok === 'help') {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  process.stderr.write(`${[...read.faults, usage].join('\n')}\n`);
  return 2;
}
