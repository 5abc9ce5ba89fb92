import { createHash } from 'node:crypto';
import ical, { ICalEventTransparency } from 'ical-generator';
import type { Shift } from '../duty/index.ts';
import { phrasesFor } from '../phrases/index.ts';

/** A shift with the desk that it is of. */
export interface DeskShift extends Shift {
  desk: string;
  deskName: string;
}

/** Whose shifts a calendar holds: a person's at all desks, or everybody's at one. */
export type FeedOf =
  | { kind: 'person'; name: string; language: string }
  | { kind: 'desk'; deskName: string; language: string; nameOf: (person: string) => string };

/** Programs ask again after so long, if they follow what they are told. */
const readAgainAfterSeconds = 3600;

/**
 * Shifts as an iCalendar file, in UTC, which every program shows by its own clock. A shift is the same event however often
 * it is read, until somebody else has it or it begins at another time. `stamp` is all that tells one reading from another.
 */
export function feedInText(
  of: FeedOf,
  shifts: readonly DeskShift[],
  { publicUrl, stamp }: { publicUrl: string; stamp: Date },
): string {
  const words = phrasesFor(of.language).calendar;
  const [language = 'en'] = of.language.split('-');
  const calendar = ical({
    name: of.kind === 'person' ? words.calendarOf(of.name) : words.deskCalendar(of.deskName),
    prodId: { company: 'Afterhours', product: 'Duty', language: language.toUpperCase() },
    ttl: readAgainAfterSeconds,
  });
  for (const shift of shifts) {
    const role = words.role(shift.role);
    calendar.createEvent({
      id: uidOf(shift),
      start: shift.from,
      end: shift.to,
      stamp,
      summary:
        of.kind === 'person'
          ? words.shift(role, shift.deskName)
          : words.shiftOf(of.nameOf(shift.person), role),
      description: shift.override === undefined ? shift.seat : `${shift.seat}. ${words.standsIn}`,
      url: `${publicUrl}/duty?desk=${encodeURIComponent(shift.desk)}`,
      // Somebody on duty can still be asked to a meeting.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

function uidOf({ desk, role, seat, person, from }: DeskShift): string {
  const identity = JSON.stringify([desk, role, seat, person, from.toISOString()]);
  return `${createHash('sha256').update(identity).digest('hex').slice(0, 32)}@afterhours`;
}
