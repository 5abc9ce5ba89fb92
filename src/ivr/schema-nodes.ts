import { z } from 'zod';
import { languageField } from './languages.ts';
import {
  countField,
  hearField,
  keyField,
  linesField,
  nodeField,
  planField,
  severityField,
  textField,
} from './schema-fields.ts';
import { interviewSchema } from './schema-interview.ts';

const choice = z.strictObject({
  key: keyField,
  name: z.string().min(1).describe('what the call log calls this choice'),
  say: linesField,
  hear: hearField,
  go: nodeField,
});

const menu = z
  .strictObject({
    say: linesField.optional(),
    choices: z.array(choice).min(1).describe('the choices, the most urgent first'),
    repeat: z
      .strictObject({ key: keyField, say: linesField })
      .optional()
      .describe('the key that speaks the menu again'),
    timeout_seconds: z
      .int()
      .min(1)
      .max(30)
      .default(5)
      .describe('how long a silence is waited out after the last word: 1 to 30 seconds'),
    tries: z
      .int()
      .min(1)
      .max(5)
      .default(3)
      .describe('after how many silences or wrong keys it goes on: 1 to 5'),
    sorry: z
      .strictObject({ silent: linesField, wrong: linesField })
      .optional()
      .describe('what is said after a silence and after a wrong key, before the menu is spoken again'),
    if_silent: nodeField.optional().describe('the node for a silence, when that needs no second try'),
    otherwise: nodeField.describe(
      'the node after the last try: the way out for whoever cannot or will not choose',
    ),
  })
  .describe('speaks choices and waits for a key or a word');

const openCase = z
  .strictObject({
    kind: z.enum(['severity', 'configuration', 'contract', 'feedback', 'registration', 'unsorted']),
    severity: severityField.optional(),
    summary: z.string().min(1).max(200).describe('what the case is called until somebody writes more'),
    page: planField.optional().describe('the paging plan that starts at once; without it nobody is paged'),
    answered: z
      .strictObject({
        in_hours: textField(z.string().min(1), 'for a call while the office is open'),
        after_hours: textField(z.string().min(1), 'for a call while it is closed'),
      })
      .optional()
      .describe('when the case will be answered, for {answered}, by whether the office is open at the call'),
    say: linesField.describe('spoken when the case is new'),
    say_joined: linesField
      .optional()
      .describe('spoken instead when the call joined a case that was open already'),
    ask_number: z
      .boolean()
      .default(true)
      .describe('whether a caller with a hidden number is asked for one after the case is open'),
    then: nodeField,
  })
  .describe('opens a case, before anything else is asked of the caller');

const byHours = z
  .strictObject({ open: nodeField, closed: nodeField })
  .describe('goes on by whether the office is open now');

const record = z
  .strictObject({
    say: linesField.describe('the recording notice, spoken before the beep'),
    say_again: linesField.optional().describe('spoken before a second try when nothing was recorded'),
    max_seconds: z.int().min(10).max(600).default(180).describe('the longest message: 10 to 600 seconds'),
    silence_seconds: z.int().min(2).max(30).default(5).describe('the silence that ends it: 2 to 30 seconds'),
    then: nodeField,
  })
  .describe('records a message after the beep');

const page = z
  .strictObject({ plan: planField, say: linesField.optional(), then: nodeField })
  .describe('starts paging for the case that is open');

const text = z
  .strictObject({
    body: textField(z.string().min(1).max(300), 'the text message: at most 300 characters'),
    say: linesField.optional(),
    say_without_number: linesField.optional().describe('spoken instead when the caller gave no number'),
    then: nodeField,
  })
  .describe('sends the caller a text message');

const say = z.strictObject({ lines: linesField, then: nodeField }).describe('speaks, and goes on');

const hold = z
  .strictObject({
    say: linesField.optional(),
    say_without_number: linesField
      .optional()
      .describe('spoken instead when nobody knows a number to call back'),
    choices: z.array(choice).default([]).describe('what the keys do while the caller holds'),
  })
  .describe('keeps the caller on the line until somebody accepts');

const language = z
  .strictObject({
    to: languageField.describe('the language of the rest of the call, one of this script'),
    then: nodeField,
  })
  .describe('changes the language of the call, for good');

const end = z
  .strictObject({ say: linesField.describe('the goodbye: the case number and what happens next') })
  .describe('says goodbye and hangs up');

const kinds = {
  menu: menu.optional(),
  open_case: openCase.optional(),
  by_hours: byHours.optional(),
  record: record.optional(),
  page: page.optional(),
  text: text.optional(),
  say: say.optional(),
  language: language.optional(),
  hold: hold.optional(),
  interview: interviewSchema.optional(),
  end: end.optional(),
};

/** One step of a conversation: exactly one key, which says what the step does. */
export const nodeSchema = z
  .strictObject(kinds)
  .meta({ minProperties: 1, maxProperties: 1 })
  .describe(`one step of the conversation, with exactly one of: ${Object.keys(kinds).join(', ')}`);

/** How a caller with a hidden number is asked for one. */
export const callBackNumberSchema = z.strictObject({
  ask: linesField,
  read_back: linesField.describe('reads {number} back and offers 1 for right, 2 to key it again'),
  wrong: linesField.describe('spoken when the keys were no telephone number'),
  tries: countField('how often it is asked').max(5).default(3),
  timeout_seconds: z
    .int()
    .min(3)
    .max(30)
    .default(10)
    .describe('how long is waited for a key: 3 to 30 seconds'),
});
