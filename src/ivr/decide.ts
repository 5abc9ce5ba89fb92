import { answerNumber } from './call-back-number.ts';
import { conversation, hasCase, speak, type Conversation } from './conversation.ts';
import { afterNumber, enter, hold, record } from './enter.ts';
import { answerInterview } from './interview.ts';
import { askMenu, noteChoice, readAnswer } from './menu.ts';
import { saidSomething } from './said-something.ts';
import type { Menu, Script, ScriptNode } from './script.ts';
import type { IvrContext, IvrInput, IvrState, Turn } from './turn.ts';

/** After so many inputs, whatever does not open a case leads to the way out of the menu, so that something does. */
const mostInputsWithoutCase = 20;

/** The turn that answers a call. */
export function begin(script: Script, context: IvrContext): Turn {
  const state: IvrState = {
    node: script.start,
    tries: 0,
    inputs: 0,
    caseOpened: false,
    numberAsked: false,
  };
  return enter(conversation(script, context, state), script.start);
}

/**
 * The turn that follows an input: first do its effects, then `render` it with the facts they made. Pure and total:
 * any input at any state has an answer; a node that the script no longer has begins the conversation again.
 */
export function decide(script: Script, state: IvrState, input: IvrInput, context: IvrContext): Turn {
  const talk = conversation(script, context, { ...state, inputs: state.inputs + 1 });
  const { nodes } = talk.script;
  const node = Object.hasOwn(nodes, state.node) ? nodes[state.node] : undefined;
  if (input.kind === 'nobody-came') return enter(talk, input.go);
  if (node === undefined) return enter(talk, script.start);
  if (node.interview) return answerInterview(talk, node.interview, input) ?? enter(talk, node.interview.then);
  if (state.asking !== undefined) return answerNumber(talk, input) ?? afterNumber(talk, node);
  if (node.menu) return answerMenu(talk, node.menu, input);
  if (node.record) return answerRecord(talk, node.record, input);
  if (node.hold) return answerHold(talk, node.hold, input);
  return enter(talk, state.node);
}

/**
 * The state of a call that holds. A call put through from anywhere in its conversation, and then left alone, comes back
 * to hold: then it is at the script's hold node, whatever it was asked before.
 */
export function atHold(script: Script, state: IvrState): IvrState {
  const isAtHold = (name: string) => Object.hasOwn(script.nodes, name) && script.nodes[name]?.hold;
  if (isAtHold(state.node) && state.asking === undefined) return state;
  const node = Object.keys(script.nodes).find(isAtHold);
  return node === undefined ? state : { ...state, node, tries: 0, asking: undefined };
}

function answerMenu(talk: Conversation, menu: Menu, input: IvrInput): Turn {
  const answer = readAnswer(menu, input, talk.script.language);
  const lost = !hasCase(talk) && talk.state.inputs >= mostInputsWithoutCase;
  if (answer.kind === 'choice') {
    noteChoice(talk, answer.choice, answer.heard);
    const turn = enter(talk, answer.choice.go);
    if (!lost || hasCase(talk)) return turn;
    talk.lines.length = 0;
    return enter(talk, menu.otherwise);
  }
  if (lost) return enter(talk, menu.otherwise);
  if (answer.kind === 'repeat') return askMenu(talk, menu);
  if (answer.kind === 'silent' && menu.ifSilent !== undefined) return enter(talk, menu.ifSilent);
  talk.state.tries += 1;
  if (talk.state.tries >= menu.tries) return enter(talk, menu.otherwise);
  speak(talk, menu.sorry?.[answer.kind]);
  return askMenu(talk, menu);
}

/** Nothing recorded is met with one more try; a key or silence from elsewhere counts as nothing recorded. */
function answerRecord(talk: Conversation, node: NonNullable<ScriptNode['record']>, input: IvrInput): Turn {
  if (input.kind === 'resumed') return record(talk, node);
  if (saidSomething(input, node.silenceSeconds)) return enter(talk, node.then);
  if (input.kind === 'recorded' && input.recordingId !== undefined) {
    const { recordingId, seconds } = input;
    talk.effects.push({ kind: 'nothing-said', recordingId, seconds });
  }
  if (talk.state.tries > 0) return enter(talk, node.then);
  talk.state.tries += 1;
  speak(talk, node.sayAgain);
  return record(talk, node);
}

function answerHold(talk: Conversation, node: NonNullable<ScriptNode['hold']>, input: IvrInput): Turn {
  const answer = readAnswer({ choices: node.choices }, input, talk.script.language);
  if (answer.kind !== 'choice') return hold(talk, node, false);
  noteChoice(talk, answer.choice, answer.heard);
  return enter(talk, answer.choice.go);
}
