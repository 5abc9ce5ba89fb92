const stops = new Set<() => Promise<void>>();

/** Has `stop` called when the bench is interrupted; returns what is to be called once it has stopped by itself. */
export function stopWhenInterrupted(stop: () => Promise<void>): () => void {
  stops.add(stop);
  return () => void stops.delete(stop);
}

/** Stops everything that still runs, what was started last first. */
export async function stopEverything(): Promise<void> {
  for (const stop of [...stops].reverse()) await stop().catch(() => undefined);
}
