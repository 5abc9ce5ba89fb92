import { assertNever } from '../kernel/index.ts';
import type { Gather, Say, Verb } from '../telephony/index.ts';
import { scriptIn, type Script } from './script.ts';
import { fillTemplate, spokenValues } from './template.ts';
import type { IvrFacts, IvrUrls, Turn } from './turn.ts';

/**
 * The document for a turn, once its effects are done. Every one has a way on: it ends in a redirect behind whatever
 * waits for the caller, or in a spoken goodbye.
 */
export function render(desk: Script, turn: Turn, facts: IvrFacts, urls: IvrUrls): Verb[] {
  const script = scriptIn(desk, turn.state.language);
  const prompts = spoken(desk, turn, facts);
  const { awaits } = turn;
  switch (awaits.kind) {
    case 'menu':
    case 'number':
      return [gather(script, awaits, orName(script, prompts), urls), { verb: 'redirect', url: urls.input }];
    case 'record':
      return [
        ...orName(script, prompts),
        {
          verb: 'record',
          action: ofQuestion(urls.recorded, awaits.question),
          recordingStatusUrl: ofQuestion(urls.recordingStatus, awaits.question),
          maxSeconds: awaits.maxSeconds,
          silenceSeconds: awaits.silenceSeconds,
          finishOnKey: awaits.finishOnKey,
        },
        { verb: 'redirect', url: urls.recorded },
      ];
    case 'hold':
      return [...interruptible(prompts, urls), { verb: 'redirect', url: urls.hold }];
    case 'end':
      return [...(prompts.length > 0 ? prompts : lastWords(script, turn, facts)), { verb: 'hangup' }];
    default:
      return assertNever(awaits, 'wait');
  }
}

/** Whatever tells of the recording tells which question it answers: the two arrive in any order. */
function ofQuestion(url: string, question: string | undefined): string {
  return question === undefined ? url : `${url}/${question}`;
}

function gather(
  script: Script,
  awaits: Extract<Turn['awaits'], { kind: 'menu' | 'number' }>,
  prompts: Say[],
  urls: IvrUrls,
): Gather {
  const common = {
    verb: 'gather',
    prompts,
    action: urls.input,
    timeoutSeconds: awaits.timeoutSeconds,
    reportSilence: true,
  } as const;
  if (awaits.kind === 'number') return { ...common, input: 'keys', finishOnKey: awaits.finishOnKey };
  if (!awaits.speech) return { ...common, input: 'keys', keyCount: 1 };
  return {
    ...common,
    input: 'keys-and-speech',
    keyCount: 1,
    hints: awaits.hints,
    language: script.language,
  };
}

/**
 * The way to hold is cut short by a key too. That key chooses nothing: whoever presses 1 twice in a hurry must not find
 * themselves at the first choice of hold, which nobody has offered yet.
 */
function interruptible(prompts: Say[], urls: IvrUrls): Verb[] {
  if (prompts.length === 0) return [];
  return [
    {
      verb: 'gather',
      prompts,
      input: 'keys',
      keyCount: 1,
      action: urls.holdAtOnce,
      timeoutSeconds: 1,
      reportSilence: false,
    },
  ];
}

/** Each sentence by the voice of its own language: a turn may begin in one and end in another. */
function spoken(desk: Script, turn: Turn, facts: IvrFacts): Say[] {
  const now = facts.joinedExisting === true ? 'joined' : 'new';
  return turn.lines
    .filter((line) => line.when === undefined || line.when === now)
    .flatMap((line) => {
      const script = scriptIn(desk, line.language);
      const text = fillTemplate(line.text, spokenValues(script, turn.state, facts));
      return text === undefined ? [] : [say(script, text)];
    });
}

/** A question is never silent: where every sentence fell away, the company's name is left. */
function orName(script: Script, prompts: Say[]): Say[] {
  return prompts.length > 0 ? prompts : [say(script, script.name)];
}

/** What is said when a goodbye has no sentence left to say: never a silent hang-up. */
function lastWords(script: Script, turn: Turn, facts: IvrFacts): Say[] {
  const { case_number: number } = spokenValues(script, turn.state, facts);
  return [say(script, number === undefined ? script.name : `${script.name}. ${number}.`)];
}

function say(script: Script, text: string): Say {
  return { verb: 'say', text, language: script.language, voice: script.voice };
}
