import { callParticipantFields, emit } from '../carrier/conference-callbacks.ts';
import {
  endConference,
  findConference,
  leaveConference,
  openConference,
  touch,
} from '../carrier/conference.ts';
import type { Conference, Participant } from '../carrier/conference.ts';
import { placeLeg } from '../switchboard/index.ts';
import { announce, startConferenceLeg } from '../verbs/index.ts';
import { booleanField, callEventsField, E164, field, hookField, integerField, listField } from './form.ts';
import { conferenceJson, participantJson } from './json.ts';
import { dateMatches, page, textMatches } from './paging.ts';
import { created, deleted, idAt, ok } from './request.ts';
import type { RestHandler, RestRequest } from './request.ts';
import { notFound, RestError } from './rest-error.ts';

export const listConferences: RestHandler = (request) => {
  const conferences = [...request.carrier.conferences.values()]
    .filter(
      (conference) =>
        textMatches(request, 'FriendlyName', conference.name) &&
        textMatches(request, 'Status', conference.status) &&
        dateMatches(request, 'DateCreated', conference.createdAt),
    )
    .reverse();
  return page(request, 'Conferences', 'conferences', conferences, (conference) =>
    conferenceJson(request.carrier, conference),
  );
};

export const fetchConference: RestHandler = (request) =>
  ok(conferenceJson(request.carrier, conferenceAt(request)));

/** Ends a conference, or plays an announcement to everybody in it. */
export const updateConference: RestHandler = (request) => {
  const { carrier, form } = request;
  const conference = conferenceAt(request);
  const status = field(form, 'Status');
  if (status !== undefined && status !== 'completed')
    throw new RestError(400, 20001, `Invalid Status: "${status}"`);
  if (status === 'completed') endConference(carrier, conference, 'conference-ended-via-api', null);
  const announcement = hookField(form, 'AnnounceUrl', 'AnnounceMethod', 21205);
  if (announcement) announce(carrier, conference, [...conference.participants.values()], announcement);
  return ok(conferenceJson(carrier, conference));
};

export const listParticipants: RestHandler = (request) => {
  const { carrier, query } = request;
  const conference = conferenceAt(request);
  const wants = (name: string, value: boolean) => (booleanField(query, name) ?? value) === value;
  const participants = [...conference.participants.values()].filter(
    (one) => wants('Muted', one.muted) && wants('Hold', one.hold) && wants('Coaching', one.coaching !== null),
  );
  return page(request, `Conferences/${conference.sid}/Participants`, 'participants', participants, (one) =>
    participantJson(carrier, conference, one, 'connected'),
  );
};

export const fetchParticipant: RestHandler = (request) => {
  const { conference, participant } = participantAt(request);
  return ok(participantJson(request.carrier, conference, participant, 'connected'));
};

export const updateParticipant: RestHandler = (request) => {
  const { carrier, form } = request;
  const { conference, participant } = participantAt(request);
  const muted = booleanField(form, 'Muted');
  const hold = booleanField(form, 'Hold');
  const endOnExit = booleanField(form, 'EndConferenceOnExit');
  const report = (event: string) => emit(carrier, conference, event, callParticipantFields(participant));
  if (muted !== undefined && muted !== participant.muted) {
    participant.muted = muted;
    report(muted ? 'participant-mute' : 'participant-unmute');
  }
  if (hold !== undefined && hold !== participant.hold) {
    participant.hold = hold;
    report(hold ? 'participant-hold' : 'participant-unhold');
  }
  if (endOnExit !== undefined && endOnExit !== participant.endOnExit) {
    participant.endOnExit = endOnExit;
    report('participant-modify');
  }
  const coach = field(form, 'CallSidToCoach');
  if (booleanField(form, 'Coaching') !== undefined)
    participant.coaching = booleanField(form, 'Coaching') ? (coach ?? participant.coaching) : null;
  participant.updatedAt = carrier.clock.now();
  touch(carrier, conference);
  const announcement = hookField(form, 'AnnounceUrl', 'AnnounceMethod', 21205);
  if (announcement) announce(carrier, conference, [participant], announcement);
  return ok(participantJson(carrier, conference, participant, 'connected'));
};

