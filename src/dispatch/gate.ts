/**
 * Lets at most `most` pieces of work run at the same time; the others wait in the order in which they came.
 */
export function createGate(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place passes straight on: nobody who comes just now can take it.
      if (next) next();
      else running -= 1;
    }
  };
}
