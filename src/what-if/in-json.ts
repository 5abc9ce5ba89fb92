import type { Answer } from './answer.ts';
import { localIso } from './times.ts';

/**
 * The answer for programs, as JSON: what `inText` tells, times by the desk's clock with their offset, business time in
 * minutes. What there is not is null.
 */
export function inJson({ script, at, notes, office, call, pagings }: Answer): string {
  const time = (instant: Date | null | undefined): string | null =>
    instant ? localIso(instant, script.timeZone) : null;
  const minutes = (ms: number): number => ms / 60_000;
  const { open, because, changesAt, nextDays, added, subtracted, passed, promised } = office;
  const answer = {
    desk: script.desk,
    timeZone: script.timeZone,
    at: time(at),
    notes,
    office: {
      open,
      because,
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
    },
    call: call.exchanges.map(({ did, says, language, waitsFor }) => ({
      did,
      language,
      says,
      waitsFor: waitsFor.kind,
    })),
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
    pagings: pagings.map(({ plan, oneAtATime, rounds, givesUp, contact }) => ({
      plan,
      oneAtATime,
      rounds: rounds.map((round) => ({ ...round, at: time(round.at) })),
      givesUp: givesUp ?? null,
      contact: contact
        ? {
            pagedAgainAfterMinutes: contact.pagedAgainAfterMinutes,
            supervisorFrom: time(contact.supervisorFrom),
            dueAt: time(contact.dueAt),
          }
        : null,
    })),
  };
  return JSON.stringify(answer, null, 2);
}
