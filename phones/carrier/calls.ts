import { callFields, rfc2822 } from './call-fields.ts';
import { Call, Interrupted } from './call.ts';
import type { CallEvent, CallInit, CallStatus } from './call.ts';
import type { Carrier } from './carrier.ts';
import { newSid } from './carrier.ts';
import { notify } from './notify.ts';

/** From "accepted" to the first sign of life on the network. */
const SETUP_MS = 100;
/** From dialling until the phone rings. */
const POST_DIAL_MS = 400;

/** Registers a call. Nothing rings yet. */
export function createCall(carrier: Carrier, init: Omit<CallInit, 'carrier' | 'sid' | 'createdAt'>): Call {
  const call = new Call({ ...init, carrier, sid: newSid(carrier, 'CA'), createdAt: carrier.clock.now() });
  carrier.calls.set(call.sid, call);
  call.watch((change) => {
    carrier.changed({
      what: change === 'said' ? 'said' : 'call',
      number: call.phone,
      sid: call.sid,
      status: call.status,
    });
  });
  carrier.changed({ what: 'call', number: call.phone, sid: call.sid, status: call.status });
  return call;
}

/** Milliseconds until the next free slot of the calls-per-second queue, which is taken by asking. */
export function takeCallSlot(carrier: Carrier): number {
  const now = carrier.clock.now().getTime();
  const slot = Math.max(now, carrier.nextCallSlotMs);
  carrier.nextCallSlotMs = slot + 1000 / carrier.settings.callsPerSecond;
  return Math.round(slot - now);
}

export interface Dialling {
  waitMs: number;
  ringTimeoutSeconds: number;
  /** The far end picked up; status callbacks have been sent. */
  onAnswered: () => void;
}

/** Dials an outbound call after its wait in the queue. One canceled meanwhile never existed for the callbacks. */
export function dial(carrier: Carrier, call: Call, dialling: Dialling): void {
  call.queueTimeMs = dialling.waitMs;
  carrier.clock.after(dialling.waitMs + SETUP_MS, () => {
    if (call.ended) return;
    call.dialledAt = carrier.clock.now();
    reportProgress(carrier, call, 'initiated', 'initiated');
    carrier.clock.after(POST_DIAL_MS, () => ring(carrier, call, dialling));
  });
}

function ring(carrier: Carrier, call: Call, dialling: Dialling): void {
  if (call.ended) return;
  const fault = carrier.faults.strike('voice-failed', { numbers: [call.from, call.to] });
  if (fault) return endCall(carrier, call, 'failed', fault.code ?? 503);
  const answer = carrier.exchange.ring(call);
  if (answer === 'off') return endCall(carrier, call, 'failed', 480);
  if (answer === 'busy') {
    setStatus(carrier, call, 'ringing', 'ringing');
    return endCall(carrier, call, 'busy', 486);
  }
  setStatus(carrier, call, 'ringing', 'ringing');
  const timeout = carrier.clock.after(dialling.ringTimeoutSeconds * 1000, () =>
    endCall(carrier, call, 'no-answer', 487),
  );
  const stop = call.watch((change) => {
    if (change !== 'status' || call.status === 'ringing') return;
    timeout.cancel();
    stop();
    if (call.status === 'in-progress') dialling.onAnswered();
  });
}

/** The call is connected: by the far end picking up, or by our document's first word to a caller. */
export function answerCall(carrier: Carrier, call: Call): void {
  if (call.ended || call.status === 'in-progress') return;
  call.answeredAt = carrier.clock.now();
  setStatus(carrier, call, 'in-progress', 'answered');
}

/** Ends a call, whatever it is doing. Ending it twice does nothing. */
export function endCall(carrier: Carrier, call: Call, status: CallStatus, sipResponseCode?: number): void {
  if (call.ended) return;
  const wasStarted = call.dialledAt !== null || call.direction === 'inbound';
  call.endedAt = carrier.clock.now();
  call.sipResponseCode = sipResponseCode ?? null;
  cutLines(call, call.endedAt);
  setStatus(carrier, call, status, wasStarted ? 'completed' : null);
  call.program?.abort(new Interrupted('ended'));
}

function setStatus(carrier: Carrier, call: Call, status: CallStatus, event: CallEvent | null): void {
  call.status = status;
  call.updatedAt = carrier.clock.now();
  if (event) reportProgress(carrier, call, event, status);
  call.changed('status');
}

/** Marks what was still being spoken as cut short. */
export function cutLines(call: Call, at: Date): void {
  for (const line of call.said.slice(-8)) {
    if (line.endsAt <= at || line.by === 'me') continue;
    line.endsAt = at;
    line.cut = true;
  }
}

function reportProgress(carrier: Carrier, call: Call, event: CallEvent, status: string): void {
  if (!call.statusHook || !call.statusEvents.has(event)) return;
  const minutes = Math.ceil(call.durationSeconds / 60);
  const params = {
    ...callFields(carrier, call),
    CallStatus: status,
    Timestamp: rfc2822(carrier.clock.now()),
    CallbackSource: 'call-progress-events',
    SequenceNumber: String(call.sequence),
    ...(event === 'completed'
      ? { Duration: String(minutes), CallDuration: String(call.durationSeconds) }
      : {}),
    ...(event === 'completed' && call.sipResponseCode !== null
      ? { SipResponseCode: String(call.sipResponseCode) }
      : {}),
    ...(call.answeredBy === null ? {} : { AnsweredBy: call.answeredBy }),
  };
  call.sequence += 1;
  notify(carrier, {
    hook: call.statusHook,
    kind: 'call-status',
    params,
    numbers: [call.phone],
    sid: call.sid,
  });
}
