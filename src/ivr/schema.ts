import { z } from 'zod';
import type { PhoneNumber } from '../kernel/index.ts';
import { languageField } from './languages.ts';
import { coverageSchema } from './schema-coverage.ts';
import { dutySchema } from './schema-duty.ts';
import { nameField, nodeField, textField } from './schema-fields.ts';
import { assignSchema, closingCode, returnsSchema } from './schema-casework.ts';
import { callBackNumberSchema, nodeSchema } from './schema-nodes.ts';
import { planSchema } from './schema-plans.ts';

/**
 * One desk as a supervisor writes it. The only source for validation, the TypeScript types and the JSON schema;
 * descriptions are shown by editors, and by us as the way to mend a fault.
 */
export const scriptSchema = z
  .strictObject({
    desk: nameField.describe('the short name of the desk: small letters, digits and hyphens'),
    name: z.string().min(1).describe('the company as callers know it'),
    language: languageField.describe('the language spoken'),
    voice: z.string().describe('one of the listed voices of that language'),
    also_in: z
      .partialRecord(
        languageField,
        z
          .strictObject({ voice: z.string().describe('one of the listed voices of that language') })
          .describe('the voice, as in { voice: Polly.Joanna-Neural }'),
      )
      .default({})
      .describe(
        'the other languages that callers can choose by a node with language, as in { en-US: { voice: Polly.Joanna-Neural } }',
      ),
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
        spoken: textField(z.string().min(1), 'the mail address as it is read aloud'),
        tell_customers: z
          .boolean()
          .default(false)
          .describe(
            'true, when the customer gets a mail for every event of a case; answers go to the address',
          ),
      })
      .optional(),
    text_case_number: z
      .boolean()
      .default(false)
      .describe('true, when a customer whose number takes texts is texted the case number after the call'),
    assign: assignSchema.optional(),
    returns: returnsSchema.optional(),
    closing_codes: z.array(closingCode).min(1).optional(),
    coverage: coverageSchema,
    duty: dutySchema.optional(),
    plans: z.record(nameField, planSchema).describe('whom to page: one paging plan a name'),
    call_back_number: callBackNumberSchema,
    start: nodeField.describe('the node that answers the call'),
    nodes: z.record(nameField, nodeSchema).describe('the steps of the conversation, one a name'),
  })
  .describe('One support desk: its numbers, its hours, whom it pages, and what it says.');
