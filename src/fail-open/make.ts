import type { Queryable } from '../database/index.ts';
import type { Script } from '../ivr/index.ts';
import { loadRoster } from '../people/index.ts';
import { pageNumberOf, type Service } from '../service/index.ts';
import { failOpenDocuments, type DocumentName, type FailOpenDocuments } from './documents.ts';
import { whoRings } from './who-rings.ts';

export interface MadeDocuments {
  documents: FailOpenDocuments;
  /** What is wrong with the people, each with its mend. */
  faults: string[];
  /** False: nobody can be rung, and callers can only leave a message. */
  ringsSomebody: boolean;
}

/** A desk's documents as they have to be now: from its script and from who is on duty. */
export async function makeFailOpen(
  db: Queryable,
  script: Script,
  pageFrom: Service['pageFrom'],
  addressOf: (name: DocumentName) => string,
): Promise<MadeDocuments> {
  const ringing = whoRings(script, await loadRoster(db, script.desk));
  const callerId = pageNumberOf({ pageFrom }, script);
  return {
    documents: failOpenDocuments({ script, ringing, callerId, addressOf }),
    faults: ringing.faults,
    ringsSomebody: ringing.groups.length > 0,
  };
}

/** Where a desk's document stands below the address of the static host, which has no slash at its end. */
export function hostedAt(host: string, desk: string): (name: DocumentName) => string {
  return (name) => `${host}/${desk}/${name}.xml`;
}
