import { readFileSync } from 'node:fs';
import { readTogether } from './load.ts';
import type { Script } from './script.ts';

/** The text of the script that ships, for tests that change a line of it. */
export const nordicText = readFileSync(new URL('../../ivr-scripts/dvnordic.yaml', import.meta.url), 'utf8');

/** The Swedish desk with operators, as it ships. */
export function nordicScript(): Script {
  const { scripts, faults } = readTogether([{ file: 'dvnordic.yaml', text: nordicText }]);
  const [script] = scripts;
  if (script === undefined) throw new Error(`dvnordic.yaml has faults: ${JSON.stringify(faults)}`);
  return script;
}
