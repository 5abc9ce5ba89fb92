import type { Clock } from './clock.ts';

/** Nothing has come of it in time; it goes on all the same. */
export class TooLate extends Error {}

/** @throws TooLate when `work` takes longer. */
export async function inTime<T>(clock: Clock, withinMs: number, work: Promise<T>): Promise<T> {
  let stop = (): void => undefined;
  const late = new Promise<never>((_, reject) => {
    const timer = clock.after(withinMs, () => reject(new TooLate('no answer in time')));
    stop = () => timer.cancel();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    stop();
  }
}
