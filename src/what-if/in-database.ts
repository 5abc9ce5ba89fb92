import { mailsOf } from '../assignment/index.ts';
import { callerIdentity, peekCaseNumber } from '../cases/index.ts';
import { nextOpening } from '../coverage/index.ts';
import { isApprovedNumber, mailOfContact } from '../customers/index.ts';
import type { Queryable } from '../database/index.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import { hoursWith, loadOwnHours } from '../own-hours/index.ts';
import { loadRosterSource } from '../people/index.ts';
import type { KnownCaller, LookUp } from './known.ts';
import { foreseenMs } from './rounds.ts';

/** Business time may be counted back by so much. */
const backMs = 366 * 86_400_000;

/** Looks up in the database, by the same statements as a call. Nothing is written, and no case number is used up. */
export function inDatabase(db: Queryable): LookUp {
  return async ({ script, at, since, from }) => {
    const { desk } = script;
    const own = await loadOwnHours(db, new Date(since.getTime() - backMs));
    const opensAt = nextOpening(hoursWith(script, own), at) ?? at;
    // A case may be given to somebody at the next opening: the duty of then counts too.
    const until = new Date(Math.max(at.getTime() + foreseenMs, opensAt.getTime()));
    const roster = await loadRosterSource(db, desk, { from: at, to: until });
    return {
      own,
      roster,
      mails: await mailsOf(db, [...roster.people.keys()]),
      caller: from && (await whoCalls(db, desk, from)),
      nextNumber: await peekCaseNumber(db, desk),
      notes: [],
    };
  };
}

async function whoCalls(db: Queryable, desk: string, number: PhoneNumber): Promise<KnownCaller> {
  const { customer, customerName, contactName } = await callerIdentity(db, desk, number);
  return {
    customer: customerName,
    contact: contactName,
    mail: customer === undefined ? undefined : await mailOfContact(db, customer, number),
    isApproved: await isApprovedNumber(db, desk, number),
  };
}
