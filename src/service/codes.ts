import { createHmac, timingSafeEqual } from 'node:crypto';

/** Stands in a text for its code, as long as that: what is stored of the text tells nothing. */
export const CODE_MARK = '######';
const DIGITS = 6;

/**
 * Codes of six digits that show whose a number is. A code follows from the id of its row and from a key that only the
 * processes have: it stands in no row, text or task, and whoever reads the database knows none.
 */
export class Codes {
  readonly #key: string;

  /** `key`: the same in all processes, and in no database; when it is changed, codes under way are void. */
  constructor(key: string) {
    this.#key = key;
  }

  /** False where there is no key: a code would follow from its id alone. */
  get areSecret(): boolean {
    return this.#key !== '';
  }

  of(id: string): string {
    if (!this.areSecret) throw new Error('a code needs a key: set the auth token of the carrier');
    const drawn = createHmac('sha256', this.#key).update(`contact code ${id}`).digest().readUInt32BE(0);
    return String(drawn % 10 ** DIGITS).padStart(DIGITS, '0');
  }

  /** Whether that is the code of a row, in a time that does not tell how near it is. */
  isOf(id: string, typed: string): boolean {
    const digits = typed.replace(/\D/g, '');
    return digits.length === DIGITS && timingSafeEqual(Buffer.from(digits), Buffer.from(this.of(id)));
  }

  /** A text as it is sent: with its code. */
  putIn(body: string, id: string): string {
    return body.replaceAll(CODE_MARK, this.of(id));
  }
}
