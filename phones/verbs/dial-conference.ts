import { IN_DOCUMENT, Interrupted } from '../carrier/call.ts';
import { complain } from '../carrier/carrier.ts';
import { joinConference, leaveConference, openConference } from '../carrier/conference.ts';
import type { Conference, ConferenceSetup, Participant } from '../carrier/conference.ts';
import type { Hook } from '../carrier/model.ts';
import { sleep } from '../clock.ts';
import { TwimlProblem } from '../twiml/index.ts';
import type { Element } from '../twiml/index.ts';
import { flagAttribute, hookAttribute, numberAttribute } from './context.ts';
import type { DocumentBase, Run } from './context.ts';
import { aborted } from './enqueue.ts';
import { recordingCallback } from './record.ts';
import { ensureAnswered, playLine } from './speak.ts';

const MUSIC_MS = 60_000;

export interface ConferenceEntry {
  name: string;
  setup: ConferenceSetup;
  participant: Omit<Participant, 'call' | 'joinedAt' | 'updatedAt' | 'release'>;
  /** Null: silence. 'music': the carrier's own. */
  wait: Hook | 'music' | null;
  timeLimitSeconds: number;
  hangupOnStar: boolean;
}

/** What a leg that wanted into a room came to. */
export type ConferenceResult = 'left' | 'not-joined';

export function readConference(dial: Element, noun: Element, base: DocumentBase): ConferenceEntry {
  const beep = noun.attributes['beep'] ?? 'true';
  const wait = noun.attributes['waitUrl'];
  return {
    name: noun.text.trim(),
    setup: {
      hook: hookAttribute(noun, base, 'statusCallback', 'statusCallbackMethod'),
      events: new Set((noun.attributes['statusCallbackEvent'] ?? '').split(' ').filter(Boolean)),
      maxParticipants: numberAttribute(noun, 'maxParticipants', 250),
      record: noun.attributes['record'] === 'record-from-start',
      recordingCallback: recordingCallback(noun, base),
    },
    participant: {
      label: noun.attributes['participantLabel'] ?? null,
      muted: flagAttribute(noun, 'muted', false),
      hold: false,
      coaching: noun.attributes['coach'] ?? null,
      startOnEnter: flagAttribute(noun, 'startConferenceOnEnter', true),
      endOnExit: flagAttribute(noun, 'endConferenceOnExit', false),
      beepOnEnter: ['true', 'onEnter'].includes(beep),
      beepOnExit: ['true', 'onExit'].includes(beep),
    },
    wait: wait === undefined ? 'music' : hookAttribute(noun, base, 'waitUrl', 'waitMethod'),
    timeLimitSeconds: numberAttribute(dial, 'timeLimit', 14_400),
    hangupOnStar: flagAttribute(dial, 'hangupOnStar', false),
  };
}

/** Joins the room and stays until the leg leaves, is let go, or the room ends. */
export async function enterConference(run: Run, entry: ConferenceEntry): Promise<ConferenceResult> {
  ensureAnswered(run);
  const { carrier, call } = run;
  const conference = openConference(carrier, entry.name, entry.setup);
  const refusal = refusalOf(conference, entry);
  if (refusal) {
    complain(carrier, refusal.code, refusal.message, { sid: call.sid });
    return 'not-joined';
  }
  const stay = new AbortController();
  const now = carrier.clock.now();
  joinConference(carrier, conference, {
    ...entry.participant,
    call,
    joinedAt: now,
    updatedAt: now,
    release: () => stay.abort(new Error('left the conference')),
  });
  const leave = () => leaveConference(carrier, conference, call, 'participant_hung_up');
  const limit = carrier.clock.after(entry.timeLimitSeconds * 1000, leave);
  const stopKeys = call.onKey((key) => {
    if (entry.hangupOnStar && key === '*') leave();
  });
  try {
    const failed = await waitForStart(run, conference, entry, stay.signal);
    if (failed) {
      leaveConference(carrier, conference, call, 'participant_add_failed');
      return 'not-joined';
    }
    await Promise.race([aborted(stay.signal).catch(() => undefined), aborted(run.signal)]);
    return 'left';
  } catch (error) {
    const moved = error instanceof Interrupted && error.why === 'redirected';
    leaveConference(carrier, conference, call, moved ? 'participant_updated_via_api' : 'participant_hung_up');
    throw error;
  } finally {
    limit.cancel();
    stopKeys();
    if (!call.ended) call.moveTo(IN_DOCUMENT);
  }
}

function refusalOf(conference: Conference, entry: ConferenceEntry): { code: number; message: string } | null {
  const { label } = entry.participant;
  const members = [...conference.participants.values()];
  if (label !== null && members.some((member) => member.label === label))
    return { code: 16025, message: `participant label "${label}" is already in conference "${entry.name}"` };
  if (members.length >= conference.maxParticipants)
    return { code: 0, message: `conference "${entry.name}" is full: ${conference.maxParticipants}` };
  return null;
}

/** Plays the waiting music until the room starts. True when waitUrl failed: then there is no conference. */
async function waitForStart(
  run: Run,
  conference: Conference,
  entry: ConferenceEntry,
  left: AbortSignal,
): Promise<boolean> {
  if (conference.status !== 'init' || entry.wait === null) return false;
  const waiting: Run = {
    ...run,
    setting: 'conference-wait',
    signal: AbortSignal.any([run.signal, conference.started.signal, left]),
    extraFields: () => ({ ConferenceSid: conference.sid, FriendlyName: conference.name }),
  };
  try {
    if (entry.wait !== 'music') await run.runDocuments(waiting, entry.wait);
    else for (;;) await playLine(waiting, 'audio', 'hold music', MUSIC_MS);
    // The document is over: silence until the room starts.
    await sleep(run.carrier.clock, 0, waiting.signal);
    return false;
  } catch (error) {
    run.signal.throwIfAborted();
    if (waiting.signal.aborted) return false;
    if (!(error instanceof TwimlProblem)) throw error;
    complain(run.carrier, error.code, `waitUrl: ${error.message}`, {
      sid: run.call.sid,
      ...(error.url === undefined ? {} : { url: error.url }),
    });
    return true;
  }
}
