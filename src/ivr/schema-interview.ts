import { z } from 'zod';
import { linesField, nameField, nodeField } from './schema-fields.ts';

const question = z.strictObject({
  name: nameField.describe('the name of the answer, such as serial'),
  label: z.string().min(1).max(80).describe('what the answer is called beside it in the console'),
  answer: z
    .enum(['record', 'keys', 'call-back-number'])
    .default('record')
    .describe(
      'how it is answered: record, by speaking after a beep; keys, by digits and the pound key; call-back-number, by keys, read back and confirmed',
    ),
  say: linesField,
  max_seconds: z.int().min(5).max(300).default(60).describe('the longest spoken answer: 5 to 300 seconds'),
  silence_seconds: z
    .int()
    .min(2)
    .max(30)
    .default(4)
    .describe('the silence that ends a spoken answer: 2 to 30 seconds'),
  timeout_seconds: z
    .int()
    .min(3)
    .max(30)
    .default(10)
    .describe('how long is waited for a key: 3 to 30 seconds'),
});

/** Questions that a caller answers alone. */
export const interviewSchema = z
  .strictObject({
    say: linesField.describe('spoken before the first question: the truth, and the recording notice'),
    say_unapproved: linesField
      .optional()
      .describe('spoken before that when the number that calls is no approved contact of a customer'),
    questions: z
      .array(question)
      .min(1)
      .max(12)
      .describe('the questions, in order; any can be skipped by pound or silence'),
    then: nodeField,
  })
  .describe('asks questions; spoken answers are recorded, each with its label');
