import { transaction, type Database } from '../database/index.ts';
import { faultsOfOverride, overridesOf, type KnownPerson } from './change.ts';
import { loadDeskDuty } from './load.store.ts';
import {
  addLeave,
  addOverride,
  withdrawLeave,
  withdrawOverride,
  type NewOverride,
} from './override.store.ts';
import { answerSwap, askSwap, lockSwap } from './swap.store.ts';
import type { AskedSwap } from './change.ts';

/** What became of a change: what to tell, or why it was not made. */
export type Changed = { ok: true; told: string } | { ok: false; faults: string[] };

/** Who does it, and what is known. */
export interface Doing {
  db: Database;
  people: readonly KnownPerson[];
  by: string;
  now: Date;
}

const refused = (faults: string[]): Changed => ({ ok: false, faults });

/** Puts somebody in the place of somebody else, unless something stands against it. */
export async function override(doing: Doing, of: NewOverride): Promise<Changed> {
  return transaction(doing.db, async (tx) => {
    const duty = await loadDeskDuty(tx.$client, of.desk, of.from, of.to);
    const faults = faultsOfOverride(of, duty, doing.people);
    if (faults.length > 0) return refused(faults);
    return { ok: true, told: `Override ${await addOverride(tx.$client, of, doing)} is in force.` };
  });
}

/** Notes that somebody is away; their shifts are holes from then on, until somebody stands in. */
export async function leave(
  { db, people, by, now }: Doing,
  of: { person: string; from: Date; to: Date; why: string },
): Promise<Changed> {
  if (of.to <= of.from) return refused(['It ends before it begins: write a later end.']);
  if (!people.some(({ key }) => key === of.person))
    return refused([`Nobody has the key "${of.person}": import the person first.`]);
  const isNew = await addLeave(db.$client, of, { by, now });
  return {
    ok: true,
    told: isNew ? `${of.person} is away then. See what it opens: npm run sweep.` : 'That is known.',
  };
}

/** Asks for a swap; nothing changes until the other grants it. */
export async function ask(doing: Doing, asked: Omit<AskedSwap, 'id'>): Promise<Changed> {
  const faults = await faultsOfSwap(doing, doing.db, { ...asked, id: '' });
  if (faults.length > 0) return refused(faults);
  const id = await askSwap(doing.db.$client, asked, doing.now);
  return { ok: true, told: `Swap ${id} waits for ${asked.askedOf}: npm run duty -- grant ${id}` };
}

/** Grants or refuses a swap. What was true when it was asked may not be any more: it is looked at again. */
export async function answer(doing: Doing, id: string, status: 'granted' | 'refused'): Promise<Changed> {
  return transaction(doing.db, async (tx) => {
    const swap = await lockSwap(tx.$client, id);
    if (swap === undefined)
      return refused([`No swap ${id} waits for an answer: npm run duty -- shows those that do.`]);
    const faults = status === 'granted' ? await faultsOfSwap(doing, tx, swap) : [];
    if (faults.length > 0) return refused(faults);
    await answerSwap(tx.$client, swap, status, doing);
    return { ok: true, told: `Swap ${id} is ${status}.` };
  });
}

async function faultsOfSwap({ people }: Doing, db: Database, swap: AskedSwap): Promise<string[]> {
  const faults: string[] = [];
  for (const of of overridesOf(swap)) {
    const duty = await loadDeskDuty(db.$client, swap.desk, of.from, of.to);
    faults.push(...faultsOfOverride(of, duty, people));
  }
  return [...new Set(faults)];
}

/** Takes back an override, leave or a swap that was asked for, whichever has that id. */
export async function withdraw(doing: Doing, id: string): Promise<Changed> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return refused([`"${id}" is no id: npm run duty -- shows them.`]);
  return transaction(doing.db, async (tx) => {
    const swap = await lockSwap(tx.$client, id);
    if (swap !== undefined) await answerSwap(tx.$client, swap, 'withdrawn', doing);
    const done =
      swap !== undefined ||
      (await withdrawOverride(tx.$client, id, doing)) ||
      (await withdrawLeave(tx.$client, id, doing));
    return done
      ? { ok: true, told: `${id} is taken back.` }
      : refused([`There is no ${id} that could be taken back.`]);
  });
}
