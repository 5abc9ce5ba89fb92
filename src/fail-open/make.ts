import type { Queryable } from '../database/index.ts';
import type { Script } from '../ivr/index.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import { loadRoster } from '../people/index.ts';
import { pageNumberOf, type Service } from '../service/index.ts';
import type { CarrierName } from '../telephony/index.ts';
import { failOpenDocuments, type DocumentName, type FailOpenDocuments } from './documents.ts';
import { whoRings } from './who-rings.ts';

type Senders = Pick<Service, 'pageFrom' | 'carriers'>;

/** The documents that one carrier asks for: no carrier dials with another's number. */
export interface DocumentSet {
  carrier: CarrierName;
  /** Where they stand below the host's address and the folder: `dino`, or `dino/signalwire`. */
  place: string;
  documents: FailOpenDocuments;
}

export interface MadeDocuments {
  /** The first carrier's; and the second's, when it has a number of the desk's. */
  sets: [DocumentSet, ...DocumentSet[]];
  /** What is wrong with the people, each with its mend. */
  faults: string[];
  /** False: nobody can be rung, and callers can only leave a message. */
  ringsSomebody: boolean;
}

/** A desk's documents as they have to be at `now`: from its script and from who is on duty then. */
export async function makeFailOpen(
  db: Queryable,
  script: Script,
  now: Date,
  senders: Senders,
  standsAt: (place: string) => (name: DocumentName) => string,
): Promise<MadeDocuments> {
  const ringing = whoRings(script, await loadRoster(db, script.desk, now));
  const setFor = (carrier: CarrierName, place: string): DocumentSet => {
    const matter = {
      script,
      ringing,
      callerId: callerIdAt(carrier, script, senders),
      addressOf: standsAt(place),
    };
    return { carrier, place, documents: failOpenDocuments(matter) };
  };
  const { first } = senders.carriers;
  const second = senders.carriers.otherThan(first);
  const comesInBySecond = script.numbers.some((number) => senders.carriers.of(number) === second);
  return {
    sets: [
      setFor(first, script.desk),
      ...(second && comesInBySecond ? [setFor(second, `${script.desk}/${second}`)] : []),
    ],
    faults: ringing.faults,
    ringsSomebody: ringing.groups.length > 0,
  };
}

/** The number that pages come from by a carrier; undefined when it has none for this desk. */
function callerIdAt(carrier: CarrierName, script: Script, senders: Senders): PhoneNumber | undefined {
  const number = pageNumberOf(senders, script, carrier);
  return senders.carriers.of(number) === carrier ? number : undefined;
}

/** Where a document stands below the address of the static host, which has no slash at its end. */
export function hostedAt(host: string, place: string): (name: DocumentName) => string {
  return (name) => `${host}/${place}/${name}.xml`;
}
