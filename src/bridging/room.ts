import type { Call } from '../calls/index.ts';
import type { Case } from '../cases/index.ts';
import type { Service } from '../service/index.ts';
import type { JoinConference } from '../telephony/index.ts';

/**
 * Puts a leg into the case's conference. A customer's leg ends the room when it leaves and nobody else of the
 * customer is in it: then the responders hear at once that they are alone.
 */
export function joinRoom(
  service: Service,
  leg: Pick<Call, 'id'>,
  found: Pick<Case, 'id' | 'room'>,
  endsConferenceOnExit: boolean,
): JoinConference {
  return {
    verb: 'join-conference',
    conference: found.room,
    label: leg.id,
    startsConference: true,
    endsConferenceOnExit,
    waitUrl: service.urls.bridgeWait(leg.id),
    action: service.urls.afterBridge(leg.id),
    statusUrl: service.urls.conference(found.id),
  };
}
