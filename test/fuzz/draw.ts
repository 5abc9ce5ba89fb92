import type { Random } from '../../phones/random.ts';

/** Draws from a seeded source: the same seed makes the same requests. */
export interface Draw {
  chance(share: number): boolean;
  /** From 0 up to, not including, `limit`. */
  below(limit: number): number;
  one<T>(of: readonly T[]): T;
  hex(length: number): string;
}

export function drawFrom(random: Random): Draw {
  const below = (limit: number) => Math.floor(random.next() * limit);
  return {
    chance: (share) => random.next() < share,
    below,
    one: (of) => of[below(of.length)]!,
    hex: (length) => random.hex(length),
  };
}
