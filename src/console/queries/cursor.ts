import { z } from 'zod';

/** A place in a list ordered by time, newest first. */
export interface Cursor {
  readonly at: Date;
  readonly id: string;
}

const written = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);

/** The cursor as text that callers give back without reading it. */
export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.at.toISOString(), cursor.id])).toString('base64url');
}

/** The cursor behind the text; undefined when we did not write it. */
export function readCursor(text: string): Cursor | undefined {
  try {
    const [at, id] = written.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { at: new Date(at), id };
  } catch {
    return undefined;
  }
}
