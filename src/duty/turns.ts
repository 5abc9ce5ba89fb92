import { instantOf, readingAt, readSpan, weekdays } from '../coverage/index.ts';
import { within, type Piece } from './pieces.ts';
import type { Layer } from './schedule.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const unitMs = { hours: hourMs, days: dayMs, weeks: 7 * dayMs };

/** Clocks are put back by less than this. */
const putBackMs = 3 * hourMs;

/** How long a turn lasts by the wall clock; in real time an hour less or more when clocks are changed in it. */
export function turnMs({ every }: Layer): number {
  return every.count * unitMs[every.unit];
}

/**
 * What a layer has between two instants: whole turns, or what its hours leave of them, in order and apart.
 *
 * Handoffs and hours are by the wall clock, and a time of the wall clock stands for the first instant at which the clock
 * shows it or has passed it, as everywhere (`src/coverage`). So a handoff in the skipped hour is at the instant of the
 * change, and one in the doubled hour is the first time, once: no minute is lost and none is anybody's twice. A turn that
 * lies wholly in the skipped hour does not take place; one over a change lasts an hour less or more.
 */
export function turnsOf(layer: Layer, timeZone: string, fromMs: number, toMs: number): Piece[] {
  const turns = wholeTurns(layer, timeZone, fromMs, toMs);
  const first = turns[0];
  if (layer.hours === undefined || first === undefined) return turns;
  const hours = hoursBetween(layer.hours, timeZone, first.fromMs, turns.at(-1)?.toMs ?? toMs);
  return turns
    .flatMap((turn) => hours.flatMap((open) => within([turn], open.fromMs, open.toMs)))
    .filter((piece) => piece.fromMs < toMs && fromMs < piece.toMs);
}

function wholeTurns(layer: Layer, timeZone: string, fromMs: number, toMs: number): Piece[] {
  const { begin, firstHandoff, end } = readingsOf(layer);
  const lengthMs = turnMs(layer);
  /** The reading at which a turn begins; turns count from 0. */
  const beginOf = (turn: number): number => (turn === 0 ? begin : firstHandoff + (turn - 1) * lengthMs);
  const reading = readingAt(timeZone, fromMs) - putBackMs;
  const turns: Piece[] = [];
  for (let turn = Math.max(0, Math.floor((reading - firstHandoff) / lengthMs) + 1); ; turn += 1) {
    const starts = instantOf(timeZone, beginOf(turn));
    const stops = instantOf(timeZone, Math.min(beginOf(turn + 1), end));
    const person = layer.people[turn % layer.people.length];
    if (starts >= toMs || beginOf(turn) >= end || person === undefined) return turns;
    if (stops > fromMs && starts < stops)
      turns.push({ fromMs: starts, toMs: stops, person, layer: layer.name });
  }
}

/** When a layer begins, hands over for the first time, and is over, on its clock. */
function readingsOf(layer: Layer): { begin: number; firstHandoff: number; end: number } {
  const { every, from, handoff, until } = layer;
  const at = (date: string): number => Date.parse(`${date}T${handoff.time}Z`);
  const begin = at(from);
  const end = until === undefined ? Infinity : at(until);
  if (every.unit !== 'weeks' || handoff.weekday === undefined)
    return { begin, firstHandoff: begin + turnMs(layer), end };
  const daysToHandoff = (weekdays.indexOf(handoff.weekday) - weekdayOf(begin) + 7) % 7;
  const firstHandoff = begin + (daysToHandoff === 0 ? turnMs(layer) : daysToHandoff * dayMs);
  return { begin, firstHandoff, end };
}

/** The weekday that a clock shows, counted from Monday: 1970-01-01 was a Thursday. */
function weekdayOf(reading: number): number {
  return (Math.floor(reading / dayMs) + 3) % 7;
}

type Hours = NonNullable<Layer['hours']>;

/** The hours between two instants, in order; those that touch are one. */
function hoursBetween(hours: Hours, timeZone: string, fromMs: number, toMs: number) {
  const open: { fromMs: number; toMs: number }[] = [];
  const firstDay = Math.floor(readingAt(timeZone, fromMs) / dayMs) - 2;
  const lastDay = Math.floor(readingAt(timeZone, toMs) / dayMs) + 1;
  for (let day = firstDay; day <= lastDay; day += 1) {
    const weekday = weekdays[weekdayOf(day * dayMs)];
    for (const text of (weekday && hours[weekday]) ?? []) {
      const span = readSpan(text);
      if (span === undefined) continue;
      const from = instantOf(timeZone, day * dayMs + span.startMinute * minuteMs);
      const to = instantOf(timeZone, day * dayMs + span.endMinute * minuteMs);
      if (from < to) open.push({ fromMs: from, toMs: to });
    }
  }
  const merged: typeof open = [];
  for (const span of open.sort((a, b) => a.fromMs - b.fromMs)) {
    const last = merged.at(-1);
    if (last !== undefined && span.fromMs <= last.toMs) last.toMs = Math.max(last.toMs, span.toMs);
    else merged.push(span);
  }
  return merged;
}
