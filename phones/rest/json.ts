import { rfc2822 } from '../carrier/call-fields.ts';
import type { Call } from '../carrier/call.ts';
import type { Carrier } from '../carrier/carrier.ts';
import type { Conference, Participant } from '../carrier/conference.ts';
import type { Hook, Message, OwnedNumber, Recording } from '../carrier/model.ts';
import { recordingUrl } from '../carrier/recordings.ts';
import { accountUri } from './request.ts';

type Json = Record<string, unknown>;

const date = (at: Date | null) => (at ? rfc2822(at) : null);
const subresources = (base: string, names: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(names).map(([key, name]) => [key, `${base}/${name}.json`]));

/** A US number as people write it; others as they are. */
function formatted(number: string): string {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  return parts ? `(${parts[1] ?? ''}) ${parts[2] ?? ''}-${parts[3] ?? ''}` : number;
}

export function callJson(carrier: Carrier, call: Call): Json {
  const base = `${accountUri(carrier)}/Calls/${call.sid}`;
  return {
    sid: call.sid,
    date_created: date(call.createdAt),
    date_updated: date(call.updatedAt),
    parent_call_sid: call.parentCallSid,
    account_sid: carrier.account.sid,
    to: call.to,
    to_formatted: formatted(call.to),
    from: call.from,
    from_formatted: formatted(call.from),
    phone_number_sid: carrier.numbers.get(call.ours)?.sid ?? null,
    status: call.status,
    start_time: date(call.dialledAt),
    end_time: date(call.endedAt),
    duration: call.endedAt ? String(call.durationSeconds) : null,
    price: null,
    price_unit: 'USD',
    direction: call.direction,
    answered_by: call.answeredBy,
    annotation: null,
    api_version: '2010-04-01',
    forwarded_from: null,
    group_sid: null,
    caller_name: null,
    queue_time: String(call.queueTimeMs),
    trunk_sid: null,
    uri: `${base}.json`,
    subresource_uris: subresources(base, {
      notifications: 'Notifications',
      recordings: 'Recordings',
      events: 'Events',
      transcriptions: 'Transcriptions',
      siprec: 'Siprec',
      streams: 'Streams',
      payments: 'Payments',
      user_defined_messages: 'UserDefinedMessages',
      user_defined_message_subscriptions: 'UserDefinedMessageSubscriptions',
    }),
  };
}

export function messageJson(carrier: Carrier, message: Message): Json {
  const base = `${accountUri(carrier)}/Messages/${message.sid}`;
  return {
    body: message.body,
    num_segments: String(message.numSegments),
    direction: message.direction,
    from: message.from,
    to: message.to,
    date_updated: date(message.updatedAt),
    price: null,
    error_message: message.errorCode === null ? null : `Error ${message.errorCode}`,
    uri: `${base}.json`,
    account_sid: carrier.account.sid,
    num_media: '0',
    status: message.status,
    messaging_service_sid: message.messagingServiceSid,
    sid: message.sid,
    date_sent: date(message.sentAt),
    date_created: date(message.createdAt),
    error_code: message.errorCode,
    price_unit: 'USD',
    api_version: '2010-04-01',
    subresource_uris: subresources(base, { media: 'Media', feedback: 'Feedback' }),
  };
}

export function conferenceJson(carrier: Carrier, conference: Conference): Json {
  const base = `${accountUri(carrier)}/Conferences/${conference.sid}`;
  return {
    account_sid: carrier.account.sid,
    date_created: date(conference.createdAt),
    date_updated: date(conference.updatedAt),
    api_version: '2010-04-01',
    friendly_name: conference.name,
    region: 'us1',
    sid: conference.sid,
    status: conference.status,
    uri: `${base}.json`,
    subresource_uris: subresources(base, { participants: 'Participants', recordings: 'Recordings' }),
    ...(conference.endReason === null ? {} : { reason_conference_ended: conference.endReason }),
    call_sid_ending_conference: conference.callSidEnding,
  };
}

export function participantJson(
  carrier: Carrier,
  conference: Conference,
  participant: Omit<Participant, 'release'>,
  status: 'queued' | 'connected' | 'complete',
): Json {
  const { call } = participant;
  return {
    account_sid: carrier.account.sid,
    call_sid: call.sid,
    label: participant.label,
    call_sid_to_coach: participant.coaching,
    coaching: participant.coaching !== null,
    conference_sid: conference.sid,
    date_created: date(participant.joinedAt),
    date_updated: date(participant.updatedAt),
    end_conference_on_exit: participant.endOnExit,
    muted: participant.muted,
    hold: participant.hold,
    start_conference_on_enter: participant.startOnEnter,
    status,
    queue_time: String(call.queueTimeMs),
    uri: `${accountUri(carrier)}/Conferences/${conference.sid}/Participants/${call.sid}.json`,
  };
}

export function recordingJson(carrier: Carrier, recording: Recording): Json {
  const base = `${accountUri(carrier)}/Recordings/${recording.sid}`;
  return {
    account_sid: carrier.account.sid,
    api_version: '2010-04-01',
    call_sid: recording.callSid,
    conference_sid: recording.conferenceSid,
    date_created: date(recording.startedAt),
    date_updated: date(recording.updatedAt),
    start_time: date(recording.startedAt),
    duration: recording.status === 'completed' ? String(recording.durationSeconds) : null,
    sid: recording.sid,
    price: null,
    price_unit: 'USD',
    status: recording.status,
    channels: recording.channels,
    source: recording.source,
    error_code: null,
    uri: `${base}.json`,
    encryption_details: null,
    subresource_uris: subresources(base, {
      add_on_results: 'AddOnResults',
      transcriptions: 'Transcriptions',
    }),
    media_url: recordingUrl(carrier, recording),
  };
}

export function numberJson(carrier: Carrier, number: OwnedNumber): Json {
  const hook = (name: string, value: Hook | null) => ({
    [`${name}_url`]: value?.url ?? null,
    [`${name}_method`]: value?.method ?? 'POST',
  });
  return {
    account_sid: carrier.account.sid,
    address_sid: null,
    address_requirements: 'none',
    api_version: '2010-04-01',
    beta: false,
    capabilities: { voice: true, sms: true, mms: true, fax: false },
    date_created: date(number.createdAt),
    date_updated: date(number.updatedAt),
    friendly_name: number.name === '' ? formatted(number.number) : number.name,
    identity_sid: null,
    phone_number: number.number,
    origin: 'twilio',
    sid: number.sid,
    sms_application_sid: null,
    ...hook('sms_fallback', number.smsFallback),
    ...hook('sms', number.sms),
    status_callback: number.status?.url ?? null,
    status_callback_method: number.status?.method ?? 'POST',
    trunk_sid: null,
    uri: `${accountUri(carrier)}/IncomingPhoneNumbers/${number.sid}.json`,
    voice_receive_mode: 'voice',
    voice_application_sid: null,
    voice_caller_id_lookup: false,
    ...hook('voice_fallback', number.voiceFallback),
    ...hook('voice', number.voice),
    emergency_status: 'Inactive',
    emergency_address_sid: null,
    emergency_address_status: 'unregistered',
    bundle_sid: null,
    status: 'in-use',
  };
}