/** Kicks somebody out: the leg goes on with what comes after its Dial. */
export const deleteParticipant: RestHandler = (request) => {
  const { conference, participant } = participantAt(request);
  leaveConference(request.carrier, conference, participant.call, 'participant_updated_via_api', 'kicked');
  return deleted;
};

/** Dials somebody straight into a room. They need press no key, so a voicemail box would join too. */
export const createParticipant: RestHandler = ({ carrier, form, ids }) => {
  const [to, from] = [field(form, 'To'), field(form, 'From')];
  if (to === undefined || !E164.test(to))
    throw new RestError(400, 21211, `Invalid 'To' Phone Number: ${to ?? ''}`);
  if (from === undefined || !carrier.numbers.has(from))
    throw new RestError(
      400,
      21210,
      `The source phone number provided, ${from ?? ''}, is not yet verified for your account.`,
    );
  const beep = field(form, 'Beep') ?? 'true';
  const setup = {
    hook: hookField(form, 'ConferenceStatusCallback', 'ConferenceStatusCallbackMethod', 21609),
    events: new Set(listField(form, 'ConferenceStatusCallbackEvent') ?? ['start', 'end']),
    maxParticipants: integerField(form, 'MaxParticipants', { from: 2, to: 250, otherwise: 250 }),
    record: ['true', 'record-from-start'].includes(field(form, 'ConferenceRecord') ?? ''),
    recordingCallback: {
      hook: hookField(
        form,
        'ConferenceRecordingStatusCallback',
        'ConferenceRecordingStatusCallbackMethod',
        21609,
      ),
      events: listField(form, 'ConferenceRecordingStatusCallbackEvent') ?? ['completed'],
    },
  };
  const conference = openConference(
    carrier,
    nameOf(findConference(carrier, ids[0] ?? ''), ids[0] ?? ''),
    setup,
  );
  const participant = {
    label: field(form, 'Label') ?? null,
    muted: booleanField(form, 'Muted') ?? false,
    hold: false,
    coaching: booleanField(form, 'Coaching') ? (field(form, 'CallSidToCoach') ?? null) : null,
    startOnEnter: booleanField(form, 'StartConferenceOnEnter') ?? true,
    endOnExit: booleanField(form, 'EndConferenceOnExit') ?? false,
    beepOnEnter: ['true', 'onEnter'].includes(beep),
    beepOnExit: ['true', 'onExit'].includes(beep),
  };
  const entry = {
    name: conference.name,
    setup,
    participant,
    wait:
      form['WaitUrl'] === undefined ? ('music' as const) : hookField(form, 'WaitUrl', 'WaitMethod', 21205),
    timeLimitSeconds: integerField(form, 'TimeLimit', { from: 1, to: 86_400, otherwise: 14_400 }),
    hangupOnStar: false,
  };
  const order = {
    from,
    to,
    source: { twiml: '<Response/>' },
    fallback: null,
    statusHook: hookField(form, 'StatusCallback', 'StatusCallbackMethod', 21609),
    statusEvents: callEventsField(form),
    // Twilio: this flow always rings about 5 s longer.
    ringTimeoutSeconds: integerField(form, 'Timeout', { from: 5, to: 600, otherwise: 60 }) + 5,
    timeLimitSeconds: null,
  };
  const call = placeLeg(carrier, order, (leg) => startConferenceLeg(carrier, leg, entry));
  const now = carrier.clock.now();
  return created(
    participantJson(carrier, conference, { ...participant, call, joinedAt: now, updatedAt: now }, 'queued'),
  );
};

function nameOf(conference: Conference | undefined, otherwise: string): string {
  return conference && conference.status !== 'completed' ? conference.name : otherwise;
}

function conferenceAt(request: RestRequest): Conference {
  const conference = findConference(request.carrier, idAt(request, 0));
  if (!conference) throw notFound(request.uri);
  return conference;
}

/** By call sid or label. */
function participantAt(request: RestRequest): { conference: Conference; participant: Participant } {
  const conference = conferenceAt(request);
  const id = idAt(request, 1);
  const participant =
    conference.participants.get(id) ?? [...conference.participants.values()].find((one) => one.label === id);
  if (!participant) throw notFound(request.uri);
  return { conference, participant };
}
