import type { FileAlone } from '../people/index.ts';
import type { KnownCaller, LookUp } from './known.ts';

/** Looks up in a people file. */
export function inFile(file: FileAlone): LookUp {
  return ({ script, from }) =>
    Promise.resolve({
      own: new Map(),
      roster: file.rosterOf(script.desk),
      mails: file.mails,
      caller: from && whoCalls(file, script.desk, from),
      nextNumber: undefined,
      notes: [{ kind: 'no-dates' as const }],
    });
}

/** As in the database: of several customers the first by key has the number; it is approved if one of them approves it. */
function whoCalls({ customers }: FileAlone, desk: string, number: string): KnownCaller {
  const found = customers
    .filter(({ desks }) => desks.length === 0 || desks.includes(desk))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap(({ name, contacts }) =>
      contacts.filter(({ phone }) => phone === number).map((contact) => ({ name, contact })),
    );
  const [first] = found;
  return {
    customer: first?.name,
    contact: first?.contact.name,
    mail: first?.contact.email,
    isApproved: found.some(({ contact }) => contact.approved === true),
  };
}
