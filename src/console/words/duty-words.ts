import type { DutyFinding } from '../../duty/index.ts';
import { roleWord } from './states.ts';
import { duration } from './time.ts';

type NameOf = (person: string) => string;

/** A finding in words, without its time. */
export function findingWords(
  { problem, role, people, wanted, found, elsewhere = [] }: Omit<DutyFinding, 'from' | 'to'>,
  nameOf: NameOf,
): string {
  const names = people.map(nameOf).join(', ');
  switch (problem) {
    case 'nobody':
      return `nobody is on duty as ${roleWord(role)}`;
    case 'too-few':
      return `${found} of ${wanted} ${roleWord(role)}s: only ${names}`;
    case 'unreachable':
      return `${names} is on duty as ${roleWord(role)} and has no number that works`;
    case 'doubled':
      return `${names} is on duty ${found} times at once, as ${[
        roleWord(role),
        ...elsewhere.map((of) => `${roleWord(of.role)} at ${of.desk}`),
      ].join(' and as ')}`;
    default:
      return `${names}: ${String(problem)}, ${roleWord(role)}`;
  }
}

/** Sun 15 Nov 00:00 to 06:00; another day is named. */
export function spanWords({ from, to }: { from: Date; to: Date }, zone: string): string {
  const begins = momentOf(from, zone);
  const ends = momentOf(to, zone);
  const isSameDay = begins.day === ends.day && to.getTime() - from.getTime() < 48 * 3_600_000;
  return `${begins.day} ${begins.time} to ${isSameDay ? '' : `${ends.day} `}${ends.time}`;
}

/** A form with hundreds of shifts to choose from names twice as many moments: a format is made once a zone. */
const formats = new Map<string, Intl.DateTimeFormat>();

function momentOf(at: Date, zone: string): { day: string; time: string } {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
      ...{ hourCycle: 'h23', timeZone: zone },
    });
  formats.set(zone, format);
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  // As everywhere in the console: three letters.
  const month = (parts['month'] ?? '').slice(0, 3);
  return {
    day: `${parts['weekday']} ${parts['day']} ${month}`,
    time: `${parts['hour']}:${parts['minute']}`,
  };
}

/** The length of a span to the hour or minute: 6 h, 45 min, 3 d 4 h. */
export function lengthWords({ from, to }: { from: Date; to: Date }): string {
  const lengthMs = to.getTime() - from.getTime();
  if (lengthMs < 3_600_000) return `${Math.round(lengthMs / 60_000)} min`;
  if (lengthMs % 3_600_000 === 0 && lengthMs < 86_400_000) return `${lengthMs / 3_600_000} h`;
  return duration(lengthMs);
}

/** Seats that a list gives are counted, those of a schedule have names. */
export function seatWord(seat: string): string {
  return /^\d+$/.test(seat) ? `seat ${seat}` : seat;
}
