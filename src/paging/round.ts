import { newId, newLinkToken, type PhoneNumber } from '../kernel/index.ts';
import type { PagingPlan, Script } from '../ivr/index.ts';
import { linesOf, loadRoster, type Roster } from '../people/index.ts';
import { phrasesFor, type CaseForPage } from '../phrases/index.ts';
import { senderOf, urgencyOf, type Service, type Unit } from '../service/index.ts';
import type { CarrierName } from '../telephony/index.ts';
import { sendText } from '../texts/index.ts';
import { askAboutCallsAt } from './busy-phones.store.ts';
import { lookAtRound } from './ask-the-next.ts';
import { raiseHoles } from './holes.ts';
import { notePage, putOffUnreserved, reservePhones, type PageCallRow } from './page.store.ts';
import { nextRoundAt } from './plan.ts';
import { isNeverGivenUp } from './when-given-up.ts';
import { ringCircumstances } from './ringing.store.ts';
import { whomToRing } from './whom-to-ring.ts';
import { whomToPage, type RoundCircumstances, type RoundTargets, type Target } from './whom.ts';

export interface RoundSubject {
  pagingId: string;
  caseId: string;
  replyCode: number;
  severity: string | null;
  script: Script;
  plan: PagingPlan;
  about: CaseForPage;
  /** The carrier that the caller came in by, while they are on the line. */
  callersCarrier?: CarrierName | undefined;
}

interface NewPage {
  id: string;
  target: Target;
  channel: 'voice' | 'sms';
  address: PhoneNumber;
  callId?: string;
  textId?: string;
  linkToken?: string;
}

export interface BegunRound {
  peoplePaged: number;
  nextRoundAt: Date;
}

/**
 * Begins a round: one page for each person and channel, handed to the carrier as soon as this transaction commits.
 * The next round is due by the script's wait, counted from now. The paging's row itself is the caller's to write.
 */
export async function beginRound(
  service: Service,
  unit: Unit,
  subject: RoundSubject,
  roster: Roster,
  circumstances: RoundCircumstances,
): Promise<BegunRound> {
  const { targets, holes } = await findTargets(unit, subject, roster, circumstances);
  // Operators who all talk are no hole: the caller goes on, and nobody is woken for it.
  const isForCall = subject.plan.takes === 'call' && !isNeverGivenUp(subject.severity);
  const allTalk = isForCall && holes.length === 0 && targets.length === 0;
  if (!allTalk) await raiseHoles(service, unit, subject, holes, targets.length);
  const pages = targets.flatMap((target) =>
    target.channels.map((channel) => newPage(unit.now, target, channel)),
  );
  const wish = subject.callersCarrier;
  const from = senderOf(service, subject.script, { channel: 'voice', now: unit.now, wish });
  const carrier = service.carriers.of(from);
  const calls = pages.filter((p) => p.channel === 'voice').map((p) => callRow(p, subject, { from, carrier }));
  const isFree = reserve(unit, calls);
  for (const page of pages) {
    if (page.channel === 'sms') page.textId = textPage(service, unit, subject, page);
    writePage(unit, subject, page, circumstances.round);
    if (page.callId !== undefined) orderCall(service, unit, subject, page, from, isFree);
  }
  // Nobody to ask: what follows for the caller follows at once, where something does.
  const isOver = allTalk || (subject.plan.takes === 'call' && targets.length === 0);
  const goesOn = !isOver || isNeverGivenUp(subject.severity);
  if (subject.plan.takes === 'call' && !(isOver && goesOn)) lookAtRound(unit, subject.pagingId);
  const next = goesOn ? nextRoundAt(subject.plan, circumstances.round, unit.now) : unit.now;
  unit.later({
    kind: 'paging.round',
    key: `paging.round:${subject.pagingId}`,
    subject: subject.pagingId,
    priority: urgencyOf(subject.severity),
    dueAt: next,
  });
  return { peoplePaged: targets.length, nextRoundAt: next };
}

