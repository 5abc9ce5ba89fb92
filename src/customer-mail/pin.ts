import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';

/** Some 20 ms: a PIN is made while a case is being registered. What keeps it from being guessed is the limit on tries. */
const COST = { N: 2 ** 13, r: 8, p: 1 };
const KEY_BYTES = 32;

/** A PIN, and what is kept of it: salt and key. */
export interface NewPin {
  pin: string;
  hash: string;
}

/** How many are made ahead: the cases of a burst. */
const STOCK = 8;
const stock: Promise<NewPin>[] = [];

/**
 * A new PIN: six digits, any of them. It was hashed ahead, because the case that it is for is locked while it is asked
 * for, and a caller may be waiting; only the first of a process is made now.
 */
export function takePin(): Promise<NewPin> {
  const taken = stock.shift() ?? makePin();
  // When nobody waits: the hashing of eight would keep all threads from the one that is needed.
  setImmediate(() => {
    while (stock.length < STOCK) {
      const made = makePin();
      stock.push(made);
      // What went wrong now is not the fault of whoever asks later.
      made.catch(() => stock.splice(stock.indexOf(made) >>> 0, 1));
    }
  });
  return taken;
}

async function makePin(): Promise<NewPin> {
  const pin = String(randomInt(1_000_000)).padStart(6, '0');
  const salt = randomBytes(16);
  return { pin, hash: `${salt.toString('base64url')}$${(await keyOf(pin, salt)).toString('base64url')}` };
}

// Compared with where there is no such case: it must take as long.
const nobody = `${randomBytes(16).toString('base64url')}$${randomBytes(KEY_BYTES).toString('base64url')}`;

/** Whether it is the PIN behind `hash`, in a time that tells neither where they differ nor whether there is one. */
export async function pinMatches(pin: string, hash: string | undefined): Promise<boolean> {
  const [salt = '', key = ''] = (hash ?? nobody).split('$');
  const derived = await keyOf(pin, Buffer.from(salt, 'base64url'));
  return timingSafeEqual(derived, Buffer.from(key, 'base64url')) && hash !== undefined;
}

function keyOf(pin: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, KEY_BYTES, COST, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}
