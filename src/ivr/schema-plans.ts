import { z } from 'zod';
import { callPlanFields } from './schema-call-plans.ts';
import { countField, roleField } from './schema-fields.ts';

const pagedRole = z
  .strictObject({
    role: roleField,
    people: countField('how many people of that role are paged'),
    or: z
      .array(roleField)
      .min(1)
      .optional()
      .describe('roles to take instead, in order, when nobody has duty'),
  })
  .describe('a role and how many of its people on duty are paged, as in { role: sales, people: 1 }');

const wider = z.strictObject({
  from_round: countField('the first round in which these people are paged too'),
  page: z.array(pagedRole).min(1).describe('who is paged in addition'),
});

const contact = z.strictObject({
  page_again_after_minutes: countField('minutes from acceptance without contact until paging begins again'),
  supervisor_after_minutes: countField('minutes without contact until the supervisor is paged too'),
  target_minutes: countField('minutes within which somebody must be in contact with the customer'),
});

/** Whom to page for a case, how, and how stubbornly. */
export const planSchema = z.strictObject({
  page: z.array(pagedRole).min(1).describe('who is paged in each round'),
  by: z
    .array(z.enum(['sms', 'voice']))
    .min(1)
    .describe('the channels: sms, voice or both, as in [sms, voice]'),
  retry_after_seconds: z
    .array(z.int().min(1))
    .min(1)
    .describe(
      'seconds from the start of one round to the next: whole numbers, at least 1, as in [60, 60, 120, 300]; the last repeats for ever',
    ),
  one_at_a_time: z
    .boolean()
    .default(false)
    .describe('true: each round pages the next person on duty only, instead of all at once'),
  ring_seconds: z.int().min(5).max(60).default(25).describe('how long a phone rings: 5 to 60 seconds'),
  sms_rounds: z
    .union([z.literal('every'), z.array(z.int().min(1)).min(1)], {
      error: 'is neither the word every nor a list of rounds',
    })
    .default('every')
    .describe('the rounds that also send an SMS: the word every, or a list such as [1, 3]'),
  wider: z.array(wider).default([]).describe('who else is paged from a later round on'),
  contact: contact.optional().describe('what must happen after somebody has accepted'),
  ...callPlanFields,
});
