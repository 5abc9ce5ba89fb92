import { Interrupted } from '../carrier/call.ts';
import { finishRecording, recordingUrl, startRecording } from '../carrier/recordings.ts';
import type { Element } from '../twiml/index.ts';
import { tellAction } from './action.ts';
import { flagAttribute, hookAttribute, NEXT } from './context.ts';
import type { DocumentBase, Outcome, Run, VerbRunner } from './context.ts';
import { enterConference, readConference } from './dial-conference.ts';
import { dialNumbers, readTarget } from './dial-number.ts';
import { dialQueue } from './dial-queue.ts';
import { recordingCallback } from './record.ts';
import { ensureAnswered } from './speak.ts';

/** Joins the caller with numbers, a room or the first of a queue; then the action, or the next verb without one. */
export const dialVerb: VerbRunner = async (run, verb, base) => {
  try {
    const result = await dialNoun(run, verb, base);
    if (!result) return NEXT;
    return leaveTo(verb, base, result);
  } catch (error) {
    const action = hookAttribute(verb, base, 'action', 'method');
    if (action && error instanceof Interrupted && error.why === 'ended')
      tellAction(run, { ...action, params: { DialCallStatus: 'completed' } });
    throw error;
  }
};

/** The fields for the action; null when a conference could not be joined, which falls to the next verb. */
async function dialNoun(run: Run, verb: Element, base: DocumentBase): Promise<Record<string, string> | null> {
  const noun = verb.children[0];
  if (noun?.name === 'Conference') {
    const joined = await enterConference(run, readConference(verb, noun, base));
    return joined === 'left' ? { DialCallStatus: 'answered' } : null;
  }
  if (noun?.name === 'Queue') {
    ensureAnswered(run);
    return await dialQueue(run, verb, noun, base);
  }
  return await dialAndRecord(run, verb, base);
}

async function dialAndRecord(run: Run, verb: Element, base: DocumentBase): Promise<Record<string, string>> {
  const targets = verb.children.map((child) => readTarget(child, base));
  const plain = { number: verb.text.trim(), whisper: null, statusHook: null, statusEvents: new Set<never>() };
  const wanted = verb.attributes['record'] ?? 'do-not-record';
  const records =
    flagAttribute(verb, 'record', wanted.startsWith('record-from')) || wanted.startsWith('record-from');
  const callback = recordingCallback(verb, base);
  const about = {
    callSid: run.call.sid,
    conferenceSid: null,
    source: 'DialVerb',
    channels: wanted.endsWith('-dual') ? 2 : 1,
  } as const;
  const recording = records ? startRecording(run.carrier, about, callback) : null;
  try {
    const result = await dialNumbers(run, verb, targets.length > 0 ? targets : [plain]);
    if (recording) finishRecording(run.carrier, recording, callback);
    return {
      DialCallStatus: result.status,
      DialBridged: String(result.bridged),
      ...(result.child ? { DialCallSid: result.child.sid } : {}),
      ...(result.bridged ? { DialCallDuration: String(result.seconds) } : {}),
      ...(recording && result.bridged
        ? { RecordingUrl: recordingUrl(run.carrier, recording), RecordingSid: recording.sid }
        : {}),
    };
  } catch (error) {
    if (recording) finishRecording(run.carrier, recording, callback);
    throw error;
  }
}

function leaveTo(verb: Element, base: DocumentBase, params: Record<string, string>): Outcome {
  const action = hookAttribute(verb, base, 'action', 'method');
  return action ? { kind: 'goto', source: { ...action, params } } : NEXT;
}
