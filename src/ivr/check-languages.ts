import { suggestion } from './did-you-mean.ts';
import type { Finding } from './fault.ts';
import { waysFrom } from './flow.ts';
import { isPerLanguage, type Language } from './languages.ts';
import type { Script } from './script.ts';
import { fieldsIn, fillTemplate } from './template.ts';
import { sentencesWritten, type Written } from './written.ts';
import { voicesOf } from './voices.ts';

/** The languages of a script: each has a voice, is chosen somewhere, and has every sentence that is spoken in it. */
export function checkLanguages(script: Script, written: unknown): Finding[] {
  const spokenAt = languagesByNode(script);
  const sentences = sentencesWritten(script, written, spokenAt);
  return [
    ...checkAlsoIn(script, spokenAt),
    ...checkChanges(script),
    ...sentences.flatMap((sentence) => checkSentence(script, sentence)),
    ...checkUnknown(script, sentences),
  ];
}

/** The languages that a call can have at each node. A call that was put through comes back to hold in any of them. */
function languagesByNode(script: Script): Map<string, Set<Language>> {
  const seen = new Map<string, Set<Language>>();
  const firstHold = Object.keys(script.nodes).find((name) => script.nodes[name]?.hold !== undefined);
  const waiting: { name: string; language: Language }[] = [{ name: script.start, language: script.language }];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const node = script.nodes[at.name];
    const here = seen.get(at.name) ?? new Set<Language>();
    if (node === undefined || here.has(at.language)) continue;
    seen.set(at.name, here.add(at.language));
    const to = node.language?.to;
    // One that the script has not is a fault of its own: not every sentence lacks it.
    const language = to !== undefined && languagesOf(script).includes(to) ? to : at.language;
    waiting.push(...waysFrom(script, at.name).map(({ to }) => ({ name: to, language })));
    if (firstHold !== undefined) waiting.push({ name: firstHold, language });
  }
  return seen;
}

function checkAlsoIn(script: Script, spokenAt: ReadonlyMap<string, ReadonlySet<Language>>): Finding[] {
  const chosen = new Set([...spokenAt.values()].flatMap((spoken) => [...spoken]));
  const changes = Object.keys(script.nodes).map((name) => ['nodes', name]);
  // A change to a language that the script has not may have been meant for one that is missed.
  const isMissed = (language: Language): boolean =>
    !chosen.has(language) && checkChanges(script).length === 0;
  return Object.values(script.alsoIn).flatMap(({ language, voice }): Finding[] => {
    const listed = voicesOf(language);
    const path = ['alsoIn', language];
    return [
      ...(listed.includes(voice)
        ? []
        : [
            {
              path: [...path, 'voice'],
              what: `"${voice}" is not a listed voice for ${language}.`,
              mend: suggestion(voice, listed.slice(0, 6)),
            },
          ]),
      ...(isMissed(language)
        ? [
            {
              path,
              atKey: true,
              what: `No caller comes to hear ${language}.`,
              mend: `Lead a choice to a node with language: { to: ${language}, then: NODE }, or take it out.`,
              dependsOn: [['start'], ...changes],
            },
          ]
        : []),
    ];
  });
}

function languagesOf(script: Script): string[] {
  return [script.language, ...Object.keys(script.alsoIn)];
}

function checkChanges(script: Script): Finding[] {
  const known = languagesOf(script);
  return Object.entries(script.nodes).flatMap(([name, { language }]) => {
    if (language === undefined || known.includes(language.to)) return [];
    return [
      {
        path: ['nodes', name, 'language', 'to'],
        what: `The script does not speak ${language.to}.`,
        mend: `Add it to also_in with its voice; the script speaks ${known.join(', ')}.`,
        dependsOn: [['language'], ['alsoIn']],
      },
    ];
  });
}

function checkSentence(script: Script, { path, value, needs }: Written): Finding[] {
  const dependsOn = [['language'], ['alsoIn']];
  if (!isPerLanguage(value)) {
    if (needs.length < 2 || isTheSameInAll(script, value)) return [];
    const form = needs.map((language) => `${language}: ...`).join(', ');
    return [
      {
        path,
        what: `Callers hear this in ${needs.join(' and ')}, and it is written in one language.`,
        mend: `Write it in each, as in { ${form} }.`,
        dependsOn,
      },
    ];
  }
  const languages = Object.keys(value.perLanguage);
  return needs
    .filter((language) => !languages.includes(language))
    .map((language) => ({
      path,
      what: `This is not written in ${language}, in which callers hear it.`,
      mend: `Add ${language}: and the words.`,
      dependsOn,
    }));
}

/** Named once a language, where it is first written: without its line in also_in every sentence has it. */
function checkUnknown(script: Script, sentences: readonly Written[]): Finding[] {
  const known = languagesOf(script);
  const places = sentences.flatMap(({ path, value }) =>
    isPerLanguage(value) ? Object.keys(value.perLanguage).map((language) => ({ language, path })) : [],
  );
  const unknown = places.filter(({ language }) => !known.includes(language));
  return [...new Set(unknown.map(({ language }) => language))].flatMap((language) => {
    const [first, ...more] = unknown.filter((place) => place.language === language);
    if (first === undefined) return [];
    const others = more.length === 0 ? '' : `, and is written in ${more.length} more places`;
    return [
      {
        path: [...first.path, language],
        atKey: true,
        what: `${language} is not a language of this script${others}.`,
        mend: `Add it to also_in with its voice, or take it out; the script speaks ${known.join(', ')}.`,
        dependsOn: [['language'], ['alsoIn']],
      },
    ];
  });
}

/** Nothing but fields and the name of the company: `{desk}.` */
function isTheSameInAll(script: Script, value: unknown): boolean {
  const texts = (Array.isArray(value) ? value : [value]).map(String);
  return texts.every((text) => {
    const blank = Object.fromEntries(fieldsIn(text).map((field) => [field, '']));
    const isPlural = /\{[^{}]*\|/.test(text);
    return !isPlural && !/\p{L}/u.test((fillTemplate(text, blank) ?? text).replace(script.name, ''));
  });
}
