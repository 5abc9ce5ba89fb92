import { gsm7Segments, toGsm7 } from '../kernel/index.ts';
import type { Finding } from './fault.ts';
import type { Script } from './script.ts';
import { fillOpens, renderText } from './template.ts';

/** As `sendText` sends it; what is beyond is cut out of the middle. */
const mostSegments = 2;
/** So long is a time that is told with its date, in the wordiest of the languages. */
const longestTime = 70;
const longestName = 30;

/**
 * The texts to callers in one language: none longer than it is sent, with the longest usual values in its fields, and no
 * character that a text cannot hold.
 */
export function checkTexts(script: Script): Finding[] {
  return Object.entries(script.nodes).flatMap(([name, { text }]): Finding[] => {
    if (text === undefined) return [];
    const path = ['nodes', name, 'text', 'body'];
    const strange = [...text.body].filter((character) => toGsm7(character) === '?' && character !== '?');
    const filled = renderText(script, fillOpens(text.body, 'x'.repeat(longestTime)), {
      caseNumber: `${script.caseNumbers.prefix}-999999`,
      peoplePaged: 99,
      acceptedBy: 'x'.repeat(longestName),
    });
    const segments = gsm7Segments(toGsm7(filled));
    return [
      ...(segments > mostSegments
        ? [
            {
              path,
              what: `This text is too long: with its fields filled it may need ${segments} segments, and ${mostSegments} are sent.`,
              mend: 'Shorten it, or its middle is cut out.',
              dependsOn: [['name'], ['mail'], ['caseNumbers']],
            },
          ]
        : []),
      ...(strange.length > 0
        ? [
            {
              path,
              what: `A text cannot hold ${[...new Set(strange)].join(' ')}: a question mark would stand there.`,
              mend: 'Write it with letters, digits and plain signs.',
            },
          ]
        : []),
    ];
  });
}
