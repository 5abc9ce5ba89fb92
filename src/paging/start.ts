import { carrierOfCustomer } from '../calls/index.ts';
import { noteCase, type Case } from '../cases/index.ts';
import { customerName } from '../customers/index.ts';
import type { Script } from '../ivr/index.ts';
import { newId } from '../kernel/index.ts';
import { loadRoster, type Roster } from '../people/index.ts';
import type { Service, Unit } from '../service/index.ts';
import type { CarrierName } from '../telephony/index.ts';
import { mayPage } from './in-hours.ts';
import { caseForPage } from './page-text.ts';
import { lockOpenPaging } from './paging.store.ts';
import { beginRound, type BegunRound, type RoundSubject } from './round.ts';
import type { PagingReason } from './tables.ts';

/**
 * Opens a paging for a case and begins its first round. The case must have no open paging: one a case is all that the
 * database holds.
 */
export async function startPaging(
  service: Service,
  unit: Unit,
  subject: Omit<RoundSubject, 'pagingId'>,
  roster: Roster,
  why: { reason: PagingReason; accepter?: string; supervisorToo?: boolean },
): Promise<BegunRound> {
  const pagingId = newId(unit.now);
  const circumstances = {
    round: 1,
    supervisorToo: why.supervisorToo ?? false,
    ...(why.accepter === undefined ? {} : { accepter: why.accepter }),
  };
  const begun = await beginRound(service, unit, { ...subject, pagingId }, roster, circumstances);
  unit.insert('paging', {
    id: pagingId,
    case_id: subject.caseId,
    desk: subject.script.desk,
    reason: why.reason,
    plan: planNameOf(subject),
    status: 'open',
    round: 1,
    round_began_at: unit.now,
    next_round_at: begun.nextRoundAt,
    opened_at: unit.now,
  });
  noteCase(unit, subject.caseId, 'paging.round', { round: 1, people: begun.peoplePaged, reason: why.reason });
  return begun;
}

function planNameOf(subject: Omit<RoundSubject, 'pagingId'>): string {
  const found = Object.entries(subject.script.plans).find(([, plan]) => plan === subject.plan);
  return found?.[0] ?? '';
}

/**
 * Starts a plan of the script for a case that exists already; undefined when it is being paged for as it is, or when the
 * plan is for office hours and the office is closed.
 */
export async function beginPaging(
  service: Service,
  unit: Unit,
  found: Case,
  script: Script,
  planName: string,
  why: {
    reason: PagingReason;
    callerHolds: boolean;
    accepter?: string;
    supervisorToo?: boolean;
    callersCarrier?: CarrierName;
  },
): Promise<BegunRound | undefined> {
  const plan = script.plans[planName];
  if (!plan || !(await mayPage(unit, script, plan)) || (await lockOpenPaging(unit.db, found.id)))
    return undefined;
  const about = caseForPage(found, script, {
    customerName: await customerName(unit.tx, found.customer),
    callerHolds: why.callerHolds,
  });
  const { areSeveral } = service.carriers;
  const callersCarrier =
    why.callersCarrier ?? (areSeveral ? await carrierOfCustomer(unit.db, found.id) : undefined);
  const subject = {
    callersCarrier,
    caseId: found.id,
    replyCode: found.replyCode,
    severity: found.severity,
    script,
    plan,
    about,
  };
  await unit.tx.query(`UPDATE support_case SET status = 'paging' WHERE id = $1`, [found.id]);
  const roster = await loadRoster(unit.tx, script.desk, unit.now, why.accepter);
  return startPaging(service, unit, subject, roster, why);
}
