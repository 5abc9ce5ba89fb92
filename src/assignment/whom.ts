import type { Responder } from '../people/index.ts';

/** How somebody can be told that a case is theirs. */
interface Reach {
  sms: NonNullable<Responder['contacts']['sms']>['address'] | undefined;
  mail: string | undefined;
}

/** By which ways a person can be told; undefined when by none: whoever is not told does not begin. */
function reachOf(person: Responder, mail: string | undefined): Reach | undefined {
  const sms = person.contacts.sms?.state === 'ok' ? person.contacts.sms.address : undefined;
  return sms === undefined && mail === undefined ? undefined : { sms, mail };
}

/** The first on duty who can be told, and the names of those passed over because they cannot. */
export function whomToAssign(
  onDuty: readonly Responder[],
  mails: ReadonlyMap<string, string>,
): { person: Responder | undefined; unreachable: string[] } {
  const unreachable: string[] = [];
  for (const person of onDuty) {
    if (reachOf(person, mails.get(person.key))) return { person, unreachable };
    unreachable.push(person.name);
  }
  return { person: undefined, unreachable };
}
