import { readFileSync } from 'node:fs';
import { readTogether } from './load.ts';
import type { Script } from './script.ts';

/** The text of the script that ships, for tests that change a line of it. */
export const dinoText = readFileSync(new URL('../../ivr-scripts/dino.yaml', import.meta.url), 'utf8');

/** The script that ships. */
export function dinoScript(): Script {
  const { scripts, faults } = readTogether([{ file: 'dino.yaml', text: dinoText }]);
  const [script] = scripts;
  if (script === undefined) throw new Error(`dino.yaml has faults: ${JSON.stringify(faults)}`);
  return script;
}
