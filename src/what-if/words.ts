import type { DayHours } from '../coverage/index.ts';
import type { Hole } from '../paging/index.ts';
import { phrasesFor, type CallerToTell } from '../phrases/index.ts';
import type { Answer } from './answer.ts';
import type { ForeseenPerson, NotAsked, WithoutChannel } from './asked.ts';
import type { Deed } from './call.ts';
import type { QuestionFault } from './question.ts';
import { localTime, type TimeNote } from './times.ts';

/** The command and the API speak English. */
const { whatIf: words } = phrasesFor('en');

/** What is wrong with a part of a question, and how to mend it. */
export const faultInWords = (fault: QuestionFault): string => words.fault(fault);

/** Why a day has the hours that it has, in the middle of a sentence. */
export const reasonInWords = (day: DayHours): string => words.call.because(day);

export const deedInWords = (deed: Deed): string => words.call.did(deed);

export const noteInWords = (note: TimeNote, zone: string): string =>
  words.note(note, (at) => localTime(at, zone));

/** Who calls, as the call itself would find it; undefined: the number is withheld. */
export function callerOf({ known, call }: Pick<Answer, 'known' | 'call'>): CallerToTell | undefined {
  const { caller } = known;
  if (caller === undefined) return undefined;
  if (caller.customer === undefined) return { name: undefined, approved: undefined };
  const name = [caller.contact, caller.customer].filter((part) => part !== undefined).join(', ');
  // Only where an operator registers does anybody ask.
  return { name, approved: call.case?.caseKind === 'registration' ? caller.isApproved : undefined };
}

export const callerInWords = (answer: Pick<Answer, 'known' | 'call'>): string =>
  words.call.from(callerOf(answer)).replace(/^From (.*)\.$/, '$1');

/** Why this person has the role. */
export function seatInWords({ seat }: Pick<ForeseenPerson, 'seat'>, { seat: of } = words.rounds): string {
  if (seat === undefined) return of.standsIn;
  if (seat.insteadOf !== undefined) return of.insteadOf(seat.insteadOf);
  return seat.layer === undefined ? of.list : `${seat.name}, ${seat.layer}`;
}

/** "no number for voice". */
export const withoutInWords = (of: WithoutChannel): string => words.rounds.without(of);

export function notAskedInWords({ awayUntil, without }: NotAsked, zone: string): string {
  const until = awayUntil && localTime(awayUntil, zone);
  return words.rounds.notAsked({ until, without: without.map(withoutInWords) }).replace(/^not asked: /, '');
}

/** What it comes to that a role has too few people; `takesCalls`: they were to take a call, and nobody is asked in their place. */
export const holeInWords = (hole: Hole, takesCalls: boolean): string =>
  words.rounds.hole(hole, hole.role, takesCalls);

/** What is taken for granted, because nobody can know it ahead. */
export function assumptions({ known, accepted }: Pick<Answer, 'known' | 'accepted'>): string[] {
  if (known.roster !== undefined) return [words.form.taken(accepted?.round)];
  const accepts =
    accepted === undefined
      ? 'that nobody accepts meanwhile'
      : `that somebody accepts as soon as round ${accepted.round} begins`;
  return [
    'Names are left out: who has duty stands in the database, or in a people file. It is taken that each role has as many',
    `people on duty as the plan asks for, ${accepts}, and that the caller has no open case.`,
  ];
}
