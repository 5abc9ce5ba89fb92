import { askNumber, mustAskNumber, reachableNumber } from './call-back-number.ts';
import { ensureCase, hasCase, speak, waitFor, withOpens, type Conversation } from './conversation.ts';
import { beginInterview } from './interview.ts';
import { changeLanguage } from './change-language.ts';
import { askMenu } from './menu.ts';
import type { ScriptNode } from './script.ts';
import type { Turn } from './turn.ts';

const mostHops = 100;

/** Goes to a node, and on from there until one waits for the caller. */
export function enter(talk: Conversation, name: string): Turn {
  talk.hops += 1;
  talk.state = { ...talk.state, node: name, tries: 0, asking: undefined };
  const node = talk.script.nodes[name];
  if (node === undefined || talk.hops > mostHops) return farewell(talk, []);
  if (node.menu) return askMenu(talk, node.menu);
  if (node.byHours) return enter(talk, talk.context.open ? node.byHours.open : node.byHours.closed);
  if (node.openCase) return openCase(talk, node.openCase);
  if (node.page) return page(talk, node.page);
  if (node.text) return mustAskNumber(talk) ? askNumber(talk) : sendText(talk, node.text);
  if (node.record) return record(talk, node.record);
  if (node.hold) return hold(talk, node.hold, true);
  if (node.language) {
    changeLanguage(talk, node.language);
    return enter(talk, node.language.then);
  }
  if (node.interview) return beginInterview(talk, node.interview);
  if (node.say) {
    speak(talk, node.say.lines);
    return enter(talk, node.say.then);
  }
  return farewell(talk, node.end?.say ?? []);
}

/** Goes on in a node that asked for a call-back number first. */
export function afterNumber(talk: Conversation, node: ScriptNode): Turn {
  if (node.text) return sendText(talk, node.text);
  const then = node.openCase?.then ?? node.page?.then;
  return then === undefined ? farewell(talk, node.end?.say ?? []) : enter(talk, then);
}

/** One case a call: whoever comes round again has the case already, and only pages. */
function openCase(talk: Conversation, node: NonNullable<ScriptNode['openCase']>): Turn {
  if (hasCase(talk)) {
    if (node.page) startPaging(talk, node.page);
  } else {
    talk.state.caseOpened = true;
    talk.effects.push({
      kind: 'open-case',
      caseKind: node.kind,
      severity: node.severity,
      summary: node.summary,
      plan: node.page,
    });
  }
  const hours = talk.context.open ? 'inHours' : 'afterHours';
  talk.state.answered = node.answered?.[hours];
  talk.state.promise = node.answered && { node: talk.state.node, hours };
  speak(talk, node.say, node.sayJoined ? 'new' : undefined);
  speak(talk, node.sayJoined, 'joined');
  return node.askNumber && mustAskNumber(talk) ? askNumber(talk) : enter(talk, node.then);
}

function page(talk: Conversation, node: NonNullable<ScriptNode['page']>): Turn {
  ensureCase(talk);
  startPaging(talk, node.plan);
  speak(talk, node.say);
  return mustAskNumber(talk) ? askNumber(talk) : enter(talk, node.then);
}

function startPaging(talk: Conversation, plan: string): void {
  if (talk.context.paging !== 'ringing') talk.effects.push({ kind: 'start-paging', plan });
}

function sendText(talk: Conversation, node: NonNullable<ScriptNode['text']>): Turn {
  const to = reachableNumber(talk);
  const body = withOpens(talk, node.body, talk.script.language) ?? node.body;
  if (to !== undefined) talk.effects.push({ kind: 'text-caller', to, body });
  speak(talk, to === undefined ? node.sayWithoutNumber : node.say);
  return enter(talk, node.then);
}

export function record(talk: Conversation, node: NonNullable<ScriptNode['record']>): Turn {
  ensureCase(talk);
  speak(talk, node.say);
  const { maxSeconds, silenceSeconds } = node;
  return waitFor(talk, { kind: 'record', maxSeconds, silenceSeconds, finishOnKey: '#' });
}

/** `aloud` is false on the way back to hold: what it says was said. */
export function hold(talk: Conversation, node: NonNullable<ScriptNode['hold']>, aloud: boolean): Turn {
  ensureCase(talk);
  const lines = reachableNumber(talk) === undefined ? (node.sayWithoutNumber ?? node.say) : node.say;
  if (aloud) speak(talk, lines);
  return waitFor(talk, {
    kind: 'hold',
    choices: node.choices.map(({ key, say }) => ({ key, say })),
  });
}

function farewell(talk: Conversation, lines: readonly string[]): Turn {
  ensureCase(talk);
  speak(talk, lines);
  return waitFor(talk, { kind: 'end' });
}
