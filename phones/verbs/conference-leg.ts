import type { Call } from '../carrier/call.ts';
import { Interrupted } from '../carrier/call.ts';
import { endCall } from '../carrier/calls.ts';
import { complain } from '../carrier/carrier.ts';
import type { Carrier } from '../carrier/carrier.ts';
import { callParticipantFields, emit } from '../carrier/conference-callbacks.ts';
import type { Conference, Participant } from '../carrier/conference.ts';
import type { Hook } from '../carrier/model.ts';
import { TwimlProblem } from '../twiml/index.ts';
import type { Run } from './context.ts';
import { enterConference } from './dial-conference.ts';
import type { ConferenceEntry } from './dial-conference.ts';
import { runDocuments } from './run.ts';

/** Drops an answered leg straight into a room; when it leaves the room, the call is over. */
export function startConferenceLeg(carrier: Carrier, call: Call, entry: ConferenceEntry): void {
  const program = new AbortController();
  call.program = program;
  const run: Run = {
    carrier,
    call,
    setting: 'call',
    signal: program.signal,
    extraFields: () => ({}),
    runDocuments,
  };
  enterConference(run, entry).then(
    () => endCall(carrier, call, 'completed'),
    (error: unknown) => {
      if (!(error instanceof Interrupted)) throw error;
    },
  );
}

/** Plays a document to some of a room: they hear it over the talk. */
export function announce(
  carrier: Carrier,
  conference: Conference,
  audience: Participant[],
  hook: Hook,
): void {
  for (const participant of audience) {
    const { call } = participant;
    const signal = call.program?.signal ?? new AbortController().signal;
    const run: Run = {
      carrier,
      call,
      setting: 'announcement',
      signal,
      extraFields: () => ({}),
      runDocuments,
    };
    runDocuments(run, hook).then(
      () => emit(carrier, conference, 'announcement-end', callParticipantFields(participant)),
      (error: unknown) => {
        if (error instanceof Interrupted) return;
        emit(carrier, conference, 'announcement-fail', callParticipantFields(participant));
        if (!(error instanceof TwimlProblem)) throw error;
        complain(carrier, error.code, `announcement: ${error.message}`, { sid: call.sid, url: hook.url });
      },
    );
  }
}
