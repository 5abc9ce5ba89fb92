import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CarrierName } from '../telephony/index.ts';

/** A webhook as it was told: all that is needed to take it again. */
export interface Told {
  /** Which of the carrier's notices it is: what is told again while it waits is kept once. */
  key: string;
  /** Below /twilio, without the query. */
  path: string;
  carrier: CarrierName;
  fields: Record<string, string>;
}

/** A webhook that waits to be recorded. */
export interface Piece extends Told {
  receivedAt: Date;
}

const written = z.object({
  key: z.string(),
  path: z.string(),
  carrier: z.enum(['twilio', 'signalwire']),
  fields: z.record(z.string(), z.string()),
  receivedAt: z.iso.datetime().transform((text) => new Date(text)),
});

export function writePiece(piece: Piece): string {
  return JSON.stringify(piece);
}

/** Undefined when it is no piece of ours, as a file that was damaged. */
export function readPiece(text: string): Piece | undefined {
  try {
    return written.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** A name for a piece's file; in the order of their names, pieces are in the order in which they were told. */
export function idOf({ key, receivedAt }: Piece): string {
  const what = createHash('sha256').update(key).digest('hex').slice(0, 16);
  return `${String(receivedAt.getTime()).padStart(14, '0')}-${what}`;
}
