import type { DutyFault, KeptGap } from '../duty/index.ts';

/** What is wrong with a form of duty before anything is asked of it. */
export type DutyFormFault =
  | DutyFault
  | { kind: 'no-from' }
  | { kind: 'no-to' }
  | { kind: 'no-why' }
  /** Of a swap: whoever is asked wants to know. */
  | { kind: 'no-why-of-swap' }
  | { kind: 'shift-gone' }
  | { kind: 'two-roles' }
  | { kind: 'no-file' };

/** How a reader is told of people, roles and times. */
export interface FaultReader {
  person: (key: string) => string;
  role: (role: string) => string;
  span: (of: { from: Date; to: Date }) => string;
}

/** What the page of duty says of changes: overrides, leave and swaps, and the forms that make them. */
export interface DutyChangeWords {
  title: string;
  lead: string;
  nothing: string;
  caption: string;
  columns: Readonly<Record<'when' | 'what' | 'why' | 'by' | 'change', string>>;
  /** Of somebody in the place of `insteadOf`, or in a seat. */
  override: (of: {
    person: string;
    insteadOf: string | undefined;
    seat: string;
    role: string;
    isSwap: boolean;
  }) => string;
  onLeave: (person: string) => string;
  fromCalendar: string;
  madeBy: (of: { by: string; at: string; isImported: boolean }) => string;
  /** `back`: the time that whoever is asked gives in return. */
  swap: (of: { by: string; of: string; back: string | undefined; role: string }) => string;
  askedAt: (at: string) => string;
  grant: string;
  refuse: string;
  takeBack: string;
  leftOpen: string;
  quoted: (reason: string) => string;
  keptBy: (of: { by: string; at: string; change: KeptGap['change'] }) => string;
  forms: DutyFormWords;
  fault: (fault: DutyFormFault, of: FaultReader) => string;
}

export interface DutyFormWords {
  title: string;
  clock: string;
  readsOnly: string;
  person: string;
  from: string;
  to: string;
  why: string;
  override: Readonly<Record<'title' | 'seat' | 'send', string>>;
  leave: Readonly<Record<'title' | 'own' | 'from' | 'fromHint' | 'toHint' | 'time' | 'send', string>>;
  swap: Readonly<Record<'title' | 'shift' | 'own' | 'askedOf' | 'takes' | 'none' | 'send', string>>;
  file: Readonly<Record<'title' | 'file' | 'hint' | 'text' | 'send', string>>;
  /** What a change would leave open. */
  open: Readonly<Record<'title' | 'reason' | 'hint' | 'send', string>>;
}
