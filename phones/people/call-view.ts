import type { Call, CallStatus, Line } from '../carrier/call.ts';
import type { Carrier } from '../carrier/carrier.ts';

/** A call as the person at the phone lives it. */
export interface CallView {
  sid: string;
  way: 'incoming' | 'outgoing';
  /** calling: we dialled and nobody has answered; on-hold: in a queue or alone in a room. */
  state: 'calling' | 'ringing' | 'talking' | 'on-hold' | 'ended';
  status: CallStatus;
  remote: string;
  remoteName: string;
  startedAt: Date;
  answeredAt: Date | null;
  endedAt: Date | null;
  /** Where the leg is, and the name of the room or queue. */
  place: 'document' | 'queue' | 'conference' | 'bridge';
  room: string | null;
  /** Numbers of the phones that this one can talk with now. */
  with: string[];
  said: readonly Line[];
  /** How many of those lines are older than the present document. */
  documentBegins: number;
}

export function viewCall(carrier: Carrier, call: Call): CallView {
  const remote = call.ours;
  return {
    sid: call.sid,
    way: call.direction === 'inbound' ? 'outgoing' : 'incoming',
    state: stateOf(call),
    status: call.status,
    remote,
    remoteName: carrier.numbers.get(remote)?.name ?? '',
    startedAt: call.createdAt,
    answeredAt: call.answeredAt,
    endedAt: call.endedAt,
    place: call.place.kind,
    room: call.place.name ?? null,
    with: call.ended ? [] : call.place.others().map((other) => other.phone),
    said: call.said,
    documentBegins: call.documentBegins,
  };
}

function stateOf(call: Call): CallView['state'] {
  if (call.ended) return 'ended';
  if (call.status !== 'in-progress') return call.direction === 'inbound' ? 'calling' : 'ringing';
  return call.place.waiting() ? 'on-hold' : 'talking';
}
