import { z } from 'zod';
import { readSpan, weekdays, type Span } from '../coverage/index.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import { nameField, nodeField } from './schema-fields.ts';
import { callBackNumberSchema, nodeSchema } from './schema-nodes.ts';
import { planSchema } from './schema-plans.ts';

const spanField = z
  .string()
  .refine((text) => readSpan(text) !== undefined, { error: 'is no span of hours' })
  .transform((text) => readSpan(text) as Span)
  .describe('hours by the wall clock, such as 09:00-17:00; a day may have several');

const coverage = z.strictObject({
  hours: z
    .partialRecord(z.enum(weekdays), z.array(spanField).min(1))
    .describe('for each weekday that the office is open, a list of hours'),
  public_holidays: z.enum(['closed', 'open']).describe('closed or open, on public holidays of the country'),
  region: z.string().optional().describe('the state or province whose holidays count too, such as BY'),
});

/**
 * One desk as a supervisor writes it. The only source for validation, the TypeScript types and the JSON schema;
 * descriptions are shown by editors, and by us as the way to mend a fault.
 */
export const scriptSchema = z
  .strictObject({
    desk: nameField.describe('the short name of the desk: small letters, digits and hyphens'),
    name: z.string().min(1).describe('the company as callers know it'),
    language: z.enum(['en-US', 'en-GB', 'sv-SE', 'it-IT', 'de-DE']).describe('the language spoken'),
    voice: z.string().describe('one of the listed voices of that language'),
    time_zone: z.string().describe('an IANA time zone, such as America/New_York'),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .describe('the country of holidays and of keyed numbers, two capital letters such as US'),
    numbers: z
      .array(
        z
          .string()
          .regex(/^\+[1-9]\d{6,14}$/)
          .transform((number) => number as PhoneNumber)
          .describe('a number with plus and country code, in quotes: "+18004803466"'),
      )
      .min(1)
      .describe('the numbers that callers dial, in quotes, as in ["+18004803466"]'),
    case_numbers: z.strictObject({
      prefix: z
        .string()
        .regex(/^[A-Z]{2,8}$/)
        .describe('the letters before the number, 2 to 8 capitals, such as DINO'),
      first: z.int().min(1).describe('the first number given out: a whole number, at least 1'),
    }),
    mail: z
      .strictObject({
        address: z.email().describe('a mail address'),
        spoken: z.string().min(1).describe('the mail address as it is read aloud'),
      })
      .optional(),
    coverage,
    plans: z.record(nameField, planSchema).describe('whom to page: one paging plan a name'),
    call_back_number: callBackNumberSchema,
    start: nodeField.describe('the node that answers the call'),
    nodes: z.record(nameField, nodeSchema).describe('the steps of the conversation, one a name'),
  })
  .describe('One support desk: its numbers, its hours, whom it pages, and what it says.');
