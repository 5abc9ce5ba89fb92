import type { z } from 'zod';
import { readMac } from '../../customers/index.ts';
import { suggestion } from '../../ivr/index.ts';
import { nameOf, valueAt, type Finding, type Path } from './fault.ts';
import { likelyLanguage } from './language.ts';
import { likelyNumber } from './phone-form.ts';
import { scheduleExamples, scheduleKeys, scheduleMend } from './schedule-findings.ts';
import {
  contactSchema,
  customerSchema,
  officeSchema,
  personSchema,
  roles,
  topSchema,
  unitSchema,
} from './schema.ts';

type Issue = z.core.$ZodIssue;

/** How each key looks when it is right. */
const examples: Record<string, string> = {
  key: 'key: anna',
  name: 'name: Anna Alm',
  phone: 'phone: "+12025550100"',
  ...scheduleExamples,
};

/** What a schema found, in words for the owner of the file. `raw` is the whole file, `at` where the schema was asked. */
export function schemaFindings(issues: readonly Issue[], at: Path, raw: unknown): Finding[] {
  return issues.flatMap((issue) => {
    const path = [...at, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key, raw));
    const value = valueAt(raw, path);
    if (value === undefined) return [missing(path, raw)];
    const complaint = issue.message.replace(/\.$/, '');
    return [{ path, what: `${shown(value)} in ${within(path, raw)} ${complaint}.`, mend: mendOf(path, raw) }];
  });
}

function unknownKey(path: Path, key: string, raw: unknown): Finding {
  return {
    path: [...path, key],
    atKey: true,
    what: `Unknown key "${key}" in ${within(path, raw)}.`,
    mend: suggestion(key, keysOf(path)),
  };
}

function missing(path: Path, raw: unknown): Finding {
  const key = String(path.at(-1));
  const owner = path.slice(0, -1);
  return {
    path: owner,
    what: `The key "${key}" is missing in ${within(owner, raw)}.`,
    mend: `Add it, as in ${examples[key] ?? key}.`,
  };
}

function keysOf(path: Path): string[] {
  if (path.length === 0) return Object.keys(topSchema.shape);
  if (isOfSchedules(path)) return scheduleKeys(path);
  if (path.includes('contacts')) return Object.keys(contactSchema.shape);
  if (path.includes('offices')) return Object.keys(officeSchema.shape);
  if (path.includes('units')) return Object.keys(unitSchema.shape);
  return Object.keys((path[0] === 'people' ? personSchema : customerSchema).shape);
}

/** Under these, faults are told by `schedule-findings`; a whole part that is wrong is a matter of the file. */
function isOfSchedules(path: Path): boolean {
  return (path[0] === 'schedules' || path[0] === 'leave') && path.length > 1;
}

/** How to mend the value at `path`; its last name says what should stand there. */
function mendOf(path: Path, raw: unknown): string {
  const value = valueAt(raw, path);
  if (isOfSchedules(path)) return scheduleMend(path, value);
  if (typeof value !== 'string') return shapeOf(path);
  if (path[0] === 'duty') return shapeOf(path, value);
  const field = path.findLast((part) => typeof part === 'string') ?? '';
  switch (field) {
    case 'voice':
    case 'sms':
    case 'phone':
      return numberMend(value, valueAt(raw, [...path.slice(0, -1), 'language']));
    case 'roles':
      return typeof path.at(-1) === 'number' ? suggestion(value, roles) : shapeOf(path);
    case 'language': {
      const likely = likelyLanguage(value);
      return likely === undefined ? 'Write a tag such as en-US or sv-SE.' : `Did you mean "${likely}"?`;
    }
    case 'lines':
      return linesMend(value, valueAt(raw, [...path.slice(0, -1), 'voice']));
    case 'quiet':
      return 'Write when no text that can wait is wanted, as in 21:00-07:00, or none; left out, what was set before stays.';
    case 'approved':
      return 'Write true or false; left out, what is known of the contact stays.';
    case 'mac':
      return macMend(value);
    case 'serial':
      return 'Write it as it stands on the label: letters, digits and - . / _, at most 60.';
    case 'warranty_until':
      return 'Write a date such as 2027-05-14.';
    case 'address':
    case 'model':
    case 'contract':
      return 'Write it on one line, at most 300 characters.';
    case 'email':
      return 'Write an address such as anna@example.com, or leave the key out.';
    case 'name':
      return 'Write the name on one line, at most 200 characters.';
    case 'key':
      return keyMend(value);
    default:
      return shapeOf(path, value);
  }
}

function numberMend(value: string, language: unknown): string {
  const likely = likelyNumber(value, typeof language === 'string' ? language : undefined);
  if (likely !== undefined) return `Did you mean "${likely}"?`;
  return value === ''
    ? 'Write a number such as "+12025550111", or leave the key out.'
    : 'Write it with + and the country code, digits only, such as "+12025550111".';
}

function linesMend(value: string, voice: unknown): string {
  if (voice === undefined && Number(value) > 0)
    return 'Add voice: with the number that has the lines, or leave lines: out.';
  return 'Write how many calls the voice number takes at the same time, such as 8; one when it is left out.';
}

function macMend(value: string): string {
  const example = 'as in 00:1C:42:0B:7F:3A';
  const reading = readMac(value);
  if (reading.ok) return `Write it ${example}.`;
  const { fault } = reading;
  return fault.kind === 'digits'
    ? `Part ${fault.group} is ${fault.text}: only 0-9 and A-F can stand there, ${example}.`
    : `It has ${fault.digits} digits of the twelve, ${example}.`;
}

/** Keys are of small letters, digits, dots, hyphens and underscores. */
function keyMend(value: string): string {
  const likely = value
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+|[._-]+$/g, '');
  const rule = 'Use small letters, digits, dots and hyphens, at most 64';
  return likely === '' || likely.length > 64 ? `${rule}, such as anna.` : `${rule}, such as ${likely}.`;
}

function shapeOf(path: Path, value?: string): string {
  if (path.length === 0)
    return 'Begin with people:, duty:, schedules:, leave: or customers: at the left margin.';
  const field = path.at(-1);
  if (field === 'schedules')
    return 'Write roles under each desk, as in dvnordic: { technician: { seats: [...] } }.';
  if (path[0] === 'duty') {
    if (path.length === 4 && value !== undefined) return keyMend(value);
    return path.length < 3
      ? 'Write roles under each desk, as in dino: { sales: [sal] }.'
      : 'Write a list of the keys of people, such as [anna, bo].';
  }
  if (field === 'roles' || field === 'desks')
    return `Write a list, such as [${field === 'roles' ? 'sales' : 'dino'}].`;
  if (path.includes('desks')) return 'Write the name of a desk, such as dino.';
  if (['people', 'customers', 'contacts', 'offices', 'units', 'leave'].includes(String(field)))
    return 'Begin each item with "- ".';
  if (path.at(-2) === 'units') return 'Write serial: or mac:, or both.';
  if (typeof field === 'number') return 'Write keys with their values, as in { key: anna, name: Anna Alm }.';
  return 'Write a text.';
}

function within(path: Path, raw: unknown): string {
  return path.length === 0 ? 'the file' : nameOf(path, raw);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}
