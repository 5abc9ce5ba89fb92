import { z } from 'zod';
import { countField, nameField, roleField } from './schema-fields.ts';

/** Who is given a registered case: somebody on duty, at once in the office's hours and at its next opening otherwise. */
export const assignSchema = z
  .strictObject({
    role: roleField,
    response_hours: z
      .number()
      .positive()
      .max(1000)
      .optional()
      .describe(
        'within how many hours of the office the customer is to be contacted, counted from the assignment',
      ),
  })
  .describe('who is given a registered case, as in { role: technician, response_hours: 4 }');

/** Where a broken unit is sent back to, and how often its return is asked for. */
export const returnsSchema = z
  .strictObject({
    address: z
      .array(z.string().min(1))
      .min(1)
      .describe('the address that an old unit is sent back to, a line each'),
    remind_every_working_days: countField('after how many working days each the return is asked for'),
  })
  .describe('where an old unit is sent back to, and how often it is asked for');

/** A word by which cases are closed, and what the customer is told, by language. */
export const closingCode = z
  .strictObject({
    code: nameField,
    words: z
      .record(z.string().regex(/^[a-z]{2}$/), z.string().min(1))
      .describe("what it means, by language and at least in the desk's, as in { sv: Löst, en: Solved }"),
  })
  .describe('a code and its words, as in { code: solved, words: { sv: Löst, en: Solved } }');
