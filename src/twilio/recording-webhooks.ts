import { present, readName, readCount, readInstant, readText, type WebhookParams } from './webhook-values.ts';

export type RecordingStatus = 'in-progress' | 'completed' | 'absent' | 'failed';

/** A recording, from its status callback or from the Record verb's action. Both come, in any order. */
export interface RecordingNotice {
  /** Empty when there is none. */
  recordingId: string;
  /** WAV; with `.mp3` behind it MP3. Needs the account's sign-in to fetch. */
  url?: string;
  /** Only in the status callback; the action comes before the file exists. `absent`: nothing was heard. */
  status?: RecordingStatus;
  durationSeconds?: number;
  /** The leg; absent for a conference's recording. The callback has no caller and no number. */
  carrierId?: string;
  startedAt?: Date;
  /** The action says so when hanging up ended it. */
  hungUp: boolean;
  errorCode?: string;
}

const statuses: ReadonlySet<string> = new Set(['in-progress', 'completed', 'absent', 'failed']);

export function readRecording(params: WebhookParams): RecordingNotice {
  const { RecordingStatus: word = '', ErrorCode: errorCode } = params;
  return {
    recordingId: readName(params.RecordingSid ?? params.RecordingUrl?.split('/').at(-1)),
    hungUp: params.Digits === 'hangup',
    ...present({
      url: readText(params.RecordingUrl),
      status: statuses.has(word) ? (word as RecordingStatus) : undefined,
      durationSeconds: readCount(params.RecordingDuration),
      carrierId: readText(readName(params.CallSid)),
      startedAt: readInstant(params.RecordingStartTime),
      errorCode: errorCode === '0' ? undefined : readText(errorCode),
    }),
  };
}
