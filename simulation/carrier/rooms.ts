import type { Element } from '../../phones/twiml/index.ts';
import type { Carrier } from './carrier.ts';
import type { Leg } from './leg.ts';

interface Room {
  sid: string;
  statusUrl: string;
  sequence: number;
  members: Map<Leg, string>;
}

/** The conferences. Nobody's leaving ends one; an empty one is forgotten. */
export class Rooms {
  private readonly rooms = new Map<string, Room>();
  private readonly met = new Map<string, [Leg, Leg][]>();
  private readonly carrier: Carrier;

  constructor(carrier: Carrier) {
    this.carrier = carrier;
  }

  enter(leg: Leg, noun: Element): void {
    const name = noun.text.trim();
    const room = this.rooms.get(name) ?? this.open(name, noun.attributes['statusCallback'] ?? '');
    const others = [...room.members.keys()];
    room.members.set(leg, noun.attributes['participantLabel'] ?? '');
    leg.room = name;
    this.carrier.history.note(`${leg.party.name} enters the room, ${others.length} there`);
    this.tell(name, room, leg, 'participant-join');
    leg.party.entered(leg, others);
    for (const other of others) other.party.entered(other, [leg]);
    this.met.set(name, [...this.meetings(name), ...others.map((other): [Leg, Leg] => [other, leg])]);
  }

  /** `lateMs`: how much later than usual the service is told. */
  leave(leg: Leg, lateMs = 0): void {
    const name = leg.room;
    const room = name === undefined ? undefined : this.rooms.get(name);
    leg.room = undefined;
    if (name === undefined || !room) return;
    this.tell(name, room, leg, 'participant-leave', lateMs);
    room.members.delete(leg);
    if (room.members.size === 0) this.rooms.delete(name);
  }

  members(name: string | undefined): Leg[] {
    return name === undefined ? [] : [...(this.rooms.get(name)?.members.keys() ?? [])];
  }

  /** Who has been in the room of this name at the same time, ever. */
  meetings(name: string): readonly [Leg, Leg][] {
    return this.met.get(name) ?? [];
  }

  private open(name: string, statusUrl: string): Room {
    const room = { sid: this.carrier.newSid('CF'), statusUrl, sequence: 0, members: new Map<Leg, string>() };
    this.rooms.set(name, room);
    return room;
  }

  private tell(name: string, room: Room, leg: Leg, event: string, lateMs = 0): void {
    room.sequence += 1;
    const params = {
      ConferenceSid: room.sid,
      FriendlyName: name,
      AccountSid: this.carrier.accountSid,
      StatusCallbackEvent: event,
      SequenceNumber: String(room.sequence),
      Timestamp: new Date(this.carrier.timeline.nowMs).toUTCString().replace('GMT', '+0000'),
      CallSid: leg.sid,
      ParticipantLabel: room.members.get(leg) ?? '',
    };
    this.carrier.wire.notify(room.statusUrl, params, { lateMs });
  }
}
