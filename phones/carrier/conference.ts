import type { Call, Place } from './call.ts';
import { newSid } from './carrier.ts';
import type { Carrier } from './carrier.ts';
import { callParticipantFields, emit } from './conference-callbacks.ts';
import type { Hook, Recording } from './model.ts';
import { finishRecording, startRecording } from './recordings.ts';
import type { RecordingCallback } from './recordings.ts';

export type ConferenceEndReason =
  | 'conference-ended-via-api'
  | 'participant-with-end-conference-on-exit-left'
  | 'participant-with-end-conference-on-exit-kicked'
  | 'last-participant-kicked'
  | 'last-participant-left';

export type LeaveReason =
  | 'conference_ended_via_api'
  | 'moderator_ended_conference'
  | 'participant_updated_via_api'
  | 'participant_hung_up'
  | 'participant_add_failed';

export interface Participant {
  call: Call;
  label: string | null;
  muted: boolean;
  hold: boolean;
  coaching: string | null;
  startOnEnter: boolean;
  endOnExit: boolean;
  beepOnEnter: boolean;
  beepOnExit: boolean;
  joinedAt: Date;
  updatedAt: Date;
  /** Lets the leg go on with what comes after the conference. */
  release: () => void;
}

export interface Conference {
  sid: string;
  name: string;
  status: 'init' | 'in-progress' | 'completed';
  createdAt: Date;
  updatedAt: Date;
  participants: Map<string, Participant>;
  /** Where and about what the first participant wanted to be told; later wishes are ignored. */
  hook: Hook | null;
  events: ReadonlySet<string>;
  sequence: number;
  maxParticipants: number;
  endReason: ConferenceEndReason | null;
  callSidEnding: string | null;
  /** Aborted when people begin to hear each other: waiting music stops. */
  started: AbortController;
  recording: Recording | null;
  recordingCallback: RecordingCallback;
}

export interface ConferenceSetup {
  hook: Hook | null;
  events: ReadonlySet<string>;
  maxParticipants: number;
  record: boolean;
  recordingCallback: RecordingCallback;
}

const BEEP_MS = 300;

/** The live room of that name, or a new one. */
export function openConference(carrier: Carrier, name: string, setup: ConferenceSetup): Conference {
  const live = findConference(carrier, name);
  if (live) return live;
  const now = carrier.clock.now();
  const conference: Conference = {
    sid: newSid(carrier, 'CF'),
    name,
    status: 'init',
    createdAt: now,
    updatedAt: now,
    participants: new Map(),
    hook: setup.hook,
    events: setup.events,
    sequence: 0,
    maxParticipants: setup.maxParticipants,
    endReason: null,
    callSidEnding: null,
    started: new AbortController(),
    recording: null,
    recordingCallback: setup.recordingCallback,
  };
  carrier.conferences.set(conference.sid, conference);
  if (setup.record) {
    conference.recordingCallback = setup.recordingCallback;
    conference.started.signal.addEventListener('abort', () => {
      const [first] = conference.participants.keys();
      const about = {
        callSid: first ?? '',
        conferenceSid: conference.sid,
        source: 'Conference',
        channels: 1,
      } as const;
      if (conference.status === 'in-progress')
        conference.recording = startRecording(carrier, about, setup.recordingCallback);
    });
  }
  return conference;
}

/** A live room by name, or any room by sid. */
export function findConference(carrier: Carrier, nameOrSid: string): Conference | undefined {
  const known = carrier.conferences.get(nameOrSid);
  return (
    known ?? [...carrier.conferences.values()].find((c) => c.name === nameOrSid && c.status !== 'completed')
  );
}

/** Puts a leg into the room; the room starts when two are in and one of them has startConferenceOnEnter. */
export function joinConference(carrier: Carrier, conference: Conference, participant: Participant): void {
  const { call } = participant;
  conference.participants.set(call.sid, participant);
  call.moveTo(placeIn(conference, participant));
  emit(carrier, conference, 'participant-join', callParticipantFields(participant));
  if (participant.beepOnEnter) beep(carrier, conference, call);
  const members = [...conference.participants.values()];
  if (conference.status === 'init' && members.length >= 2 && members.some((member) => member.startOnEnter)) {
    conference.status = 'in-progress';
    emit(carrier, conference, 'conference-start', {});
    conference.started.abort(new Error('conference started'));
  }
  touch(carrier, conference);
}

