import { sql } from 'drizzle-orm';
import type { Database } from '../../src/database/index.ts';

/** The night's instants: seconds after 02:47:00 in New York, Thursday 12 November 2026. */
export const nightAt = (seconds: number) => new Date(Date.parse('2026-11-12T07:47:00Z') + seconds * 1000);

/** When the night is told: the case is with Anna, DINO-1043 is being paged. */
export const nightNow = nightAt(32 * 60);

export const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const people = [
  ['anna', 'Anna Alm', 'senior-technician', '+12025550111'],
  ['bo', 'Bo Berg', 'senior-technician', '+12025550112'],
  ['cleo', 'Cleo Carr', 'senior-technician', '+12025550113'],
  ['sal', 'Sal Stone', 'sales', '+12025550114'],
  ['sue', 'Sue Sand', 'supervisor', '+12025550115'],
] as const;

export type Values = Record<string, unknown>;

/** One row; the columns are named as in the database. */
export async function insertRow(db: Database, table: string, values: Values): Promise<void> {
  const names = Object.keys(values).map((name) => sql.identifier(name));
  const cells = Object.values(values).map((value) => {
    if (value instanceof Date) return sql`${value.toISOString()}::timestamptz`;
    if (Array.isArray(value)) return sql`${`{${value.join(',')}}`}::text[]`;
    if (value !== null && typeof value === 'object') return sql`${JSON.stringify(value)}::jsonb`;
    return sql`${value}`;
  });
  await db.execute(
    sql`INSERT INTO ${sql.identifier(table)} (${sql.join(names, sql`, `)}) VALUES (${sql.join(cells, sql`, `)})`,
  );
}

/** A page and its receipt, told in seconds of the night. */
export interface PageStory {
  readonly person: (typeof people)[number][0];
  readonly channel: 'sms' | 'voice';
  readonly round: number;
  readonly status: string;
  /** Seconds of the night and what happened then. */
  readonly receipt: readonly (readonly [number, string, Values?])[];
  readonly call?: Values;
  readonly error?: string;
}

let nextId = 1000;

/** Writes a page with its call or text and its receipt. */
export async function writePage(
  db: Database,
  caseId: string,
  pagingId: string,
  story: PageStory,
): Promise<void> {
  const id = uuid(nextId++);
  const of = people.find(([key]) => key === story.person)!;
  const [, , role, address] = of;
  const legId = uuid(nextId++);
  const carrierId = `${story.channel === 'voice' ? 'CA' : 'SM'}${String(nextId++).padStart(32, '0')}`;
  const asked = nightAt(story.receipt[0]![0]);
  const settled = ['sent', 'delivered', 'ringing', 'answered', 'due'].includes(story.status)
    ? null
    : nightAt(story.receipt.at(-1)![0]);
  if (story.channel === 'voice') {
    await insertRow(db, 'call', {
      id: legId,
      desk: 'dino',
      direction: 'outbound',
      purpose: 'page',
      carrier_id: carrierId,
      from_number: '+18004803466',
      to_number: address,
      person: story.person,
      status: settled === null ? 'ringing' : 'completed',
      created_at: asked,
      ended_at: settled,
      ...story.call,
    });
  } else {
    await insertRow(db, 'text_message', {
      id: legId,
      direction: 'outbound',
      purpose: 'page',
      desk: 'dino',
      carrier_id: carrierId,
      from_number: '+18004803466',
      to_number: address,
      body: 'A42 accepts, N42 declines. SEV 1 DINO-1042 Acme Insurance, +1 202 555 0100: not operational.',
      person: story.person,
      case_id: caseId,
      status: story.error === undefined ? 'delivered' : 'undelivered',
      error_code: story.error ?? null,
      created_at: asked,
    });
  }
  await insertRow(db, 'page', {
    id,
    paging_id: pagingId,
    case_id: caseId,
    person: story.person,
    role,
    channel: story.channel,
    round: story.round,
    address,
    status: story.status,
    [story.channel === 'voice' ? 'call_id' : 'text_id']: legId,
    carrier_id: carrierId,
    created_at: asked,
    attempted_at: asked,
    settled_at: settled,
  });
  for (const [at, event, data] of story.receipt) {
    if (event === 'key') {
      await insertRow(db, 'call_event', { call_id: legId, at: nightAt(at), event, data: data ?? {} });
    } else {
      await insertRow(db, 'page_event', { page_id: id, at: nightAt(at), event, data: data ?? {} });
    }
  }
}

/** An SMS page that was delivered. */
export const sms = (
  person: PageStory['person'],
  round: number,
  at: number,
  delivered: number,
  status = 'stood-down',
): PageStory => ({
  person,
  channel: 'sms',
  round,
  status,
  receipt: [
    [at, 'queued'],
    [at + 1, 'at-carrier'],
    [delivered, 'delivered'],
    ...(status === 'stood-down' ? ([[92, 'stood-down', { takenBy: 'anna' }]] as const) : []),
  ],
});

/** A page by voice that nobody answered. */
export const rings = (person: PageStory['person'], round: number, at: number, from: number, to: number) =>
  ({
    person,
    channel: 'voice',
    round,
    status: 'unanswered',
    receipt: [
      [at, 'queued'],
      [from, 'rang'],
      [to, 'not-answered'],
    ],
    call: { status: 'no-answer' },
  }) satisfies PageStory;

/** A page by voice that still rang when somebody accepted. */
export const standsDown = (person: PageStory['person'], from: number, to: number): PageStory => ({
  person,
  channel: 'voice',
  round: 2,
  status: 'stood-down',
  receipt: [
    [72, 'queued'],
    [from, 'rang'],
    [to, 'stood-down', { takenBy: 'anna' }],
  ],
});