/** Whom to page of those on duty. Only when there is nobody is the reserve read: few rounds need it, and it costs as much as all else. */
async function findTargets(
  unit: Unit,
  { plan, script, pagingId, severity }: RoundSubject,
  roster: Roster,
  circumstances: RoundCircumstances,
): Promise<RoundTargets> {
  if (plan.takes === 'call')
    return whomToRing(plan, roster, { ...(await ringCircumstances(unit.tx, pagingId)), severity });
  const found = whomToPage(plan, roster, circumstances);
  if (found.targets.length > 0 || roster.reserve.length > 0) return found;
  return whomToPage(plan, await loadRoster(unit.tx, script.desk, unit.now), circumstances);
}

/**
 * Asks for the phones without waiting for the answer, which would keep everybody else from being paged: a page whose
 * phone turns out to be taken is put off at the end of the same transaction, and its call is not handed over.
 */
function reserve(unit: Unit, calls: PageCallRow[]): (callId: string) => boolean {
  let free = new Set<string>();
  if (calls.length === 0) return () => false;
  unit.underWay(reservePhones(unit.tx, calls, 'page', unit.now).then((reserved) => (free = reserved)));
  putOffUnreserved(unit, calls);
  askAboutCallsAt(
    unit,
    calls.map((call) => call.to_number),
    () => free.size < calls.length,
  );
  return (callId) => free.has(callId);
}

function newPage(now: Date, target: Target, channel: 'voice' | 'sms'): NewPage {
  const address = target.person.contacts[channel]!.address;
  const page = { id: newId(now), target, channel, address };
  if (channel === 'voice') return { ...page, callId: newId(now) };
  return { ...page, linkToken: newLinkToken() };
}

function callRow(
  page: NewPage,
  subject: RoundSubject,
  { from, carrier }: { from: PhoneNumber; carrier: CarrierName },
): PageCallRow {
  return {
    id: page.callId!,
    desk: subject.script.desk,
    person: page.target.person.key,
    from_number: from,
    to_number: page.address,
    carrier,
    attempt: 1,
    ...onLines(subject, page.target),
  };
}

/** A page of a case is spoken in one call with all others; whoever is asked to answer callers has a call for each. */
function onLines(
  { plan, caseId }: RoundSubject,
  { person }: Target,
): Pick<PageCallRow, 'lines' | 'only_case'> {
  const lines = plan.takes === 'call' ? linesOf(person) : 1;
  return lines > 1 ? { lines, only_case: caseId } : {};
}

function writePage(unit: Unit, subject: RoundSubject, page: NewPage, round: number): void {
  unit.insert('page', {
    id: page.id,
    paging_id: subject.pagingId,
    case_id: subject.caseId,
    person: page.target.person.key,
    role: page.target.role,
    channel: page.channel,
    round,
    address: page.address,
    status: 'sending',
    call_id: page.callId ?? null,
    text_id: page.textId ?? null,
    link_token: page.linkToken ?? null,
    created_at: unit.now,
    attempted_at: unit.now,
  });
  notePage(unit, page.id, 'queued', { address: page.address });
}

function textPage(service: Service, unit: Unit, subject: RoundSubject, page: NewPage): string {
  const link = service.urls.acceptLink(page.linkToken!);
  return sendText(service, unit, {
    purpose: 'page',
    script: subject.script,
    to: page.address,
    body: phrasesFor(page.target.person.language).pageText(subject.about, subject.replyCode, link),
    urgency: urgencyOf(subject.severity),
    wish: subject.callersCarrier,
    person: page.target.person.key,
    caseId: subject.caseId,
  });
}

function orderCall(
  service: Service,
  unit: Unit,
  subject: RoundSubject,
  page: NewPage,
  from: PhoneNumber,
  isFree: (callId: string) => boolean,
): void {
  const id = page.callId!;
  const call = {
    from,
    to: page.address,
    answerUrl: service.urls.leg(id),
    statusUrl: service.urls.callStatus(id),
    ringTimeoutSeconds: subject.plan.ringSeconds,
  };
  unit.order({ kind: 'call.place', id, urgency: urgencyOf(subject.severity), call }, () => isFree(id));
}
