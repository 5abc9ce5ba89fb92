import { outageOf } from '../database/index.ts';

/** Beyond so many at a time a statement gets no cheaper a piece. */
const MOST_AT_A_TIME = 200;

interface Waiting<T, R> {
  item: T;
  resolve: (result: R) => void;
  reject: (error: unknown) => void;
}

/**
 * Gathers what comes while `run` is busy and gives it to the next run in one piece, as a database does with commits. The
 * first that comes to an idle one goes at once. `run` answers in the order of its items. When a run of several fails,
 * each is run by itself: what is wrong with one is not to stop the others. While the database is away all are run once more
 * together, on another connection, and then fail: each would wait for it in turn.
 */
export function createGatherer<T, R>(run: (items: T[]) => Promise<R[]>): (item: T) => Promise<R> {
  const waiting: Waiting<T, R>[] = [];
  let busy = false;

  const attempt = async (batch: Waiting<T, R>[], isAgain = false): Promise<void> => {
    try {
      const results = await run(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, index) => resolve(results[index]!));
    } catch (error) {
      const isAway = outageOf(error) === 'away';
      if (isAway && batch.length > 1 && !isAgain) return attempt(batch, true);
      if (isAway || batch.length === 1) return batch.forEach(({ reject }) => reject(error));
      for (const one of batch) await attempt([one]);
    }
  };

  const work = async (): Promise<void> => {
    busy = true;
    while (waiting.length > 0) await attempt(waiting.splice(0, MOST_AT_A_TIME));
    busy = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!busy) void work();
    });
}
