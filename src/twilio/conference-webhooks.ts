import { present, readName, readCount, readInstant, readText, type WebhookParams } from './webhook-values.ts';

/** `other`: an event that we did not ask for or do not know. */
export type ConferenceEventKind = 'start' | 'end' | 'join' | 'leave' | 'other';

/** Something that happened in a room. Order by `sequence`, never by arrival. */
export interface ConferenceEvent {
  conferenceId: string;
  /** The room name that we gave it. */
  conference: string;
  event: ConferenceEventKind;
  /** The leg that joined or left. */
  carrierId?: string;
  /** The label that we gave the leg. */
  label?: string;
  /** The leg that left is still on the line: it left by a key, or was moved. */
  goesOn?: boolean;
  sequence?: number;
  at?: Date;
  /** Why the leg left or the room ended, in Twilio's words. */
  reason?: string;
}

const kinds: ReadonlyMap<string, ConferenceEventKind> = new Map([
  ['conference-start', 'start'],
  ['conference-end', 'end'],
  ['participant-join', 'join'],
  ['participant-leave', 'leave'],
]);

export function readConferenceEvent(params: WebhookParams): ConferenceEvent {
  return {
    conferenceId: readName(params.ConferenceSid),
    conference: readName(params.FriendlyName),
    event: kinds.get(params.StatusCallbackEvent ?? '') ?? 'other',
    ...present({
      carrierId: readText(readName(params.CallSid)),
      label: readText(params.ParticipantLabel),
      goesOn: params.ParticipantCallStatus === 'in-progress' ? true : undefined,
      sequence: readCount(params.SequenceNumber),
      at: readInstant(params.Timestamp),
      reason: readText(params.ReasonParticipantLeft) ?? readText(params.ReasonConferenceEnded),
    }),
  };
}
