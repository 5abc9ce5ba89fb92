import {
  caseById,
  lookUpOpening,
  noteCase,
  type Case,
  type CaseKind,
  type Severity,
} from '../cases/index.ts';
import type { PagingPlan, Script } from '../ivr/index.ts';
import { newId, newLinkToken, type PhoneNumber } from '../kernel/index.ts';
import { beginPaging, caseForPage, lockOpenPaging, startPaging, type PagingReason } from '../paging/index.ts';
import { loadRoster, personName } from '../people/index.ts';
import { urgencyOf, type Service, type Unit } from '../service/index.ts';

/** Calls of one caller about one severity within this time are one case (Dino: both numbers may be dialled at once). */
const JOIN_WITHIN_MS = 15 * 60_000;

export interface Opening {
  script: Script;
  callId: string;
  caller: PhoneNumber | undefined;
  kind: CaseKind;
  severity: Severity | undefined;
  summary: string;
  plan: string | undefined;
}

export interface OpenedCase {
  caseId: string;
  number: string;
  joinedExisting: boolean;
  peoplePaged: number | undefined;
  acceptedBy: string | undefined;
}

/** Opens the caller's case, or joins the one that is open already, and starts the paging that the script asks for. */
export async function openCase(service: Service, unit: Unit, opening: Opening): Promise<OpenedCase> {
  const joinSince = new Date(unit.now.getTime() - JOIN_WITHIN_MS);
  const found = await lookUpOpening(unit.tx, { ...opening, desk: opening.script.desk }, joinSince);
  const joined = found.joins === undefined ? undefined : await caseById(unit.db, found.joins);
  if (joined) return joinCase(service, unit, opening, joined);
  const plan = opening.plan === undefined ? undefined : opening.script.plans[opening.plan];
  const row = newCaseRow(unit, opening, found, plan);
  unit.insert('support_case', row);
  noteCase(unit, row.id, 'case.opened', { severity: row.severity, kind: row.kind, call: opening.callId });
  const begun = plan && (await pageFor(service, unit, opening.script, plan, row, found.customerName));
  return {
    caseId: row.id,
    number: row.number,
    joinedExisting: false,
    peoplePaged: begun?.peoplePaged,
    acceptedBy: undefined,
  };
}

function newCaseRow(
  unit: Unit,
  opening: Opening,
  found: Awaited<ReturnType<typeof lookUpOpening>>,
  plan: PagingPlan | undefined,
) {
  const targetMinutes = plan?.contact?.targetMinutes;
  const contactDueAt =
    targetMinutes === undefined ? null : new Date(unit.now.getTime() + targetMinutes * 60_000);
  return {
    id: newId(unit.now),
    number: `${opening.script.caseNumbers.prefix}-${found.sequenceNumber}`,
    desk: opening.script.desk,
    kind: opening.kind,
    severity: opening.severity ?? null,
    summary: opening.summary,
    status: plan ? 'paging' : 'open',
    caller: opening.caller ?? null,
    callback_number: opening.caller ?? null,
    customer: found.customer ?? null,
    contact_name: found.contactName ?? null,
    reply_code: found.replyCode,
    room: `room-${newLinkToken()}`,
    opened_at: unit.now,
    contact_due_at: contactDueAt,
  };
}

async function pageFor(
  service: Service,
  unit: Unit,
  script: Script,
  plan: PagingPlan,
  row: ReturnType<typeof newCaseRow>,
  customerName: string | undefined,
) {
  const roster = await loadRoster(unit.tx, script.desk);
  const about = caseForPage({ ...row, callbackNumber: row.callback_number }, script, {
    customerName,
    callerHolds: true,
  });
  const subject = { caseId: row.id, replyCode: row.reply_code, severity: row.severity, script, plan, about };
  return startPaging(service, unit, subject, roster, { reason: reasonFor(row.kind) });
}

function reasonFor(kind: CaseKind): PagingReason {
  return kind === 'contract' ? 'contract' : 'severity';
}

async function joinCase(service: Service, unit: Unit, opening: Opening, joined: Case): Promise<OpenedCase> {
  noteCase(unit, joined.id, 'call.joined', { call: opening.callId });
  const acceptedBy = await personName(unit.tx, joined.acknowledgedBy);
  const common = { caseId: joined.id, number: joined.number, joinedExisting: true, acceptedBy };
  if (joined.acknowledgedBy !== null && joined.status !== 'paging')
    bringAccepter(unit, joined, joined.acknowledgedBy);
  const nobodyAsked = joined.status === 'open' && !(await lockOpenPaging(unit.db, joined.id));
  if (opening.plan === undefined || !nobodyAsked) return { ...common, peoplePaged: undefined };
  const begun = await beginPaging(service, unit, joined, opening.script, opening.plan, {
    reason: reasonFor(joined.kind),
    callerHolds: true,
  });
  return { ...common, peoplePaged: begun?.peoplePaged };
}

/** The caller of a case that somebody has taken calls again: nobody is newly paged, that person is brought to the line. */
function bringAccepter(unit: Unit, joined: Case, person: string): void {
  unit.later({
    kind: 'case.connect',
    key: `case.connect:${joined.id}:${person}`,
    subject: joined.id,
    data: { person },
    priority: urgencyOf(joined.severity),
    dueAt: unit.now,
  });
}
