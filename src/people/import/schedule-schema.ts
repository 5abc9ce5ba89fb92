import { z } from 'zod';
import { readSpan, weekdays, type Weekday } from '../../coverage/index.ts';
import type { Layer } from '../../duty/index.ts';
import { keyField, listOf } from './schema.ts';

const text = z.string('is not a text');
const nameField = text.trim().min(1, 'is empty').max(60, 'is too long');
const dateField = z.iso.date('is no date');

const rotations: Record<string, Layer['every']> = {
  hourly: { count: 1, unit: 'hours' },
  daily: { count: 1, unit: 'days' },
  weekly: { count: 1, unit: 'weeks' },
};

/** How many of a unit a turn may last: a year. */
const mostOf = { hours: 8784, days: 366, weeks: 53 };

/** `daily`, `weekly`, or how long a turn lasts, as in `{ days: 3 }`. */
const rotationField = z.unknown().transform((value, context): Layer['every'] => {
  const known = typeof value === 'string' ? rotations[value] : undefined;
  if (known !== undefined) return known;
  const [only, ...more] = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const [unit, count] = only ?? [];
  const isUnit = unit === 'hours' || unit === 'days' || unit === 'weeks';
  if (isUnit && more.length === 0 && /^[1-9]\d{0,3}$/.test(String(count)) && Number(count) <= mostOf[unit])
    return { count: Number(count), unit };
  context.addIssue({ code: 'custom', message: 'is no rotation' });
  return z.NEVER;
});

/** `08:00`, or where turns last weeks `monday 08:00`. */
const handoffField = text.transform((value, context): Layer['handoff'] => {
  const [, weekday, time] = /^(?:([a-z]+) +)?((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(value.trim()) ?? [];
  const isWeekday = weekday === undefined || weekdays.some((day) => day === weekday);
  if (time !== undefined && isWeekday)
    return weekday === undefined ? { time } : { time, weekday: weekday as Weekday };
  context.addIssue({
    code: 'custom',
    message: weekday !== undefined && time !== undefined ? 'names no weekday' : 'is no handoff',
  });
  return z.NEVER;
});

const spanList = listOf(text.refine((span) => readSpan(span) !== undefined, 'is no span of hours'));
const hoursField = z.strictObject(
  Object.fromEntries(weekdays.map((day) => [day, spanList.optional()])) as Record<
    Weekday,
    z.ZodOptional<typeof spanList>
  >,
  { error: 'is not a mapping of weekdays to hours' },
);

const object = 'is not a mapping of keys to values';

export const layerSchema = z.strictObject(
  {
    name: nameField.optional(),
    rotation: rotationField,
    handoff: handoffField,
    from: dateField,
    until: dateField.optional(),
    people: listOf(keyField).refine((people) => people.length > 0, 'has nobody in it'),
    hours: hoursField.optional(),
  },
  { error: object },
);

export const seatSchema = z.strictObject(
  {
    name: nameField.optional(),
    layers: listOf(layerSchema).refine((layers) => layers.length > 0, 'has no layer'),
  },
  { error: object },
);

export const scheduleSchema = z.strictObject(
  {
    valid_from: text.optional(),
    time_zone: text.optional(),
    seats: listOf(seatSchema).refine((seats) => seats.length > 0, 'has no seat'),
  },
  { error: object },
);

export const leaveSchema = z.strictObject(
  {
    person: keyField,
    from: text,
    to: text,
    why: z.string('is not a text').max(200, 'is too long').default(''),
    time_zone: text.optional(),
  },
  { error: object },
);

export type ScheduleEntry = z.output<typeof scheduleSchema>;
export type LeaveEntry = z.output<typeof leaveSchema>;
