import type { HoursReason } from '../coverage/index.ts';

/** What the strip of calls says, and the buttons that stand beside it, in one language. */
export interface StripWords {
  /** For those who do not see the page. */
  readonly label: string;
  readonly ringing: string;
  readonly speaking: string;
  readonly onTheWay: string;
  readonly transferring: string;
  readonly aside: string;
  readonly holding: string;
  readonly alone: string;
  readonly hungUp: string;
  readonly withheld: string;
  readonly unknown: string;
  readonly approved: string;
  readonly notApproved: string;
  readonly approvedOnes: (names: readonly string[]) => string;
  /** Whose telephones ring. */
  readonly ringsAt: (names: readonly string[]) => string;
  readonly yours: string;
  /** Before a countdown. */
  readonly nextIn: string;
  readonly since: (time: string) => string;
  readonly with: (name: string) => string;
  /** `length`: as m:ss. */
  readonly lasted: (length: string) => string;
  readonly ago: string;
  readonly openCases: string;
  readonly noOpenCases: string;
  /** The case that the call is about, which is registered already. */
  readonly about: (number: string) => string;
  /** Beside an open case: the call goes there when it is over. */
  readonly putOn: string;
  readonly willBePutOn: string;
  readonly answer: string;
  /** Those who are on the line now wait meanwhile. */
  readonly answerAndPark: (names: readonly string[]) => string;
  readonly openForm: string;
  /** Why a call was not answered, or not handed on. */
  readonly faults: Readonly<
    Record<'gone' | 'taken' | 'not-ringing' | 'in-talk' | 'no-phone' | 'not-handed-on', string>
  >;
  readonly transfer: (to: string) => string;
  readonly transferWarm: (to: string) => string;
  readonly openUntil: (time: string) => string;
  /** `why`: a holiday or an exception, where it is one; `opens`: a day and a time. */
  readonly closed: (reason: HoursReason, opens: string | undefined) => string;
  readonly shift: string;
}

/** Why it is closed, where it is not by the week, to put behind the word. Holidays are known by their English names. */
export function whyClosed(reason: HoursReason, holiday: (name: string) => string): string {
  if (reason.kind === 'weekday') return '';
  return ` (${reason.kind === 'holiday' ? holiday(reason.name) : reason.why})`;
}
