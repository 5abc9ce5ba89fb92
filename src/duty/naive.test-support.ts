import { clockRow } from '../coverage/minute-tape.test-support.ts';
import { weekdays } from '../coverage/index.ts';
import type { DeskDuty, Layer } from './schedule.ts';

const minuteMs = 60_000;
const unitMinutes = { hours: 60, days: 1440, weeks: 10_080 };

/**
 * Who has a seat at each minute, by another road: a clock that stands still while it is put back, and at every minute the
 * layers from the last to the first, the overrides in their order, and who is away. No spans, no search and no code of the
 * product. Undefined: nobody.
 */
export function naiveSeat(
  duty: DeskDuty,
  seat: { role: string; name: string; layers: readonly Layer[]; timeZone: string },
  startMs: number,
  minutes: number,
): (string | undefined)[] {
  const clock = clockRow(seat.timeZone, startMs, minutes);
  return Array.from({ length: minutes }, (_, minute) => {
    const at = startMs + minute * minuteMs;
    const reading = clock[minute] ?? NaN;
    let person: string | undefined;
    for (const layer of seat.layers) person = turnAt(layer, reading) ?? person;
    for (const of of duty.overrides) {
      const counts = of.role === seat.role && (of.seat ?? seat.name) === seat.name;
      if (!counts || at < Number(of.from) || at >= Number(of.to)) continue;
      if (of.insteadOf === undefined || of.insteadOf === person) person = of.person;
    }
    const away = duty.leave.some((of) => of.person === person && Number(of.from) <= at && at < Number(of.to));
    return away ? undefined : person;
  });
}

/** Readings and dates in minutes from 1970-01-01T00:00 on the clock. */
function turnAt(layer: Layer, reading: number): string | undefined {
  const begin = Date.parse(`${layer.from}T${layer.handoff.time}Z`) / minuteMs;
  const end =
    layer.until === undefined ? Infinity : Date.parse(`${layer.until}T${layer.handoff.time}Z`) / minuteMs;
  if (reading < begin || reading >= end || !isInHours(layer, reading)) return undefined;
  const length = layer.every.count * unitMinutes[layer.every.unit];
  let first = begin + length;
  if (layer.every.unit === 'weeks' && layer.handoff.weekday !== undefined) {
    for (first = begin + 1440; weekdayOf(first) !== layer.handoff.weekday;) first += 1440;
    if (weekdayOf(begin) === layer.handoff.weekday) first = begin + length;
  }
  const turn = reading < first ? 0 : 1 + Math.floor((reading - first) / length);
  return layer.people[turn % layer.people.length];
}

function isInHours({ hours }: Layer, reading: number): boolean {
  if (hours === undefined) return true;
  const day = Math.floor(reading / 1440);
  return [day - 1, day].some((begun) =>
    (hours[weekdayOf(begun * 1440)] ?? []).some((text) => {
      const [from = 0, to = 0] = text
        .split('-')
        .map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
      const past = reading - begun * 1440;
      return past >= from && past < (to <= from ? to + 1440 : to);
    }),
  );
}

function weekdayOf(reading: number) {
  return weekdays[(new Date(reading * minuteMs).getUTCDay() + 6) % 7] ?? 'monday';
}
