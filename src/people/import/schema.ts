import { z } from 'zod';
import { readMac, readSerial } from '../../customers/index.ts';
import type { Role } from '../../ivr/index.ts';
import { isPhoneNumber, type PhoneNumber } from '../../kernel/index.ts';
import { mostLines, readLines } from '../lines.ts';
import { mostQuietHours, readQuiet } from '../quiet.ts';
import { readLanguage } from './language.ts';

export const roles = [
  'senior-technician',
  'technician',
  'sales',
  'operator',
  'supervisor',
  'manager',
] as const satisfies readonly Role[];

/** What a key that says nothing leaves: YAML gives null, or an empty text where all values are texts. */
const isBlank = (value: unknown): boolean => value === null || value === '';
const blankAs = (replacement: unknown) => (value: unknown) => (isBlank(value) ? replacement : value);

/** A list; a key with nothing behind it is an empty one. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(blankAs([]), z.array(item, 'is not a list'));

/** A mapping; a key with nothing behind it is an empty one. */
export const mapping = z.preprocess(
  blankAs({}),
  z.record(z.string(), z.unknown(), 'is not a mapping of names to values'),
);

const text = z.string('is not a text');

/** The key of a person or a customer: what other tables and addresses of pages name them by. */
export const keyField = text.regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'cannot be a key');
export const deskField = text.regex(/^[a-z][a-z0-9-]*$/, 'is no name of a desk');
export const roleField = z.enum(roles, 'is not a role');

const nameField = text
  .trim()
  .min(1, 'is empty')
  .max(200, 'is too long')
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'has a line break or a control character in it');
const phoneField = text.refine(isPhoneNumber, 'is no telephone number in E.164 form') as z.ZodType<
  PhoneNumber,
  string
>;
const emailField = text.regex(/^[^@\s<>,;\p{Cc}\p{Cs}]+@[^@\s<>,;\p{Cc}\p{Cs}]+$/u, 'is no mail address');
const languageField = text.transform((tag, context) => {
  const language = readLanguage(tag);
  if (language !== undefined) return language;
  context.addIssue({ code: 'custom', message: 'is no BCP 47 language' });
  return z.NEVER;
});
const withoutRepeats = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];

const object = 'is not a mapping of keys to values';

const linesField = text.transform((written, context) => {
  const lines = readLines(written);
  if (lines !== undefined) return lines;
  context.addIssue({ code: 'custom', message: `is no whole number from 1 to ${mostLines}` });
  return z.NEVER;
});

/** Null: there are none. */
const quietField = text.transform((written, context) => {
  if (written.trim() === 'none') return null;
  const quiet = readQuiet(written);
  if (quiet !== undefined) return quiet;
  context.addIssue({ code: 'custom', message: `is no span of at most ${mostQuietHours} hours` });
  return z.NEVER;
});

export const personSchema = z
  .strictObject(
    {
      key: keyField,
      name: nameField,
      roles: listOf(roleField).default([]).transform(withoutRepeats),
      voice: phoneField.optional(),
      /** How many calls the voice number takes at the same time. */
      lines: linesField.optional(),
      sms: phoneField.optional(),
      email: emailField.optional(),
      language: languageField.default('en-US'),
      /** When texts that can wait do; left out, what was set before stays. */
      quiet: quietField.optional(),
    },
    { error: object },
  )
  .refine(({ voice, lines }) => voice !== undefined || lines === undefined, {
    path: ['lines'],
    message: 'belongs to a voice number, and there is none',
  });

/** YAML's values stay texts, so yes and no are words here. */
const truthField = z
  .enum(['true', 'false', 'yes', 'no'], 'is neither true nor false')
  .transform((word) => word === 'true' || word === 'yes');
const lineField = text
  .trim()
  .max(300, 'is too long')
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'has a line break or a control character in it');
const serialField = text.transform((written, context) => {
  const serial = readSerial(written);
  if (serial !== undefined) return serial;
  context.addIssue({ code: 'custom', message: 'is no serial number' });
  return z.NEVER;
});
const macField = text.transform((written, context) => {
  const reading = readMac(written);
  if (reading.ok) return reading.mac;
  context.addIssue({ code: 'custom', message: 'is no MAC address' });
  return z.NEVER;
});
const dateField = z.iso.date('is no date');

export const contactSchema = z.strictObject(
  { name: nameField, phone: phoneField, email: emailField.optional(), approved: truthField.optional() },
  { error: object },
);

export const officeSchema = z.strictObject(
  { name: nameField, address: lineField.optional() },
  { error: object },
);

export const unitSchema = z
  .strictObject(
    {
      serial: serialField.optional(),
      mac: macField.optional(),
      model: lineField.optional(),
      warranty_until: dateField.optional(),
      office: nameField.optional(),
    },
    { error: object },
  )
  .refine(({ serial, mac }) => serial !== undefined || mac !== undefined, 'has neither serial nor mac');

export const customerSchema = z.strictObject(
  {
    key: keyField,
    name: nameField,
    desks: listOf(deskField).default([]).transform(withoutRepeats),
    contract: lineField.optional(),
    contacts: listOf(contactSchema).default([]),
    offices: listOf(officeSchema).default([]),
    units: listOf(unitSchema).default([]),
  },
  { error: object },
);

/** The outermost keys; what is in them is read item by item, so that one fault hides no other. */
export const topSchema = z.strictObject(
  {
    people: listOf(z.unknown()).default([]),
    duty: mapping.default({}),
    schedules: mapping.default({}),
    leave: listOf(z.unknown()).default([]),
    customers: listOf(z.unknown()).default([]),
  },
  { error: object },
);

/** One person as the file has it: the whole of what is known of them. */
export type PersonEntry = z.output<typeof personSchema>;
export type CustomerEntry = z.output<typeof customerSchema>;
