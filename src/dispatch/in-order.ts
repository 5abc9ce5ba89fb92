const underWay = new Map<string, Promise<unknown>>();

/**
 * Runs what concerns one call or text in the order in which it came to this process. Callbacks that arrive together
 * would else overtake each other on their way to the database, and a receipt would lack that the phone rang.
 */
export async function inOrder<T>(id: string, work: () => Promise<T>): Promise<T> {
  const before = underWay.get(id);
  const mine = before === undefined ? work() : before.then(work, work);
  underWay.set(id, mine);
  try {
    return await mine;
  } finally {
    if (underWay.get(id) === mine) underWay.delete(id);
  }
}
