import { caseRegistered } from '../assignment/index.ts';
import { lockCase, noteCase, type Case, type CaseKind, type OpeningLookup } from '../cases/index.ts';
import { tellCustomer } from '../customer-mail/index.ts';
import type { PagingPlan, Script } from '../ivr/index.ts';
import { newId, newLinkToken } from '../kernel/index.ts';
import {
  beginPaging,
  caseForPage,
  contactDueAt,
  lockOpenPaging,
  mayPage,
  startPaging,
  type PagingReason,
} from '../paging/index.ts';
import { personName, type Roster } from '../people/index.ts';
import type { Service, Unit } from '../service/index.ts';
import type { CarrierName } from '../telephony/index.ts';
import { isSameMatter, lookUp, type Foreseen, type Matter } from './foresee.ts';
import { bringTaker, takerOf } from './ask-for-somebody.ts';

export interface Opening extends Matter {
  callId: string;
  /** The carrier that the call came in by. */
  carrier: CarrierName;
  summary: string;
  /** BCP 47: that of the call. */
  language: string;
}

export interface OpenedCase {
  caseId: string;
  number: string;
  joinedExisting: boolean;
  peoplePaged: number | undefined;
  acceptedBy: string | undefined;
}

/** Opens the caller's case, or joins the one that is open already, and starts the paging that the script asks for. */
export async function openCase(
  service: Service,
  unit: Unit,
  opening: Opening,
  foreseen?: Foreseen,
): Promise<OpenedCase> {
  const named = opening.plan === undefined ? undefined : opening.script.plans[opening.plan];
  const plan = named && (await mayPage(unit, opening.script, named)) ? named : undefined;
  const known = foreseen && isSameMatter(foreseen.matter, opening) ? foreseen.lookup : undefined;
  const { found, roster } = known ?? (await lookUp(unit, opening));
  const joined = found.joins === undefined ? undefined : await lockCase(unit.db, found.joins);
  if (joined) return joinCase(service, unit, opening, joined);
  const row = newCaseRow(unit, opening, found, plan);
  unit.insert('support_case', row);
  noteCase(unit, row.id, 'case.opened', { severity: row.severity, kind: row.kind, call: opening.callId });
  const paged = plan && roster && { script: opening.script, plan, roster, customerName: found.customerName };
  const begun = paged && (await pageFor(service, unit, row, { ...paged, callersCarrier: opening.carrier }));
  // Whoever is paged for takes it: nobody else is given it. What an operator is to register is not registered yet.
  if (plan === undefined) await caseRegistered(service, unit, row);
  else if (plan.takes !== 'call') await tellCustomer(service, unit, row, { kind: 'registered' });
  unit.tell({ case: row.number, severity: row.severity, people: begun?.peoplePaged }, 'case opened');
  return {
    caseId: row.id,
    number: row.number,
    joinedExisting: false,
    peoplePaged: begun?.peoplePaged,
    acceptedBy: undefined,
  };
}

function newCaseRow(unit: Unit, opening: Opening, found: OpeningLookup, plan: PagingPlan | undefined) {
  return {
    id: newId(unit.now),
    number: `${opening.script.caseNumbers.prefix}-${found.sequenceNumber}`,
    desk: opening.script.desk,
    kind: opening.kind,
    severity: opening.severity ?? null,
    summary: opening.summary,
    language: opening.language,
    status: plan ? 'paging' : 'open',
    caller: opening.caller ?? null,
    callback_number: opening.caller ?? null,
    customer: found.customer ?? null,
    contact_name: found.contactName ?? null,
    reply_code: found.replyCode,
    room: `room-${newLinkToken()}`,
    opened_at: unit.now,
    contact_due_at: contactDueAt(unit.now, plan),
  };
}

async function pageFor(
  service: Service,
  unit: Unit,
  row: ReturnType<typeof newCaseRow>,
  paged: {
    script: Script;
    plan: PagingPlan;
    roster: Roster;
    customerName: string | undefined;
    callersCarrier: CarrierName;
  },
) {
  const { script, plan, roster, customerName, callersCarrier } = paged;
  const about = caseForPage({ ...row, callbackNumber: row.callback_number }, script, {
    customerName,
    callerHolds: true,
  });
  const { id: caseId, reply_code: replyCode, severity } = row;
  const subject = { caseId, replyCode, severity, script, plan, about, callersCarrier };
  return startPaging(service, unit, subject, roster, { reason: reasonFor(row.kind) });
}

export function reasonFor(kind: CaseKind): PagingReason {
  if (kind === 'registration') return 'operator';
  return kind === 'contract' ? 'contract' : 'severity';
}

async function joinCase(service: Service, unit: Unit, opening: Opening, joined: Case): Promise<OpenedCase> {
  noteCase(unit, joined.id, 'call.joined', { call: opening.callId });
  const taker = takerOf(joined);
  const acceptedBy = taker && (await personName(unit.tx, taker));
  const common = { caseId: joined.id, number: joined.number, joinedExisting: true, acceptedBy };
  // Only a choice that asks for somebody at once brings the taker to the phone.
  if (taker !== undefined && opening.plan !== undefined) bringTaker(unit, joined, taker);
  const nobodyAsked = joined.status === 'open' && !(await lockOpenPaging(unit.db, joined.id));
  if (opening.plan === undefined || !nobodyAsked) return { ...common, peoplePaged: undefined };
  const begun = await beginPaging(service, unit, joined, opening.script, opening.plan, {
    reason: reasonFor(joined.kind),
    callerHolds: true,
    callersCarrier: opening.carrier,
  });
  return { ...common, peoplePaged: begun?.peoplePaged };
}
