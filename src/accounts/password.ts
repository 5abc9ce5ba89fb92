import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const keyBytes = 32;

/** The fewest and the most characters of a password. The upper limit keeps hashing cheap, not passwords short. */
const passwordLength = { least: 12, most: 200 };

/** What is wrong with a new password, in words for the field, or undefined when it will do. */
export function passwordFault(password: string): string | undefined {
  const length = [...password].length;
  if (length < passwordLength.least) {
    return `${length} characters. At least ${passwordLength.least}: a few words do well`;
  }
  if (length > passwordLength.most) return `At most ${passwordLength.most} characters`;
  return undefined;
}

/**
 * So many at a time: each takes a thread of the few that also look up the carrier's address, and 32 MB. So many may
 * wait; the rest is refused, or a flood of sign-ins would delay pages.
 */
const mostAtOnce = 2;
const mostWaiting = 20;
let underWay = 0;
const waiting: (() => void)[] = [];

/** Too many passwords are being checked; nothing is wrong with this one. */
export class PasswordsBusy extends Error {
  override readonly name = 'PasswordsBusy';
  /** For a page that knows nothing better: try again. */
  readonly statusCode = 429;
}

/** @throws PasswordsBusy when as many wait already as may. */
async function derive(password: string, salt: Buffer): Promise<Buffer> {
  if (underWay >= mostAtOnce) {
    if (waiting.length >= mostWaiting) throw new PasswordsBusy('too many passwords are being checked');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else underWay += 1;
  try {
    return await deriveNow(password, salt);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else underWay -= 1;
  }
}

function deriveNow(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyBytes, cost, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

/** The password as it is stored: scrypt$salt$key. Takes about 0.1 s on purpose. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt);
  return `scrypt$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

// Compared with when nobody has the name, so that an unknown name takes as long as a wrong password.
const nobody = `scrypt$${randomBytes(16).toString('base64url')}$${randomBytes(keyBytes).toString('base64url')}`;

/** Whether `password` is the one behind `stored`; without `stored` the work is done all the same and the answer is no. */
export async function passwordMatches(password: string, stored: string | undefined): Promise<boolean> {
  const [, salt = '', key = ''] = (stored ?? nobody).split('$');
  const expected = Buffer.from(key, 'base64url');
  const derived = await derive(password.slice(0, passwordLength.most), Buffer.from(salt, 'base64url'));
  return timingSafeEqual(derived, expected) && stored !== undefined;
}
