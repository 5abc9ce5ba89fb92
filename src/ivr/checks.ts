import type { Finding } from './fault.ts';
import type { Script } from './script.ts';

/** Everything that the schema cannot see in one script. */
export function checkScript(_script: Script): Finding[] {
  return [];
}

/** What only shows when the scripts of all desks lie side by side; `index` is the script that has the fault. */
export function checkTogether(_scripts: readonly Script[]): (Finding & { index: number })[] {
  return [];
}
