import { z } from 'zod';

const instant = z.iso.datetime();
const caseStatus = z.enum([
  'open',
  'paging',
  'acknowledged',
  'in-contact',
  'resolved',
  'closed',
  'cancelled',
]);

/** What is wrong, as RFC 9457 has it. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
});

const caseShort = z.object({
  number: z.string(),
  desk: z.string(),
  kind: z.string(),
  severity: z.string().nullable(),
  summary: z.string(),
  status: caseStatus,
  caller: z.string().nullable().describe('E.164; null when withheld'),
  customer: z.string().nullable(),
  openedAt: instant,
  acknowledgedAt: instant.nullable(),
  acknowledgedBy: z.string().nullable().describe('the key of the person'),
  acknowledgedByAccount: z
    .string()
    .nullable()
    .describe('who recorded that somebody of no roster reached the customer; acknowledgedBy is null then'),
  contactDueAt: instant.nullable(),
  contactedAt: instant
    .nullable()
    .describe('when somebody spoke to the customer; null in contact as long as a call back is not confirmed'),
  resolvedAt: instant.nullable(),
  closedAt: instant.nullable(),
});

const event = z.object({ at: instant, event: z.string(), data: z.record(z.string(), z.unknown()) });

const page = z.object({
  person: z.string(),
  role: z.string(),
  channel: z.enum(['voice', 'sms']),
  round: z.number().int(),
  status: z.enum([
    'due',
    'sending',
    'sent',
    'delivered',
    'ringing',
    'answered',
    'acknowledged',
    'declined',
    'unanswered',
    'failed',
    'stood-down',
  ]),
  carrierId: z.string().nullable(),
  errorCode: z.string().nullable(),
  attemptedAt: instant.nullable(),
  settledAt: instant.nullable(),
  events: z.array(event),
});

const registration = z.object({
  at: instant,
  by: z.string().describe('the name of the account'),
  contact: z.object({
    name: z.string(),
    phone: z.string().describe('E.164'),
    mail: z.string().nullable(),
    exceptionBy: z
      .string()
      .nullable()
      .describe('the supervisor who let a contact who is not approved be registered'),
  }),
  offices: z.array(z.object({ name: z.string(), address: z.string().nullable() })),
  units: z.object({
    serial: z.string().nullable(),
    mac: z.string().nullable().describe('as 00:1C:42:0B:7F:3A'),
    affected: z.number().int().nullable(),
  }),
  symptoms: z.string(),
  tried: z.string(),
  priority: z.enum(['low', 'normal', 'high', 'standstill']),
});

const message = z.object({
  at: instant,
  durationSeconds: z.number().int().nullable().describe('null as long as the carrier has not said'),
  label: z.string().nullable().describe('which question of the desk it answers; null: it is a message'),
  url: z.url().describe('plays for whoever is signed in to the console'),
});

/** One case with its pages, what callers have said for it, and what happened in it. */
export const caseDetail = caseShort.extend({
  buildNumber: z.string().nullable(),
  closingReason: z.string().nullable(),
  registration: registration
    .nullable()
    .describe('what an operator registered; null before, and after personal data is blanked'),
  pages: z.array(page),
  messages: z.array(message).describe('spoken by callers, oldest first'),
  answers: z
    .record(z.string(), z.object({ label: z.string(), keyed: z.string() }))
    .describe('what the caller keyed in answer to questions of the desk, by their names'),
  timeline: z.array(event),
});

export const caseList = z.object({ cases: z.array(caseShort), nextCursor: z.string().nullable() });

export const caseListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional().describe('nextCursor of the answer before'),
  desk: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,99}$/, 'not a name of a desk, such as dino')
    .optional(),
  status: caseStatus.optional(),
  caller: z
    .string()
    // an unescaped plus arrives as a space
    .transform((text) => text.trim().replace(/^(?=\d)/, '+'))
    .pipe(z.string().regex(/^\+[1-9]\d{6,14}$/, 'not a number in E.164 form, such as +12025550100'))
    .optional(),
  since: z.iso.datetime({ offset: true }).optional().describe('opened at or after'),
});

export type CaseShort = z.infer<typeof caseShort>;
export type CaseDetail = z.infer<typeof caseDetail>;
