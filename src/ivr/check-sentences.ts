import { suggestion } from './did-you-mean.ts';
import type { Finding } from './fault.ts';
import type { Script } from './script.ts';
import { fieldsIn, templateFields } from './template.ts';
import { longestSentence } from './voices.ts';
import { sentenceKeys } from './written.ts';

/** The carrier refuses a sentence whose URL-encoded form is longer. */
const longestEncoded = 4500;
/** Room for what a field may become. */
const longestFieldValue = 100;

const textFields = ['case_number', 'people', 'accepted_by', 'opens', 'mail', 'desk'];

type Path = (string | number)[];

/** The sentences of a script: none too long for the carrier, no field that does not exist, a goodbye with the number. */
export function checkSentences(script: Script): Finding[] {
  const spoken = [
    ...sentences(script.callBackNumber, ['callBackNumber']),
    ...sentences(script.nodes, ['nodes']),
  ];
  return [
    ...spoken.flatMap(({ text, path }) => [
      ...checkLength(script, text, path),
      ...checkFields(script, text, path, Object.keys(templateFields)),
    ]),
    ...Object.entries(script.nodes).flatMap(([name, node]) => [
      ...(node.text ? checkFields(script, node.text.body, ['nodes', name, 'text', 'body'], textFields) : []),
      ...(node.end ? checkGoodbye(name, node.end.say) : []),
    ]),
  ];
}

function sentences(value: unknown, path: Path): { text: string; path: Path }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const here = [...path, key];
    if (sentenceKeys.has(key) && Array.isArray(inner)) {
      return inner.map((text, index) => ({ text: String(text), path: [...here, index] }));
    }
    return sentences(inner, here);
  });
}

function checkLength(script: Script, text: string, path: Path): Finding[] {
  const room = fieldsIn(text).length * longestFieldValue;
  const limit = longestSentence(script.voice);
  const tooLong = text.length + room > limit || encodeURIComponent(text).length + room > longestEncoded;
  if (!tooLong) return [];
  return [
    {
      path,
      what: `This sentence is too long for the carrier: ${text.length} characters.`,
      mend: `Split it; the voice takes ${limit} characters, ${longestEncoded} when encoded for a URL.`,
      dependsOn: [['voice']],
    },
  ];
}

function checkFields(script: Script, text: string, path: Path, known: readonly string[]): Finding[] {
  const unknown = fieldsIn(text).filter((field) => !known.includes(field));
  const mailless = script.mail === undefined && fieldsIn(text).includes('mail');
  const stray = /[{}]/.test(text.replace(/\{[^{}]*\}/g, ''));
  return [
    ...unknown.map((field) => ({
      path,
      what: `There is no field {${field}} here.`,
      mend: suggestion(field, known),
    })),
    ...(mailless
      ? [
          {
            path,
            what: 'There is no mail address to say.',
            mend: 'Add the key mail to the script.',
            dependsOn: [['mail']],
          },
        ]
      : []),
    ...(stray
      ? [{ path, what: 'A brace of a field is missing.', mend: 'Write fields as {case_number}.' }]
      : []),
  ];
}

function checkGoodbye(name: string, say: readonly string[]): Finding[] {
  if (say.some((text) => fieldsIn(text).includes('case_number'))) return [];
  return [
    {
      path: ['nodes', name, 'end', 'say'],
      what: `The goodbye "${name}" does not say the case number.`,
      mend: 'Add a sentence with {case_number}.',
    },
  ];
}
