import { checkDesk } from './check-desk.ts';
import { checkFlow } from './check-flow.ts';
import { checkMenus } from './check-menus.ts';
import { checkSentences } from './check-sentences.ts';
import type { Finding } from './fault.ts';
import type { Script } from './script.ts';

/** Everything that the schema cannot see in one script. */
export function checkScript(script: Script): Finding[] {
  return [...checkDesk(script), ...checkFlow(script), ...checkMenus(script), ...checkSentences(script)];
}

/** What only shows when the scripts of all desks lie side by side; `index` is the script that has the fault. */
export function checkTogether(scripts: readonly Script[]): (Finding & { index: number })[] {
  return scripts.flatMap((script, index) => {
    const earlier = scripts.slice(0, index);
    const numbers = script.numbers.flatMap((number, at) => {
      const other = earlier.find((desk) => desk.numbers.includes(number));
      return other
        ? [{ path: ['numbers', at], what: `The number ${number} is used by ${other.desk} too.` }]
        : [];
    });
    const sameName = earlier.some((desk) => desk.desk === script.desk);
    const samePrefix = earlier.find((desk) => desk.caseNumbers.prefix === script.caseNumbers.prefix);
    return [
      ...numbers.map((finding) => ({ ...finding, mend: 'A dialled number belongs to one desk.' })),
      ...(sameName
        ? [{ path: ['desk'], what: `There are two desks "${script.desk}".`, mend: 'Give each its own name.' }]
        : []),
      ...(samePrefix
        ? [
            {
              path: ['caseNumbers', 'prefix'],
              what: `The prefix ${script.caseNumbers.prefix} is used by ${samePrefix.desk} too.`,
              mend: 'Give each desk its own.',
            },
          ]
        : []),
    ].map((finding) => ({ ...finding, index }));
  });
}
