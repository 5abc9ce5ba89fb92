import type { DayHours, Weekday } from '../coverage/index.ts';
import type { DutyFinding } from '../duty/index.ts';
import type { Hole, WhyGivenUp } from '../paging/index.ts';
import type { Deed, QuestionFault, TimeNote, WithoutChannel } from '../what-if/index.ts';

/** Who calls, as far as it is known. */
export interface CallerToTell {
  /** Undefined: the number is no customer's. */
  name: string | undefined;
  /** Whether they may register cases; undefined where nobody asks. */
  approved: boolean | undefined;
}

/** What the page says that tells what a desk would do at a time, in one language. Times and roles come as they are written in it. */
export interface WhatIfWords {
  readonly title: string;
  readonly lead: string;
  readonly form: WhatIfFormWords;
  readonly fault: (fault: QuestionFault) => string;
  readonly note: (note: TimeNote, time: (at: Date) => string) => string;
  readonly ahead: AheadWords;
  readonly call: WhatIfCallWords;
  readonly case: WhatIfCaseWords;
  readonly rounds: RoundWords;
  readonly accepted: AcceptedWords;
  readonly handsOn: HandsOnWords;
  readonly assignment: WhatIfAssignmentWords;
}

export interface WhatIfFormWords {
  desk: string;
  /** `zone`: the short name of the desk's. */
  at: (zone: string) => string;
  caller: string;
  keys: string;
  keysHint: string;
  then: string;
  nobody: string;
  inRound: (round: string) => string;
  show: string;
  /** What is taken for granted, because nobody can know it ahead; undefined: nobody accepts. */
  taken: (acceptsInRound: number | undefined) => string;
}

/** What the duty of a desk lacks. */
export interface AheadWords {
  title: string;
  lead: string;
  /** Behind the desk's name. */
  nothing: string;
  findings: (count: number) => string;
  from: (from: string, to: string) => string;
  /** `names`: of those whom it is about; `roles`: that one and, with their desks, those elsewhere. */
  finding: (of: Pick<DutyFinding, 'problem' | 'wanted' | 'found'>, names: string, roles: string[]) => string;
  at: (role: string, desk: string) => string;
  more: (count: number) => string;
  otherDesks: string;
}

export interface WhatIfCallWords {
  findings: (count: number) => string;
  whoIsOnDuty: string;
  comesIn: (number: string | undefined) => string;
  from: (caller: CallerToTell | undefined) => string;
  office: (isOpen: boolean) => string;
  because: (of: DayHours) => string;
  /** `at`: undefined where it does not within a year. */
  changes: (isOpen: boolean, at: string | undefined) => string;
  did: (deed: Deed) => string;
  spoken: string;
  nobodyCame: string;
  onHold: string;
  again: string;
  waits: {
    menu: (seconds: number, isSpeech: boolean) => string;
    number: (key: string) => string;
    record: (seconds: number) => string;
    hold: string;
    end: string;
  };
}

export interface WhatIfCaseWords {
  small: string;
  none: string;
  noneLead: string;
  number: (number: string, isNext: boolean) => string;
  calledBack: (number: string) => string;
  promised: string;
  text: (to: string, body: string) => string;
  nobodyPaged: string;
  nobodyRung: string;
}

export interface RoundWords {
  one: (round: number) => string;
  several: (first: number, last: number) => string;
  /** `every`: how far they lie apart; undefined for a single one. */
  same: (every: string | undefined) => string;
  /** `takesCall`: phones ring for the caller's call; else people are paged for the case. */
  headline: (count: number, takesCall: boolean) => string;
  caption: string;
  role: string;
  person: string;
  sms: string;
  voice: string;
  why: string;
  nobody: string;
  tooFew: string;
  paged: string;
  rung: string;
  without: (of: WithoutChannel) => string;
  /** `until`: they are away; else why nothing reaches them, each said. */
  notAsked: (of: { until: string | undefined; without: string[] }) => string;
  hole: (of: Pick<Hole, 'wanted' | 'found'>, role: string, takesCall: boolean) => string;
  seat: {
    standsIn: string;
    insteadOf: (name: string) => string;
    list: string;
  };
  givenUp: (why: WhyGivenUp, takesCall: boolean) => string;
  /** `go`: the node that the caller goes on with. */
  givesUp: (go: string, takesCall: boolean) => string;
  later: string;
  contact: string;
  contactDue: string;
  notTheEnd: string;
  pagedAgain: (minutes: number, supervisorFrom: string) => string;
}

/** Somebody accepts. */
export interface AcceptedWords {
  headline: (name: string | undefined, round: number, takesCall: boolean) => string;
  hears: string;
  reads: string;
  callerHears: string;
  callerGone: string;
  standDown: string;
  person: string;
  phone: string;
  text: string;
  stops: string;
  pickedUp: (words: string) => string;
  silent: string;
  noText: string;
  mail: (to: string, subject: string) => string;
  isContact: string;
  isContactLead: string;
  noContact: string;
  noContactLead: string;
}

export interface HandsOnWords {
  small: string;
  headline: (name: string, canBe: boolean) => string;
  closed: string;
}

export interface WhatIfAssignmentWords {
  headline: (whom: string, onceRegistered: boolean) => string;
  nobody: string;
  nobodyOf: (role: string) => string;
  never: string;
  neverLead: string;
  atOnce: string;
  atOpening: string;
  passedOver: (names: readonly string[]) => string;
  contactDue: (at: string) => string;
}

/** The day of the week, in the middle of a sentence: Intl's own word. */
export function dayOfWeekIn(locale: string): (weekday: Weekday) => string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  // 2 November 2026 is a Monday.
  return (weekday) => format.format(new Date(Date.UTC(2026, 10, 2 + weekdays.indexOf(weekday))));
}

const weekdays: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/** Why a paging ends, by what stands on the case in English. */
export function whyGivenUpIn(words: {
  closed: string;
  nobodyAccepted: string;
  allAsked: string;
}): Readonly<Record<WhyGivenUp, string>> {
  return {
    'the office has closed': words.closed,
    'nobody has accepted': words.nobodyAccepted,
    'everybody has been asked': words.allAsked,
  };
}
