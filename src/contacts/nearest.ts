import type { Script } from '../ivr/index.ts';
import type { PhoneNumber } from '../kernel/index.ts';

/** The desk whose number is most like that one: a text from the same country arrives sooner, and is cheaper. */
export function nearestDesk(scripts: readonly Script[], address: PhoneNumber): Script | undefined {
  const likeness = ({ numbers }: Script) => {
    const own = numbers[0] ?? '';
    return [...own].findIndex((digit, index) => digit !== address[index]);
  };
  return [...scripts].sort((a, b) => likeness(b) - likeness(a))[0];
}
