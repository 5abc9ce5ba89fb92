import { z } from 'zod';

const instant = z.string().describe('by the clock of the desk, with its offset');
const channel = z.enum(['voice', 'sms']);

/** What a desk is asked; the words of faults say how to mend it, behind the name of the parameter. */
export const whatIfQuery = z.object({
  desk: z
    .string('write the name of a desk, such as dino')
    .max(100, 'at most 100 characters')
    .describe('the name of the desk, such as dino'),
  at: z
    .string('write a time such as 2026-12-24T02:00, by the clock of the desk, or 2026-12-24T07:00Z')
    .max(40, 'at most 40 characters')
    // an unescaped plus arrives as a space
    .transform((text) => text.replace(/ (?=\d\d:\d\d$)/, '+'))
    .describe('2026-12-24T02:00 by the clock of the desk, or with an offset or Z'),
  from: z
    .string()
    .max(40, 'at most 40 characters')
    .transform((text) => text.trim().replace(/^(?=\d)/, '+'))
    .optional()
    .describe('the number of the caller, E.164; absent: it is hidden'),
  press: z
    .string()
    .max(400, 'at most 400 characters')
    .optional()
    .describe(
      'what the caller does, with commas between: keys, silence, nobody: to hold until all were asked in vain, or hang-up',
    ),
  accepts: z
    .string()
    .max(10, 'at most 10 characters')
    .optional()
    .describe('the round in which somebody accepts, such as 2; absent: nobody does'),
});

const without = z.object({ channel, why: z.enum(['no number', 'opted out', 'number dead']) });

const asked = z.object({
  people: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      role: z.string(),
      channels: z.array(channel).describe('empty: nothing of the plan reaches them'),
      without: z.array(without).describe('ways of the plan by which they cannot be reached'),
      seat: z
        .object({
          name: z.string(),
          layer: z.string().nullable().describe('of the schedule; null: the duty list, or an override'),
          insteadOf: z.string().nullable().describe('in whose place an override has put them'),
        })
        .nullable()
        .describe('null: not on duty, asked because nobody on duty can be'),
    }),
  ),
  notAsked: z.array(
    z.object({
      name: z.string(),
      role: z.string(),
      awayUntil: instant.nullable(),
      without: z.array(without),
    }),
  ),
  holes: z
    .array(
      z.object({
        role: z.string(),
        wanted: z.number().int(),
        found: z.number().int(),
        unreachable: z.array(z.string()),
      }),
    )
    .describe('roles with fewer people than the plan asks for; an alarm would say so'),
});

const round = z.object({
  round: z.number().int(),
  at: instant,
  page: z.array(z.object({ role: z.string(), people: z.number().int(), or: z.array(z.string()) })),
  by: z.array(channel),
  asked: asked.nullable(),
});

const accepted = z.object({
  round: z.number().int(),
  at: instant,
  by: z
    .object({ key: z.string(), name: z.string(), via: channel })
    .nullable()
    .describe('the first whom the round asks'),
  hears: z.string().nullable().describe('what they hear then, or read who answer by text'),
  connects: z.boolean().describe('the caller is on the line, and the two are brought together'),
  callerHears: z.string().nullable(),
  stoodDown: z
    .array(
      z.object({
        key: z.string(),
        name: z.string(),
        rings: z.boolean().describe('their phone rings at that moment, and stops'),
        hears: z.string().nullable().describe('if they have picked it up'),
        text: z.string().nullable().describe('null: no text goes to them'),
      }),
    )
    .describe('all others whom the paging has asked by then'),
  contact: z
    .object({
      isMade: z.boolean().describe('by the two being brought together: then nothing more is due'),
      pagedAgain: z.array(round).describe('the rounds that begin otherwise, up to an hour after the call'),
    })
    .nullable()
    .describe('null: the plan does not watch over it'),
  mails: z.array(z.object({ to: z.string(), subject: z.string() })).describe('to the customer'),
});

const paging = z.object({
  plan: z.string(),
  takes: z.enum(['case', 'call']).describe('call: whoever accepts takes the caller’s call and not the case'),
  oneAtATime: z.boolean(),
  rounds: z.array(round).describe('of the first hour, as long as nobody accepts'),
  givesUp: z.string().nullable(),
  givenUp: z.object({ at: instant, why: z.string() }).nullable(),
  contact: z
    .object({
      pagedAgainAfterMinutes: z.number(),
      supervisorFrom: instant,
      dueAt: instant.nullable().describe('by when somebody must be in contact with the customer'),
    })
    .nullable(),
});

const exchange = z.object({
  did: z.string(),
  language: z.string().describe('BCP 47'),
  says: z.array(z.string()),
  waitsFor: z.enum(['menu', 'number', 'record', 'hold', 'end']),
});

/** What a desk would do. */
export const whatIfAnswer = z.object({
  desk: z.string(),
  timeZone: z.string(),
  at: instant,
  notes: z.array(z.string()).describe('what has to be told of the time that was asked for'),
  office: z.object({
    open: z.boolean(),
    because: z.object({
      date: z.string(),
      weekday: z.string(),
      spans: z.array(z.string()),
      reason: z.object({
        kind: z.enum(['weekday', 'holiday', 'exception']),
        name: z.string().optional().describe('of the holiday'),
        why: z.string().optional().describe('of the exception'),
      }),
    }),
    closesAt: instant.nullable(),
    opensAt: instant.nullable(),
    nextDays: z.array(z.object({ from: instant, to: instant })),
  }),
  caller: z
    .object({ customer: z.string().nullable(), contact: z.string().nullable(), approved: z.boolean() })
    .nullable()
    .describe('null: the number is hidden'),
  call: z.array(exchange),
  onHold: z.string().nullable().describe('what a caller who holds is told first'),
  whenNobodyComes: exchange.nullable(),
  case: z
    .object({
      number: z.string().describe('the next one today; it is not used up'),
      kind: z.string(),
      severity: z.string().nullable(),
      summary: z.string(),
      language: z.string(),
      callbackNumber: z.string().nullable(),
      promise: z.string().nullable(),
    })
    .nullable(),
  texts: z.array(z.object({ to: z.string(), body: z.string() })).describe('to the caller'),
  pagings: z.array(paging),
  accepted: accepted.nullable().describe('what follows when somebody accepts; null: nobody does'),
  handsOn: z
    .array(
      z.object({
        name: z.string(),
        plan: z.string(),
        paging: paging.nullable().describe('null: not while the office is closed'),
      }),
    )
    .describe('to whom whoever takes the call can hand it on'),
  assignment: z
    .object({
      role: z.string(),
      onceRegistered: z.boolean(),
      at: instant.nullable(),
      to: z.object({ key: z.string(), name: z.string() }).nullable(),
      unreachable: z.array(z.string()),
      dueAt: instant.nullable(),
    })
    .nullable(),
});
