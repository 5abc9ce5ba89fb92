import { z } from 'zod';

const written = z.tuple([z.iso.datetime(), z.uuid()]);

/** A place in a list ordered by time, newest first. */
export interface Cursor {
  readonly at: Date;
  readonly id: string;
}

/** A place in a list as text that callers give back without reading it. */
export function writeCursor({ at, id }: Cursor): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url');
}

/** The place behind the text; undefined when we did not write it. */
export function readCursor(text: string): Cursor | undefined {
  try {
    const [at, id] = written.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { at: new Date(at), id };
  } catch {
    return undefined;
  }
}
