import { rfc2822 } from './call-fields.ts';
import type { Carrier } from './carrier.ts';
import type { Conference, Participant } from './conference.ts';
import { notify } from './notify.ts';

/** What each subscription word brings (Twilio: Conference, statusCallbackEvent). */
const SUBSCRIPTION: Readonly<Record<string, string>> = {
  'conference-start': 'start',
  'conference-end': 'end',
  'participant-join': 'join',
  'participant-leave': 'leave',
  'participant-mute': 'mute',
  'participant-unmute': 'mute',
  'participant-hold': 'hold',
  'participant-unhold': 'hold',
  'participant-modify': 'modify',
  'announcement-end': 'announcement',
  'announcement-fail': 'announcement',
};

/** Sends a conference event to whoever subscribed it. SequenceNumber counts the events sent, from 1. */
export function emit(
  carrier: Carrier,
  conference: Conference,
  event: string,
  fields: Readonly<Record<string, string>>,
): void {
  if (!conference.hook || !conference.events.has(SUBSCRIPTION[event] ?? '')) return;
  conference.sequence += 1;
  const params = {
    ConferenceSid: conference.sid,
    FriendlyName: conference.name,
    AccountSid: carrier.account.sid,
    StatusCallbackEvent: event,
    SequenceNumber: String(conference.sequence),
    Timestamp: rfc2822(carrier.clock.now()),
    ...fields,
  };
  const call = carrier.calls.get(fields['CallSid'] ?? fields['CallSidEndingConference'] ?? '');
  notify(carrier, {
    hook: conference.hook,
    kind: 'conference-status',
    params,
    numbers: call ? [call.phone] : [],
    sid: conference.sid,
  });
}

export function callParticipantFields(participant: Participant): Record<string, string> {
  return {
    CallSid: participant.call.sid,
    Muted: String(participant.muted),
    Hold: String(participant.hold),
    Coaching: String(participant.coaching !== null),
    ...(participant.coaching === null ? {} : { CallSidToCoach: participant.coaching }),
    EndConferenceOnExit: String(participant.endOnExit),
    StartConferenceOnEnter: String(participant.startOnEnter),
    ...(participant.label === null ? {} : { ParticipantLabel: participant.label }),
  };
}
