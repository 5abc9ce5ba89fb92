import type { IvrUrls } from '../ivr/index.ts';
import type { Service } from '../service/index.ts';

/** Where the document of a call's `turn` goes on. */
export function ivrUrls(service: Service, callId: string, turn: number): IvrUrls {
  return {
    input: service.urls.input(callId, turn),
    recorded: service.urls.recorded(callId, turn),
    recordingStatus: service.urls.recording(callId),
    hold: service.urls.hold(callId, 1),
    holdAtOnce: service.urls.hold(callId, 0),
  };
}
