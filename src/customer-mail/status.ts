import { createHash } from 'node:crypto';
import type { Database } from '../database/index.ts';
import type { Clock } from '../kernel/index.ts';
import { firstName } from '../people/index.ts';
import type { PublicEvent, StatusWords } from '../phrases/index.ts';
import { pinMatches } from './pin.ts';
import { waitBeforeLookMs } from './status-limit.ts';
import { caseWithPin, eventsOf, forgiveTries, MOST_PINS, takeTry, type StatusRow } from './status.store.ts';

/** What a customer sees of a case: nobody's name but the first name of whoever has it. */
export interface CaseStatusFacts {
  number: string;
  desk: string;
  /** BCP 47; undefined: the desk's. */
  language: string | undefined;
  state: keyof StatusWords['status'];
  registeredAt: Date;
  assignee: string | undefined;
  /** Oldest first. */
  events: { at: Date; event: PublicEvent }[];
}

export type StatusLook =
  | { kind: 'shown'; of: CaseStatusFacts }
  /** No such case, or not its PIN: which, nobody is told. */
  | { kind: 'wrong' }
  | { kind: 'wait'; minutes: number };

/** The timeline's events that are told; several may mean the same to a customer. */
const PUBLIC: Record<string, PublicEvent> = {
  'case.opened': 'registered',
  'case.registered': 'registered',
  'case.assigned': 'assigned',
  'case.acknowledged': 'assigned',
  'case.in-contact': 'contacted',
  'contact.confirmed': 'contacted',
  'case.work-started': 'work-started',
  'case.waiting': 'waiting',
  'unit.shipped': 'shipped',
  'unit.received': 'received',
  'unit.returned': 'returned',
  'case.out-of-scope': 'out-of-scope',
  'case.resolved': 'resolved',
  'case.closed': 'closed',
  'case.reopened': 'reopened',
};

/**
 * Shows a case to whoever knows its number and PIN. Wrong tries are counted for the number, known or not, and for the
 * `client`, so that a PIN can be guessed neither from one place nor from many.
 */
export async function lookAtStatus(
  { db, clock }: { db: Database; clock: Clock },
  given: { number: string; pin: string; client: string },
): Promise<StatusLook> {
  const now = clock.now();
  const number = given.number.trim().toUpperCase();
  const ofCase = `case:${hashed(number)}`;
  const ofAddress = `address:${hashed(given.client)}`;
  const subjects = [ofCase, ofAddress];
  const waitMs = await takeTry(db, subjects, now, (known) =>
    Math.max(
      waitBeforeLookMs('case', known.get(ofCase), now),
      waitBeforeLookMs('address', known.get(ofAddress), now),
    ),
  );
  if (waitMs > 0) return { kind: 'wait', minutes: Math.ceil(waitMs / 60_000) };
  const found = await caseWithPin(db.$client, number);
  if (!(await opens(found, given.pin.replace(/\D/g, ''))) || !found) return { kind: 'wrong' };
  await forgiveTries(db.$client, { ofCase, ofAddress });
  return { kind: 'shown', of: await factsOf(db, found) };
}

/** Whether a PIN opens a case. It takes as long for every number, also for one that there is not. */
async function opens(found: StatusRow | undefined, pin: string): Promise<boolean> {
  const hashes = Array.from({ length: MOST_PINS }, (_, index) => found?.pinHashes[index]);
  const matches = await Promise.all(hashes.map((hash) => pinMatches(pin, hash)));
  return matches.includes(true);
}

async function factsOf(db: Database, found: StatusRow): Promise<CaseStatusFacts> {
  const rows = await eventsOf(db.$client, found.id, Object.keys(PUBLIC));
  const events = rows.map(({ at, event }) => ({ at, event: PUBLIC[event]! }));
  const { number, desk, openedAt: registeredAt } = found;
  return {
    number,
    desk,
    language: found.language ?? undefined,
    state: stateOf(found),
    registeredAt,
    assignee: found.assignee === null ? undefined : firstName(found.assignee),
    // Registered and opened are one to a customer, and so is what is told twice in a row.
    events: events.filter(({ event }, i) => event !== events[i - 1]?.event),
  };
}

function stateOf(found: StatusRow): CaseStatusFacts['state'] {
  if (found.status === 'closed' || found.status === 'cancelled') return 'closed';
  if (found.status === 'resolved') return 'resolved';
  if (found.isWaiting) return 'waiting';
  if (found.isWorkedOn) return 'working';
  if (found.status === 'in-contact') return 'in-contact';
  return found.assignee === null ? 'open' : 'assigned';
}

/** What people type may be anything, a PIN in the wrong field too: only its hash is kept. */
function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
