import { toneWav } from '../carrier/wav.ts';
import type { Recording } from '../carrier/model.ts';
import { finishRecording, startRecording } from '../carrier/recordings.ts';
import { hookField, listField } from './form.ts';
import { recordingJson } from './json.ts';
import { dateMatches, page, textMatches } from './paging.ts';
import { created, deleted, idAt, ok } from './request.ts';
import type { RestHandler, RestRequest } from './request.ts';
import { notFound, RestError } from './rest-error.ts';

export const listRecordings: RestHandler = (request) => {
  const owner = request.ids[0];
  const recordings = [...request.carrier.recordings.values()]
    .filter(
      (recording) =>
        (owner === undefined || recording.callSid === owner || recording.conferenceSid === owner) &&
        textMatches(request, 'CallSid', recording.callSid) &&
        textMatches(request, 'ConferenceSid', recording.conferenceSid ?? '') &&
        dateMatches(request, 'DateCreated', recording.startedAt),
    )
    .reverse();
  return page(request, 'Recordings', 'recordings', recordings, (recording) =>
    recordingJson(request.carrier, recording),
  );
};

export const fetchRecording: RestHandler = (request) =>
  ok(recordingJson(request.carrier, recordingAt(request)));

export const deleteRecording: RestHandler = (request) => {
  request.carrier.recordings.delete(recordingAt(request).sid);
  return deleted;
};

/** The sound itself, WAV whatever the extension. 404 until the file has been made. */
export const recordingMedia: RestHandler = (request) => {
  const recording = recordingAt(request);
  if (recording.status !== 'completed') throw notFound(request.uri);
  return { status: 200, body: toneWav(recording.durationSeconds), contentType: 'audio/x-wav' };
};

/** Starts recording a live call. */
export const recordCall: RestHandler = (request) => {
  const { carrier, form } = request;
  const call = carrier.calls.get(idAt(request, 0));
  if (!call) throw notFound(request.uri);
  if (call.status !== 'in-progress')
    throw new RestError(400, 21220, 'Unable to create record. Call is not in-progress.');
  const callback = {
    hook: hookField(form, 'RecordingStatusCallback', 'RecordingStatusCallbackMethod', 21609),
    events: listField(form, 'RecordingStatusCallbackEvent') ?? ['completed'],
  };
  const about = {
    callSid: call.sid,
    conferenceSid: null,
    source: 'StartCallRecordingAPI',
    channels: 1,
  } as const;
  const recording = startRecording(carrier, about, callback);
  call.watch(() => {
    if (call.ended) finishRecording(carrier, recording, callback);
  });
  return created(recordingJson(carrier, recording));
};

function recordingAt(request: RestRequest): Recording {
  const recording = request.carrier.recordings.get(request.ids.at(-1) ?? '');
  if (!recording) throw notFound(request.uri);
  return recording;
}
