import { checkDesk } from './check-desk.ts';
import { checkFlow } from './check-flow.ts';
import { checkLanguages } from './check-languages.ts';
import { checkMenus } from './check-menus.ts';
import { checkSentences } from './check-sentences.ts';
import { checkTexts } from './check-texts.ts';
import type { Finding } from './fault.ts';
import type { Language } from './languages.ts';
import { scriptIn, type Script } from './script.ts';
import { placedIn } from './written.ts';

/** Everything that the schema cannot see in one script; `written` is the same with all its languages side by side. */
export function checkScript(script: Script, written: unknown): Finding[] {
  const languages = [script.language, ...Object.keys(script.alsoIn)];
  return [
    ...checkDesk(script),
    ...checkFlow(script),
    ...checkLanguages(script, written),
    ...unique(languages.flatMap((language) => checkSpoken(script, written, language))),
  ];
}

/** What callers of one language hear and say. */
function checkSpoken(script: Script, written: unknown, language: Language): Finding[] {
  const spoken = scriptIn(script, language);
  const findings = [...checkMenus(spoken), ...checkSentences(spoken), ...checkTexts(spoken)];
  return findings.flatMap((finding) => placedIn(written, language, finding) ?? []);
}

/** What is wrong in every language is told once. */
function unique(findings: Finding[]): Finding[] {
  const same = (a: Finding, b: Finding): boolean =>
    a.what === b.what && a.path.join('\n') === b.path.join('\n');
  return findings.filter((finding, index) => findings.findIndex((other) => same(finding, other)) === index);
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
