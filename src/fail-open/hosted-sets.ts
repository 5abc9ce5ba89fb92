import type { Clock } from '../kernel/index.ts';
import type { DocumentName } from './documents.ts';
import { examineCopy, type CopyFault } from './hosted-copy.ts';
import type { DocumentSet } from './make.ts';

/** A fault of a hosted document, and in which carrier's folder. */
export interface FoundFault extends CopyFault {
  place: string;
}

/** The first fault of what is hosted for a desk, carrier after carrier; undefined when all is what it has to be now. */
export async function examineSets(
  clock: Clock,
  sets: readonly DocumentSet[],
  standsAt: (place: string) => (name: DocumentName) => string,
): Promise<FoundFault | undefined> {
  for (const { place, documents } of sets) {
    const fault = await examineCopy(clock, documents, standsAt(place));
    if (fault) return { ...fault, place };
  }
  return undefined;
}
