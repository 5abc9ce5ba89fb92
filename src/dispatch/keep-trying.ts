import { setTimeout as sleep } from 'node:timers/promises';

const TRIES = 6;
const FIRST_WAIT_MS = 100;

/**
 * Records what the carrier has said, again and again for about 6 s if the database refuses: what it knows cannot be
 * asked for a second time without a second call.
 * @throws the last error when every try failed.
 */
export async function keepTrying<T>(record: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await record();
    } catch (error) {
      if (attempt >= TRIES) throw error;
      await sleep(FIRST_WAIT_MS * 2 ** (attempt - 1));
    }
  }
}
