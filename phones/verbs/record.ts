import { Interrupted } from '../carrier/call.ts';
import { finishRecording, recordingUrl, startRecording } from '../carrier/recordings.ts';
import type { RecordingCallback } from '../carrier/recordings.ts';
import type { Timer } from '../clock.ts';
import type { Element } from '../twiml/index.ts';
import { tellAction } from './action.ts';
import { actionSource, flagAttribute, hookAttribute, numberAttribute } from './context.ts';
import type { DocumentBase, Run, VerbRunner } from './context.ts';
import { ensureAnswered, playLine } from './speak.ts';

const BEEP_MS = 500;

/** The callback that `recordingStatusCallback` and its event list ask for; `completed` alone unless told. */
export function recordingCallback(verb: Element, base: DocumentBase): RecordingCallback {
  return {
    hook: hookAttribute(verb, base, 'recordingStatusCallback', 'recordingStatusCallbackMethod'),
    events: (verb.attributes['recordingStatusCallbackEvent'] ?? 'completed').split(' '),
  };
}

/** Records until silence, a key, the limit or a hang-up. Silent recordings are kept too. */
export const record: VerbRunner = async (run, verb, base) => {
  ensureAnswered(run);
  if (flagAttribute(verb, 'playBeep', true)) await playLine(run, 'tone', 'beep', BEEP_MS);
  const { carrier, call } = run;
  const callback = recordingCallback(verb, base);
  const recording = startRecording(
    carrier,
    { callSid: call.sid, conferenceSid: null, source: 'RecordVerb', channels: 1 },
    callback,
  );
  const result = (digits: string) => ({
    RecordingUrl: recordingUrl(carrier, recording),
    RecordingSid: recording.sid,
    RecordingDuration: String(recording.durationSeconds),
    Digits: digits,
  });
  try {
    const digits = await untilDone(run, verb);
    finishRecording(carrier, recording, callback);
    return { kind: 'goto', source: actionSource(verb, base, result(digits)) };
  } catch (error) {
    finishRecording(carrier, recording, callback);
    const hungUp = error instanceof Interrupted && error.why === 'ended';
    if (hungUp) tellAction(run, actionSource(verb, base, result('hangup')));
    throw error;
  }
};

/** The key that ended it, or empty. */
function untilDone(run: Run, verb: Element): Promise<string> {
  const { carrier, call, signal } = run;
  const finishKeys = verb.attributes['finishOnKey'] ?? '1234567890*#';
  const silenceMs = numberAttribute(verb, 'timeout', 5) * 1000;
  const maxMs =
    numberAttribute(verb, 'maxLength', flagAttribute(verb, 'transcribe', false) ? 120 : 3600) * 1000;
  return new Promise((resolve, reject) => {
    let silence: Timer | undefined;
    const settle = () => {
      silence?.cancel();
      limit.cancel();
      stopListening.forEach((stop) => stop());
      signal.removeEventListener('abort', abort);
    };
    const finish = (digits: string) => {
      settle();
      resolve(digits);
    };
    const abort = () => {
      settle();
      reject(signal.reason as Error);
    };
    const hush = (talkMs: number) => {
      silence?.cancel();
      if (silenceMs > 0) silence = carrier.clock.after(talkMs + silenceMs, () => finish(''));
    };
    const limit = carrier.clock.after(maxMs, () => finish(''));
    const stopListening = [
      call.onKey((key) => {
        if (finishKeys.includes(key)) finish(key);
      }),
      call.onSpeech((_text, durationMs) => hush(durationMs)),
    ];
    signal.addEventListener('abort', abort, { once: true });
    hush(0);
  });
}
