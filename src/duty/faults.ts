import { readSpan, weekdays, type Weekday } from '../coverage/index.ts';
import type { Layer, RoleDefinition } from './schedule.ts';

/** Something wrong with a schedule: where in it, what, and how to mend it. */
export interface ScheduleFault {
  /** The way of keys and indexes in the definition. */
  path: (string | number)[];
  what: string;
  mend: string;
}

/** What cannot be meant in a schedule, though each part is written well: every fault at once. */
export function faultsOf({ seats }: RoleDefinition): ScheduleFault[] {
  return [
    ...repeats(
      seats.map(({ name }) => name),
      (index) => ['seats', index, 'name'],
      'seat',
    ),
    ...seats.flatMap(({ layers }, seat) => {
      const at = (layer: number): ScheduleFault['path'] => ['seats', seat, 'layers', layer];
      return [
        ...repeats(
          layers.map(({ name }) => name),
          (index) => [...at(index), 'name'],
          'layer',
        ),
        ...layers.flatMap((layer, index) => [
          ...endFaults(layer, at(index)),
          ...weekdayFaults(layer, at(index)),
          ...hourFaults(layer, at(index)),
          ...hiddenFaults(layers, index, at(index)),
        ]),
      ];
    }),
  ];
}

function repeats(
  names: readonly string[],
  pathOf: (index: number) => ScheduleFault['path'],
  what: string,
): ScheduleFault[] {
  return names.flatMap((name, index) =>
    names.indexOf(name) === index
      ? []
      : [
          {
            path: pathOf(index),
            what: `There is a ${what} "${name}" already.`,
            mend: 'Give it another name.',
          },
        ],
  );
}

function endFaults({ from, until }: Layer, path: ScheduleFault['path']): ScheduleFault[] {
  if (until === undefined || until > from) return [];
  const what = `The layer ends on ${until}, before or when it begins on ${from}.`;
  return [{ path: [...path, 'until'], what, mend: 'Write a later date, or leave until: out.' }];
}

function weekdayFaults({ every, handoff }: Layer, path: ScheduleFault['path']): ScheduleFault[] {
  if (handoff.weekday === undefined || every.unit === 'weeks') return [];
  const what = `A turn of ${every.count} ${every.unit} is not handed over on a ${handoff.weekday} only.`;
  return [{ path: [...path, 'handoff'], what, mend: 'Leave the weekday out, or let turns last weeks.' }];
}

const dayMinutes = 1440;
const weekMinutes = 7 * dayMinutes;

/** Hours of one layer that lie over each other: a night reaches into the hours of the next day. */
function hourFaults({ hours = {} }: Layer, path: ScheduleFault['path']): ScheduleFault[] {
  const spans = weekdays.flatMap((weekday, day) =>
    (hours[weekday] ?? []).flatMap((text, index) => {
      const span = readSpan(text);
      const from = day * dayMinutes + (span?.startMinute ?? 0);
      return span ? [{ weekday, text, index, from, to: day * dayMinutes + span.endMinute }] : [];
    }),
  );
  return spans.flatMap((span, at) => {
    const over = spans
      .slice(0, at)
      .find((other) =>
        [-weekMinutes, 0, weekMinutes].some((by) => other.from + by < span.to && span.from < other.to + by),
      );
    if (over === undefined) return [];
    return [
      {
        path: [...path, 'hours', span.weekday, span.index],
        what: `The hours overlap themselves: ${nameOf(span)} lies over ${nameOf(over)}.`,
        mend: 'End one where the other begins.',
      },
    ];
  });
}

const nameOf = ({ weekday, text }: { weekday: Weekday; text: string }): string => `${weekday} ${text}`;

/** A layer over which another lies at all times is never anybody's duty: one of the two is a mistake. */
function hiddenFaults(layers: readonly Layer[], index: number, path: ScheduleFault['path']): ScheduleFault[] {
  const layer = layers[index];
  const over = layers
    .slice(index + 1)
    .find((later) => layer && later.hours === undefined && beginsBy(later, layer) && lasts(later, layer));
  if (layer === undefined || over === undefined) return [];
  return [
    {
      path,
      what: `The schedule overlaps itself: "${over.name}" lies over "${layer.name}" at all times, which is never anybody's duty.`,
      mend: `Give "${over.name}" hours: or dates of its own, put it before "${layer.name}", or into another seat.`,
    },
  ];
}

function beginsBy(later: Layer, earlier: Layer): boolean {
  return `${later.from}T${later.handoff.time}` <= `${earlier.from}T${earlier.handoff.time}`;
}

function lasts(later: Layer, earlier: Layer): boolean {
  if (later.until === undefined) return true;
  if (earlier.until === undefined) return false;
  return `${later.until}T${later.handoff.time}` >= `${earlier.until}T${earlier.handoff.time}`;
}
