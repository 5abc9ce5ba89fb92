import { transaction, type Database } from '../database/index.ts';
import { faultsOfOverride, overridesOf, type AskedSwap } from './change.ts';
import { changing, type Changed, type Doing, type Touched } from './changing.store.ts';
import type { DutyFault } from './duty-fault.ts';
import { loadDeskDuty } from './load.store.ts';
import {
  addLeave,
  addOverride,
  stretchOf,
  withdrawLeave,
  withdrawOverride,
  type NewLeave,
  type NewOverride,
} from './override.store.ts';
import { answerSwap, askSwap, lockSwap } from './swap.store.ts';

const refused = (faults: DutyFault[]): Changed => ({ ok: false, faults });

/** Puts somebody in the place of somebody else, unless something stands against it. */
export async function override(doing: Doing, of: NewOverride): Promise<Changed> {
  return changing(
    doing,
    'override',
    async () => of,
    async (tx) => {
      const duty = await loadDeskDuty(tx.$client, of.desk, of.from, of.to);
      const faults = faultsOfOverride(of, duty, doing.people);
      if (faults.length > 0) return refused(faults);
      return { ok: true, told: `Override ${await addOverride(tx.$client, of, doing)} is in force.` };
    },
  );
}

/** Notes that somebody is away; their shifts are holes from then on, until somebody stands in. */
export async function leave(doing: Doing, of: NewLeave): Promise<Changed> {
  if (of.to <= of.from) return refused([{ kind: 'ends-before' }]);
  if (!doing.people.some(({ key }) => key === of.person))
    return refused([{ kind: 'unknown-person', person: of.person }]);
  return changing(
    doing,
    'leave',
    async () => ({ from: of.from, to: of.to }),
    async (tx) => {
      const isNew = await addLeave(tx.$client, of, doing);
      return {
        ok: true,
        told: isNew ? `${of.person} is away then. See what it opens: npm run sweep.` : 'That is known.',
      };
    },
  );
}

/** Asks for a swap; nothing changes until the other grants it. */
export async function ask(doing: Doing, asked: Omit<AskedSwap, 'id'>): Promise<Changed> {
  const faults = await faultsOfSwap(doing, doing.db, { ...asked, id: '' });
  if (faults.length > 0) return refused(faults);
  const id = await transaction(doing.db, (tx) => askSwap(tx.$client, asked, doing.now));
  return { ok: true, told: `Swap ${id} waits for ${asked.askedOf}: npm run duty -- grant ${id}` };
}

/**
 * Grants or refuses a swap. What was true when it was asked may not be any more: it is looked at again. `as`: only whom it
 * was asked of may answer; absent: whoever answers may do so for them.
 */
export async function answer(
  doing: Doing,
  id: string,
  status: 'granted' | 'refused',
  as?: string,
): Promise<Changed> {
  let swap: AskedSwap | undefined;
  return changing(
    doing,
    'swap',
    async (tx) => {
      swap = await lockSwap(tx.$client, id);
      return swap && touchedBy(swap);
    },
    async (tx) => {
      if (swap === undefined || (as !== undefined && swap.askedOf !== as))
        return refused([{ kind: 'no-swap', id }]);
      const faults = status === 'granted' ? await faultsOfSwap(doing, tx, swap) : [];
      if (faults.length > 0) return refused(faults);
      await answerSwap(tx.$client, swap, status, doing);
      return { ok: true, told: `Swap ${id} is ${status}.` };
    },
  );
}

function touchedBy({ desk, gives, takes = gives }: AskedSwap): Touched {
  return {
    desk,
    from: gives.from < takes.from ? gives.from : takes.from,
    to: gives.to > takes.to ? gives.to : takes.to,
  };
}

async function faultsOfSwap({ people }: Doing, db: Database, swap: AskedSwap): Promise<DutyFault[]> {
  const faults: DutyFault[] = [];
  for (const of of overridesOf(swap)) {
    const duty = await loadDeskDuty(db.$client, swap.desk, of.from, of.to);
    faults.push(...faultsOfOverride(of, duty, people));
  }
  // The same may stand against both shifts.
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}

/**
 * Takes back an override, leave or a swap that was asked for, whichever has that id. `as`: only their own leave, and what
 * they have asked for.
 */
export async function withdraw(doing: Doing, id: string, as?: string): Promise<Changed> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return refused([{ kind: 'no-id', id }]);
  return changing(
    doing,
    'taken-back',
    (tx) => stretchOf(tx.$client, id),
    async (tx) => {
      const swap = await lockSwap(tx.$client, id);
      const isTheirs = swap !== undefined && (as === undefined || swap.askedBy === as);
      if (isTheirs) await answerSwap(tx.$client, swap, 'withdrawn', doing);
      const done =
        isTheirs ||
        (as === undefined && (await withdrawOverride(tx.$client, id, doing))) ||
        (await withdrawLeave(tx.$client, id, { ...doing, as }));
      return done ? { ok: true, told: `${id} is taken back.` } : refused([{ kind: 'not-there', id }]);
    },
  );
}
