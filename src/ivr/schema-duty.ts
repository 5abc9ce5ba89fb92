import { z } from 'zod';

const settings = z.strictObject({
  messages: z
    .boolean()
    .default(true)
    .describe('false, when nobody is told that their shift begins and ends, nor reminded of it'),
  reminder_hours: z
    .int()
    .min(2)
    .max(23)
    .default(12)
    .describe('how many hours before a shift its person is reminded: a whole number from 2 to 23'),
  drills: z.boolean().default(true).describe('false, when nobody gets a test page before they go on duty'),
  drill_days: z
    .int()
    .min(1)
    .max(90)
    .default(7)
    .describe(
      'whoever was reached by a test page so many days or less before their shift gets none: a whole number from 1 to 90',
    ),
});

/** What people of roles with a schedule are told of their duty, and how often it is tried whether they can be reached. */
export const dutySchema = settings.describe(
  'what people are told of their shifts, as in { reminder_hours: 12, drill_days: 7 }',
);

/** What holds for a desk whose script says nothing of it. */
export const usualDuty = settings.parse({});
