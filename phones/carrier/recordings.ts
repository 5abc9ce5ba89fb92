import { rfc2822 } from './call-fields.ts';
import { newSid } from './carrier.ts';
import type { Carrier } from './carrier.ts';
import type { Hook, Recording } from './model.ts';
import { notify } from './notify.ts';

/** A finished file appears this long after the recording ended. */
const PROCESSING_MS = 1000;

export interface RecordingCallback {
  hook: Hook | null;
  events: readonly string[];
}

export function startRecording(
  carrier: Carrier,
  about: Pick<Recording, 'callSid' | 'conferenceSid' | 'source' | 'channels'>,
  callback: RecordingCallback,
): Recording {
  const now = carrier.clock.now();
  const recording: Recording = {
    ...about,
    sid: newSid(carrier, 'RE'),
    status: 'in-progress',
    startedAt: now,
    updatedAt: now,
    durationSeconds: 0,
  };
  carrier.recordings.set(recording.sid, recording);
  report(carrier, recording, callback, 'in-progress');
  return recording;
}

/** Ends a recording; its file and the `completed` callback follow a second later. */
export function finishRecording(carrier: Carrier, recording: Recording, callback: RecordingCallback): void {
  if (recording.status !== 'in-progress') return;
  const now = carrier.clock.now();
  recording.durationSeconds = Math.max(0, Math.round((now.getTime() - recording.startedAt.getTime()) / 1000));
  recording.status = 'processing';
  recording.updatedAt = now;
  carrier.clock.after(PROCESSING_MS, () => {
    recording.status = 'completed';
    recording.updatedAt = carrier.clock.now();
    report(carrier, recording, callback, 'completed');
  });
}

/** Where the file is; `.mp3` or `.wav` may be appended. */
export function recordingUrl(carrier: Carrier, recording: Recording): string {
  return `${carrier.baseUrl}${carrier.brand.restPath}/2010-04-01/Accounts/${carrier.account.sid}/Recordings/${recording.sid}`;
}

function report(carrier: Carrier, recording: Recording, callback: RecordingCallback, status: string): void {
  if (!callback.hook || !callback.events.includes(status)) return;
  const call = carrier.calls.get(recording.callSid);
  const params = {
    RecordingSource: recording.source,
    RecordingTrack: 'both',
    RecordingSid: recording.sid,
    RecordingUrl: recordingUrl(carrier, recording),
    RecordingStatus: status,
    RecordingChannels: String(recording.channels),
    ErrorCode: '0',
    ...(recording.conferenceSid === null
      ? { CallSid: recording.callSid }
      : { ConferenceSid: recording.conferenceSid }),
    RecordingStartTime: rfc2822(recording.startedAt),
    AccountSid: carrier.account.sid,
    ...(status === 'completed' ? { RecordingDuration: String(recording.durationSeconds) } : {}),
  };
  notify(carrier, {
    hook: callback.hook,
    kind: 'recording-status',
    params,
    numbers: call ? [call.phone] : [],
    sid: recording.sid,
  });
}
