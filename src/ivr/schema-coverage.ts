import { z } from 'zod';
import { readSpan, weekdays, type Span } from '../coverage/index.ts';

const spanField = z
  .string()
  .refine((text) => readSpan(text) !== undefined, { error: 'is no span of hours' })
  .transform((text) => readSpan(text) as Span)
  .describe(
    'hours by the wall clock, such as 09:00-17:00; a day may have several; 22:00-06:00 goes on into the next day and belongs to the day on which it begins',
  );

const exception = z
  .strictObject({
    date: z.iso.date().describe('the date, year first, such as 2026-12-23'),
    hours: z
      .array(spanField)
      .min(1)
      .optional()
      .describe('the hours of that date instead of the usual ones, as in [08:00-12:00] for half a day'),
    closed: z.literal(true).optional().describe('true, for a date on which nothing opens'),
    why: z.string().min(1).describe('the reason, for people who ask why the office was open or closed'),
  })
  .describe(
    'a date with hours of its own, or closed, as in { date: 2026-12-23, hours: [08:00-12:00], why: Half a day }',
  );

/** When the office of a desk answers. */
export const coverageSchema = z.strictObject({
  hours: z
    .partialRecord(z.enum(weekdays), z.array(spanField).min(1))
    .describe('for each weekday that the office is open, a list of hours'),
  public_holidays: z
    .enum(['closed', 'open'])
    .describe('closed or open, on public holidays of the country: the days off by law, and no others'),
  also_closed: z
    .array(z.string().min(1))
    .default([])
    .describe(
      "days of the country's calendar on which the office is closed though they are no public holidays, by their English names and every year, as in Sweden [Midsummer Eve, Christmas Eve, New Year's Eve]",
    ),
  region: z.string().optional().describe('the state or province whose holidays count too, such as BY'),
  exceptions: z
    .array(exception)
    .default([])
    .describe(
      'dates on which the office does something else; they win over weekdays and holidays, and decide on what begins on that date: a night that began the evening before is worked to its end',
    ),
});
