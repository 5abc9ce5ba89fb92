import type { Conversation } from './conversation.ts';
import { scriptIn, type ScriptNode } from './script.ts';

/**
 * From here on the call is spoken in another language of the script, whatever node it goes to. What was promised before is
 * from then on said in that one.
 */
export function changeLanguage(talk: Conversation, { to }: NonNullable<ScriptNode['language']>): void {
  talk.script = scriptIn(talk.desk, to);
  const { language } = talk.script;
  talk.state = { ...talk.state, language };
  const { promise } = talk.state;
  const answered = promise && talk.script.nodes[promise.node]?.openCase?.answered?.[promise.hours];
  if (answered !== undefined) talk.state.answered = answered;
  talk.effects.push({ kind: 'language', language });
}
