import type { Clock } from '../kernel/index.ts';

const TRIES = 6;
const FIRST_WAIT_MS = 100;

/**
 * Records what the carrier has said, again and again for about 3 s if the database refuses: what it knows cannot be
 * asked for a second time without a second call.
 * @throws the last error when every try failed.
 */
export async function keepTrying<T>(clock: Clock, record: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await record();
    } catch (error) {
      if (attempt >= TRIES) throw error;
      await new Promise<void>((resolve) => clock.after(FIRST_WAIT_MS * 2 ** (attempt - 1), resolve));
    }
  }
}