/** Takes a leg out of the room, and ends the room when that leg carried it or was the last. Twice does nothing. */
export function leaveConference(
  carrier: Carrier,
  conference: Conference,
  call: Call,
  reason: LeaveReason,
  how: 'left' | 'kicked' = 'left',
): void {
  const participant = conference.participants.get(call.sid);
  if (!participant) return;
  conference.participants.delete(call.sid);
  emit(carrier, conference, 'participant-leave', {
    ...callParticipantFields(participant),
    ParticipantCallStatus: call.status,
    ReasonParticipantLeft: reason,
  });
  if (participant.beepOnExit) beep(carrier, conference, call);
  participant.release();
  if (conference.status !== 'completed') {
    if (participant.endOnExit)
      endConference(carrier, conference, `participant-with-end-conference-on-exit-${how}`, call);
    else if (conference.participants.size === 0)
      endConference(carrier, conference, `last-participant-${how}`, call);
  }
  touch(carrier, conference);
}

/** Ends the room; whoever is still in it goes on with what comes after. */
export function endConference(
  carrier: Carrier,
  conference: Conference,
  reason: ConferenceEndReason,
  ending: Call | null,
): void {
  if (conference.status === 'completed') return;
  conference.status = 'completed';
  conference.endReason = reason;
  conference.callSidEnding = ending?.sid ?? null;
  const left =
    reason === 'conference-ended-via-api' ? 'conference_ended_via_api' : 'moderator_ended_conference';
  for (const { call } of [...conference.participants.values()])
    leaveConference(carrier, conference, call, left);
  if (conference.recording) finishRecording(carrier, conference.recording, conference.recordingCallback);
  emit(carrier, conference, 'conference-end', {
    ...(ending ? { CallSidEndingConference: ending.sid } : {}),
    ReasonConferenceEnded: reason,
    Reason: REASON_TEXT[reason],
  });
  conference.started.abort(new Error('conference ended'));
  touch(carrier, conference);
}

/** Everybody in the room sees that who hears whom has changed. */
export function touch(carrier: Carrier, conference: Conference): void {
  conference.updatedAt = carrier.clock.now();
  conference.participants.forEach((participant) => participant.call.changed('place'));
  carrier.changed({ what: 'conference', sid: conference.sid, status: conference.status });
}

const REASON_TEXT: Readonly<Record<ConferenceEndReason, string>> = {
  'conference-ended-via-api': 'Conference ended via API',
  'participant-with-end-conference-on-exit-left': 'Participant with end-conference-on-exit left',
  'participant-with-end-conference-on-exit-kicked': 'Participant with end-conference-on-exit kicked',
  'last-participant-kicked': 'Last participant kicked',
  'last-participant-left': 'Last participant left',
};

function placeIn(conference: Conference, participant: Participant): Place {
  const others = () =>
    conference.status === 'in-progress'
      ? [...conference.participants.values()].filter((other) => other !== participant)
      : [];
  return {
    kind: 'conference',
    name: conference.name,
    waiting: () => conference.status !== 'in-progress' || participant.hold,
    others: () => others().map((other) => other.call),
    hearers: () => {
      if (participant.muted || participant.hold) return [];
      const listening = others().filter((other) => !other.hold);
      const heardBy = participant.coaching;
      return listening.map((other) => other.call).filter((call) => heardBy === null || call.sid === heardBy);
    },
  };
}

function beep(carrier: Carrier, conference: Conference, about: Call): void {
  const at = carrier.clock.now();
  const endsAt = new Date(at.getTime() + BEEP_MS);
  for (const { call } of conference.participants.values())
    if (call !== about) call.hear({ at, by: 'carrier', kind: 'tone', text: 'beep', endsAt, cut: false });
}
