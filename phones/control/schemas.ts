import { z } from 'zod';
import { FAULT_KINDS } from '../faults/faults.ts';
import { PERSONALITY_KINDS } from '../people/personality.ts';

const seconds = z.number().min(0).max(3600);
const number = z.string().regex(/^\+[1-9]\d{4,14}$/, 'must be a number such as +12025550100');
const url = z.string();

export const dialSchema = z.strictObject({
  to: number,
  from: z.union([number, z.literal('anonymous')]).optional(),
});
export const pressSchema = z.strictObject({
  keys: z.string().regex(/^[0-9*#wW]+$/, 'must be keys: 0-9, *, #, w or W'),
});
export const saySchema = z.strictObject({ text: z.string().min(1).max(2000) });
export const turnToSchema = z.strictObject({ sid: z.string() });
export const textSchema = z.strictObject({ to: number, body: z.string().max(1600) });

const press = z.string().regex(/^[0-9*#wW]+$/, 'must be keys: 0-9, *, #, w or W');
const afterRings = z.number().int().min(1).max(10);

const personality = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['manual', 'no-answer', 'busy', 'off']) }),
  z.strictObject({
    kind: z.literal('answers'),
    afterRings: afterRings.optional(),
    press: press.optional(),
    pressAfterSeconds: seconds.optional(),
    say: z.string().optional(),
    sayAfterSeconds: seconds.optional(),
    hangUpAfterSeconds: seconds.optional(),
  }),
  z.strictObject({
    kind: z.literal('voicemail'),
    afterSeconds: seconds.optional(),
    greeting: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('silent'), afterRings: afterRings.optional() }),
  z.strictObject({ kind: z.literal('wrong-key'), key: press.optional(), afterRings: afterRings.optional() }),
  z.strictObject({
    kind: z.literal('hangs-up'),
    afterSeconds: seconds.optional(),
    afterRings: afterRings.optional(),
  }),
  z.strictObject({
    kind: z.literal('screening'),
    acceptsAfterSeconds: seconds.optional(),
    press: press.optional(),
  }),
]);

/** A kind alone will do: "voicemail". `texting` null turns the automatic reply off; absent leaves it as it is. */
export const personalitySchema = z.strictObject({
  personality: z
    .union([z.enum(PERSONALITY_KINDS).transform((kind) => personality.parse({ kind })), personality])
    .optional(),
  texting: z
    .strictObject({ body: z.string().min(1), afterSeconds: seconds })
    .nullable()
    .optional(),
});

const fault = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  number: number.optional(),
  resource: z.enum(['Calls', 'Messages', 'Conferences', 'Recordings', 'IncomingPhoneNumbers']).optional(),
  probability: z.number().min(0).max(1).optional(),
  every: z.number().int().min(1).optional(),
  times: z.number().int().min(1).optional(),
  delayMs: z.number().int().min(0).optional(),
  code: z.number().int().optional(),
});

/** `set` replaces all faults, `add` turns some on, `remove` turns some off by id. */
export const faultsSchema = z.strictObject({
  set: z.array(fault).optional(),
  add: z.array(fault).optional(),
  remove: z.array(z.string()).optional(),
});

/** Calls that may start in a second. */
export const settingsSchema = z.strictObject({ callsPerSecond: z.number().positive().max(1000) });

export const peopleSchema = z.strictObject({
  people: z.array(
    z.strictObject({
      key: z.string().min(1),
      name: z.string(),
      role: z.string(),
      number,
      lines: z.number().int().min(1).optional(),
    }),
  ),
});

export const numbersSchema = z.strictObject({
  numbers: z.array(
    z.strictObject({
      number,
      name: z.string().optional(),
      voiceUrl: url,
      smsUrl: url,
      statusUrl: url,
      voiceFallbackUrl: url.optional(),
      voiceFallbackMethod: z.enum(['GET', 'POST']).optional(),
      smsFallbackUrl: url.optional(),
    }),
  ),
});
