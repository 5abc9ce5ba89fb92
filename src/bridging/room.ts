import { moveLeg, type Call } from '../calls/index.ts';
import type { Case } from '../cases/index.ts';
import type { Service, Unit } from '../service/index.ts';
import type { JoinConference } from '../telephony/index.ts';

/**
 * Puts a leg into the case's conference. Nobody's leaving ends the room: another phone of the customer's, or another
 * technician, may be in it. Whoever is left alone is told when the end of the other leg is reported. `starLeaves`: a
 * responder who hears a voicemail box can leave it by the key *.
 */
export function joinRoom(
  service: Service,
  leg: Pick<Call, 'id'>,
  found: Pick<Case, 'id' | 'room'>,
  how: { starLeaves?: boolean } = {},
): JoinConference {
  return {
    ...how,
    verb: 'join-conference',
    conference: found.room,
    label: leg.id,
    startsConference: true,
    endsConferenceOnExit: false,
    waitUrl: service.urls.bridgeWait(leg.id),
    action: service.urls.afterBridge(leg.id),
    statusUrl: service.urls.conference(found.id),
  };
}

/** Says of a responder's leg that it is on its way into the case's room, whichever room it was in before. */
export async function headForRoom(unit: Unit, leg: Pick<Call, 'id'>, found: Pick<Case, 'id'>): Promise<void> {
  await moveLeg(unit, leg.id, 'bridge', { caseId: found.id, bridgedAt: null, leftBridgeAt: null });
}
