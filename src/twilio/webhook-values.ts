import { cutText, toPhoneNumber, type PhoneNumber } from '../kernel/index.ts';

/** The parameters of one webhook. Any may be missing: readers give what is there and never throw. */
export type WebhookParams = Readonly<Record<string, string | undefined>>;

/** Numbers that stand for a withheld one: ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE spelt on a keypad. */
const withheldNumbers: ReadonlySet<string> = new Set([
  '+266696687',
  '+7378742833',
  '+2562533',
  '+8656696',
  '+86282452253',
]);

/** The other party's number; undefined when it is withheld, malformed, or not a telephone at all. */
export function readNumber(text: string | undefined): PhoneNumber | undefined {
  return text === undefined || withheldNumbers.has(text.trim()) ? undefined : toPhoneNumber(text);
}

/** A parameter's text; undefined when it is missing or empty, which Twilio uses alike. */
export function readText(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text;
}

/** Twilio's ids have 34 characters, a SIP address up to some 255; an index of PostgreSQL holds no more than 2,700 bytes. */
const LONGEST_NAME = 300;

/** An id, or one end of a call, as the carrier names it; empty when it is missing. What is longer is cut off. */
export function readName(text: string | undefined): string {
  return cutText(text ?? '', LONGEST_NAME);
}

/** A whole number from 0; undefined when it is missing or something else. */
export function readCount(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** An instant as RFC 2822 text, such as `Fri, 12 Mar 2021 16:29:59 +0000`; undefined when it is none. */
export function readInstant(text: string | undefined): Date | undefined {
  const at = text === undefined ? undefined : new Date(text);
  return at === undefined || Number.isNaN(at.getTime()) ? undefined : at;
}

/** The fields that have a value: optional ones are absent rather than undefined. */
export function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}

type Present<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };
