import type { CoverageHours } from '../coverage/index.ts';
import { transaction, type Database } from '../database/index.ts';
import type { KnownPerson } from './change.ts';
import type { DutyFault } from './duty-fault.ts';
import { keepGaps, type ChangeKind } from './gap.store.ts';
import { gapsOpened, type Gap } from './gaps.ts';
import { loadDeskDuty } from './load.store.ts';
import { sweep, type DutyFinding, type SweptDesk } from './sweep.ts';

/** A change that was not made, and why; `gaps`: it needs a reason, because it opens these. */
export interface Unchanged<Fault = DutyFault> {
  ok: false;
  faults: readonly Fault[];
  gaps?: readonly Gap[];
}

/** What became of a change: what to tell on the command line, or why it was not made. */
export type Changed = { ok: true; told: string } | Unchanged;

/** A desk whose duty must not be left open unknowingly. */
export interface WatchedDesk {
  script: SweptDesk['script'] & { desk: string };
  hours: CoverageHours | undefined;
}

/** Who does it, and what is known. */
export interface Doing {
  db: Database;
  people: readonly KnownPerson[];
  /** All of them: whoever is away is away from every desk. */
  desks: readonly WatchedDesk[];
  by: string;
  now: Date;
  /** Why hours may be left open; empty: they may not. */
  reason?: string | undefined;
}

/** Which time a change can alter, and where. */
export interface Touched {
  /** Undefined: every desk. */
  desk?: string | undefined;
  from: Date;
  to: Date;
}

/** Nobody plans further, and a sweep of it takes no time. */
const lookAheadMs = 366 * 86_400_000;
/** Any number that nothing else of ours locks. */
const dutyLock = 4_747_003;

/** A change that is given up: its transaction takes back what it has written. */
class NeedsReason extends Error {
  readonly gaps: readonly Gap[];
  constructor(gaps: readonly Gap[]) {
    super('the change opens a gap');
    this.gaps = gaps;
  }
}

/**
 * Makes a change of duty, one at a time, and looks at what it has left open: without a reason it is taken back and the
 * hours are told; with one the reason is kept. `touched` is asked before, `write` makes the change.
 */
export async function changing<Made extends { ok: boolean }>(
  doing: Doing,
  kind: ChangeKind,
  touched: (tx: Database) => Promise<Touched | undefined>,
  write: (tx: Database) => Promise<Made>,
): Promise<Made | Unchanged<never>> {
  try {
    return await transaction(doing.db, async (tx) => {
      await tx.$client.query('SELECT pg_advisory_xact_lock($1)', [dutyLock]);
      const stretch = ahead(await touched(tx), doing.now);
      const before = await look(doing, tx, stretch);
      const changed = await write(tx);
      if (!changed.ok) return changed;
      const after = await look(doing, tx, stretch);
      const gaps = [...after].flatMap(([desk, found]) => gapsOpened(desk, before.get(desk) ?? [], found));
      const reason = doing.reason?.trim() ?? '';
      if (gaps.length > 0 && reason === '') throw new NeedsReason(gaps);
      await keepGaps(tx, gaps, { change: kind, reason, by: doing.by, now: doing.now });
      return changed;
    });
  } catch (error) {
    if (error instanceof NeedsReason) return { ok: false, faults: [], gaps: error.gaps };
    throw error;
  }
}

/** What is past cannot be opened any more. */
function ahead(touched: Touched | undefined, now: Date): Touched | undefined {
  if (touched === undefined) return undefined;
  const from = new Date(Math.max(touched.from.getTime(), now.getTime()));
  const to = new Date(Math.min(touched.to.getTime(), now.getTime() + lookAheadMs));
  return from < to ? { ...touched, from, to } : undefined;
}

async function look(
  { desks, people }: Doing,
  tx: Database,
  touched: Touched | undefined,
): Promise<Map<string, DutyFinding[]>> {
  const found = new Map<string, DutyFinding[]>();
  if (touched === undefined) return found;
  const canBeReached = (key: string): boolean =>
    people.some((person) => person.key === key && person.canBeReached);
  for (const { script, hours } of desks) {
    if (touched.desk !== undefined && script.desk !== touched.desk) continue;
    const { from, to } = touched;
    const duty = await loadDeskDuty(tx.$client, script.desk, from, to);
    found.set(script.desk, sweep({ script, duty, canBeReached, hours }, from, to));
  }
  return found;
}
