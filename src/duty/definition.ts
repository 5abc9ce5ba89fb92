import { z } from 'zod';
import { isKnownTimeZone, readSpan, weekdays } from '../coverage/index.ts';
import type { RoleDefinition } from './schedule.ts';

const text = z.string('is not a text');
const nameField = text
  .trim()
  .min(1, 'is empty')
  .max(60, 'is too long')
  .regex(/^[^\p{Cc}]*$/u, 'has a line break in it');

/** A date that exists, year first. */
const dateField = z.iso.date('is no date');

/** Hours and minutes of a wall clock, `00:00` to `23:59`. */
const timeField = text.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time of day');

const spanField = text.refine((span) => readSpan(span) !== undefined, 'is no span of hours');

/** More than any turn of a rotation lasts: a year. */
const mostOf = { hours: 8784, days: 366, weeks: 53 } as const;

const everySchema = z
  .strictObject({
    count: z.int('is no whole number').min(1, 'is less than 1'),
    unit: z.enum(['hours', 'days', 'weeks'], 'is neither hours, days nor weeks'),
  })
  .refine(({ count, unit }) => count <= mostOf[unit], 'is longer than a year');

const layerSchema = z.strictObject({
  name: nameField,
  every: everySchema,
  handoff: z.strictObject({
    time: timeField,
    weekday: z.enum(weekdays, 'is no weekday').optional(),
  }),
  from: dateField,
  until: dateField.optional(),
  people: z.array(text.min(1, 'is empty')).min(1, 'has nobody in it').max(100, 'has more than 100 people'),
  hours: z.partialRecord(z.enum(weekdays, 'is no weekday'), z.array(spanField)).optional(),
});

const seatSchema = z.strictObject({
  name: nameField,
  layers: z.array(layerSchema).min(1, 'has no layer').max(20, 'has more than 20 layers'),
});

/** What may be stored of a role's schedule. What it means when it is put together is for `faultsOf`. */
export const roleDefinitionSchema = z.strictObject({
  timeZone: text.refine(isKnownTimeZone, 'is no time zone'),
  seats: z.array(seatSchema).min(1, 'has no seat').max(20, 'has more than 20 seats'),
}) satisfies z.ZodType<RoleDefinition>;
