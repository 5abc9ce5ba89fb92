import type { VirtualClock } from '../../phones/testing/virtual-clock.ts';
import type { JournalFolder } from './folder.ts';
import { Journal, type JournalParts } from './journal.ts';
import type { Piece, Told } from './piece.ts';
import type { Spell } from './spell.ts';

export class Away extends Error {}
export class Troubled extends Error {}

/** A journal on a clock that stands still, and what it did. */
export interface Bench {
  journal: Journal;
  /** Keys that were recorded, in their order. */
  recorded: string[];
  /** Keys that were tried, in their order. */
  tried: string[];
  spells: Spell[];
  log: { level: 'info' | 'warn' | 'error'; message: string }[];
  /** What recording fails with; undefined: it succeeds. */
  fails: (piece: Piece) => Error | undefined;
  tells: (spell: Spell) => Promise<void>;
}

export function benchOf(clock: VirtualClock, folder: JournalFolder): Bench {
  const log: Bench['log'] = [];
  const write = (level: 'info' | 'warn' | 'error') => (_: object, message: string) =>
    void log.push({ level, message });
  const bench: Omit<Bench, 'journal'> = {
    recorded: [],
    tried: [],
    spells: [],
    log,
    fails: () => undefined,
    tells: async () => undefined,
  };
  const record: JournalParts['record'] = async (piece) => {
    bench.tried.push(piece.key);
    const error = made.fails(piece);
    if (error) throw error;
    bench.recorded.push(piece.key);
  };
  const made: Bench = Object.assign(bench, {
    journal: new Journal({
      folder,
      clock,
      log: { info: write('info'), warn: write('warn'), error: write('error') },
      record,
      outageOf: (error) =>
        error instanceof Away ? 'away' : error instanceof Troubled ? 'troubled' : undefined,
      over: async (spell) => {
        await made.tells(spell);
        bench.spells.push(spell);
      },
    }),
  });
  return made;
}

export const told = (key: string): Told => ({
  key,
  path: `/call/${key}/input/1`,
  carrier: 'twilio',
  fields: { Digits: '1' },
});
