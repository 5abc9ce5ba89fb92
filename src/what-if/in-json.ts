import { writeSpan } from '../coverage/index.ts';
import type { ForeseenAcceptance } from './accepted.ts';
import type { Answer } from './answer.ts';
import type { AskedInRound } from './asked.ts';
import type { OfficeAnswer } from './office.ts';
import type { ForeseenPaging, ForeseenRound } from './rounds.ts';
import { localIso } from './times.ts';
import { deedInWords, noteInWords } from './words.ts';

/** An instant by the desk's clock, or null where there is none. */
type Time = <Of extends Date | null | undefined>(instant: Of) => Of extends Date ? string : string | null;

/**
 * The answer for programs: what `inText` tells, times by the desk's clock with their offset, business time in minutes. What there
 * is not, or is not known, is null.
 */
export function inJson(answer: Answer) {
  const { script, at, notes, known, office, call, pagings, accepted, handsOn, onHold, assignment } = answer;
  const time = ((instant: Date | null | undefined) =>
    instant ? localIso(instant, script.timeZone) : null) as Time;
  const { caller } = known;
  const exchange = ({ did, says, language, waitsFor }: (typeof call.exchanges)[number]) => ({
    ...{ did: deedInWords(did), language, says },
    waitsFor: waitsFor.kind,
  });
  return {
    desk: script.desk,
    timeZone: script.timeZone,
    at: time(at),
    notes: notes.map((note) => noteInWords(note, script.timeZone)),
    office: officeInJson(office, time),
    caller: caller
      ? {
          customer: caller.customer ?? null,
          contact: caller.contact ?? null,
          approved: caller.isApproved,
        }
      : null,
    call: call.exchanges.map(exchange),
    onHold: onHold ?? null,
    whenNobodyComes: call.whenNobodyComes ? exchange(call.whenNobodyComes) : null,
    case: call.case
      ? {
          number: call.caseNumber,
          kind: call.case.caseKind,
          severity: call.case.severity ?? null,
          summary: call.case.summary,
          language: call.exchanges.at(-1)?.language ?? script.language,
          callbackNumber: call.callbackNumber ?? null,
          promise: call.promise ?? null,
        }
      : null,
    texts: call.texts,
    pagings: pagings.map((paging) => pagingInJson(paging, time)),
    accepted: accepted ? acceptedInJson(accepted, time) : null,
    handsOn: handsOn.map(({ name, plan, paging }) => ({
      ...{ name, plan },
      paging: paging ? pagingInJson(paging, time) : null,
    })),
    assignment: assignment
      ? {
          role: assignment.role,
          onceRegistered: assignment.onceRegistered,
          at: time(assignment.at),
          to: assignment.to ?? null,
          unreachable: assignment.unreachable,
          dueAt: time(assignment.dueAt),
        }
      : null,
  };
}

function officeInJson(office: OfficeAnswer, time: Time) {
  const { open, because, changesAt, nextDays, added, subtracted, passed, promised } = office;
  const minutes = (ms: number): number => ms / 60_000;
  return {
    open,
    because: { ...because, spans: because.spans.map(writeSpan) },
    closesAt: open ? time(changesAt) : null,
    opensAt: open ? null : time(changesAt),
    nextDays: nextDays.map(({ from, to }) => ({ from: time(from), to: time(to) })),
    ...(added && { added: { minutes: minutes(added.ms), until: time(added.until) } }),
    ...(subtracted && { subtracted: { minutes: minutes(subtracted.ms), since: time(subtracted.since) } }),
    ...(passed && { passed: { since: time(passed.since), minutes: minutes(passed.ms) } }),
    ...(promised && {
      promised: {
        withinMinutes: minutes(promised.withinMs),
        dueAt: time(promised.dueAt),
        isDue: promised.isDue,
      },
    }),
  };
}

function pagingInJson({ rounds, givesUp, givenUp, contact, ...paging }: ForeseenPaging, time: Time) {
  return {
    ...{ plan: paging.plan, takes: paging.takes, oneAtATime: paging.oneAtATime },
    rounds: rounds.map((round) => roundInJson(round, time)),
    givesUp: givesUp ?? null,
    givenUp: givenUp ? { at: time(givenUp.at), why: givenUp.why } : null,
    contact: contact
      ? {
          pagedAgainAfterMinutes: contact.pagedAgainAfterMinutes,
          supervisorFrom: time(contact.supervisorFrom),
          dueAt: time(contact.dueAt),
        }
      : null,
  };
}

function roundInJson({ round, at, page, by, asked }: ForeseenRound, time: Time) {
  return {
    ...{ round, at: time(at) },
    page: page.map(({ role, people, or }) => ({ role, people, or: or ?? [] })),
    by,
    asked: asked ? askedInJson(asked, time) : null,
  };
}

function acceptedInJson(accepted: ForeseenAcceptance, time: Time) {
  const { round, at, by, hears, connects, callerHears, stoodDown, contact, mails } = accepted;
  return {
    ...{ round, at: time(at), by: by ?? null, hears: hears ?? null, connects },
    callerHears: callerHears ?? null,
    stoodDown: stoodDown.map((of) => ({ ...of, hears: of.hears ?? null, text: of.text ?? null })),
    contact: contact
      ? {
          isMade: contact.isMade,
          pagedAgain: contact.pagedAgain.map((of) => roundInJson(of, time)),
        }
      : null,
    mails,
  };
}

function askedInJson({ people, notAsked, holes }: AskedInRound, time: Time) {
  return {
    people: people.map(({ seat, ...person }) => ({
      ...person,
      seat: seat ? { name: seat.name, layer: seat.layer ?? null, insteadOf: seat.insteadOf ?? null } : null,
    })),
    notAsked: notAsked.map(({ awayUntil, ...person }) => ({ ...person, awayUntil: time(awayUntil) })),
    holes,
  };
}
