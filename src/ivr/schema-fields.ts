import { z } from 'zod';
import { inEachLanguage } from './languages.ts';

/** Names that a script gives to its own nodes, plans and roles. */
export const nameField = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .describe('a name of small letters, digits and hyphens, such as press-through');

export const nodeField = nameField.describe('the name of a node of this script');
export const planField = nameField.describe('the name of a paging plan of this script');

const lineField = z
  .string()
  .min(1)
  .describe(
    'one sentence to be spoken; fields such as {case_number} are filled in, and a sentence whose field is unknown is left out',
  );

const oneOrSeveral = z
  .union([lineField, z.array(lineField).min(1)], { error: 'is neither a sentence nor a list of sentences' })
  .transform((lines) => (typeof lines === 'string' ? [lines] : lines))
  .describe('a sentence to be spoken, or a list of sentences');

/** One sentence or several, always kept as a list; in a script of several languages, by language. */
export const linesField = z
  .union([lineField, inEachLanguage(oneOrSeveral), z.array(lineField).min(1)], {
    error: 'is neither a sentence nor a list of sentences',
  })
  .transform((lines) => (typeof lines === 'string' ? [lines] : lines))
  .describe(
    'a sentence to be spoken, or a list of sentences; where callers are spoken to in several languages, those of each, as in { sv-SE: Tack., en-US: Thank you. }',
  );

/** A text, or where callers are spoken to in several languages, the text in each. */
export function textField(one: z.ZodString, what: string) {
  return z
    .union([inEachLanguage(one), one], { error: 'is no text' })
    .describe(`${what}; where callers are spoken to in several languages, by language`);
}

/** What a caller may say, or in a script of several languages, what in each. */
export const hearField = z
  .union([inEachLanguage(z.array(z.string().min(1))), z.array(z.string().min(1))], {
    error: 'is no list of words',
  })
  .default([])
  .describe(
    'what a caller may say instead of pressing the key; where callers are spoken to in several languages, by language',
  );

/** A key of the dial pad; YAML reads an unquoted one as a number. */
export const keyField = z
  .union([z.int().min(0).max(9), z.string().regex(/^[0-9*#]$/)], { error: 'is not a key' })
  .transform(String)
  .describe('one key of the dial pad: 0 to 9, "*" or "#"');

export const roleField = z
  .enum(['senior-technician', 'technician', 'sales', 'operator', 'supervisor', 'manager'])
  .describe('the role whose people on duty are meant');

export const severityField = z
  .int()
  .min(1)
  .max(4)
  .transform((severity) => String(severity) as '1' | '2' | '3' | '4')
  .describe('the severity, 1 to 4');

export const countField = (what: string) => z.int().min(1).describe(`${what}: a whole number, at least 1`);
