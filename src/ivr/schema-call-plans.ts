import { z } from 'zod';
import { countField, nodeField, planField } from './schema-fields.ts';

const givesUp = z.strictObject({
  after_rounds: countField('after how many rounds the paging ends')
    .optional()
    .describe(
      'after how many rounds the paging ends: a whole number, at least 1; left out where people are asked to take a call: when each of them has been asked once',
    ),
  go: nodeField.describe('the node that the caller who still holds goes on with'),
});

const transfer = z.strictObject({
  plan: planField.describe('the paging plan of those who are asked to take over'),
  name: z.string().min(1).max(40).describe('what they are called, as in "Connect to the support group"'),
});

/** What a plan says that asks people to answer a caller, or that has an end. */
export const callPlanFields = {
  takes: z
    .enum(['case', 'call'])
    .default('case')
    .describe(
      'what whoever accepts takes: the case, or only the call, as an operator does: nobody has the case then when the call is over',
    ),
  when: z
    .enum(['always', 'open'])
    .default('always')
    .describe('open: nobody is paged by this plan while the office is closed, whatever asks for it'),
  gives_up: givesUp
    .optional()
    .describe('when the paging ends without an acceptance; left out: it goes on until somebody accepts'),
  transfer: z
    .array(transfer)
    .max(2)
    .default([])
    .describe('to whom whoever has taken the call can hand the caller on: at most 2'),
};
