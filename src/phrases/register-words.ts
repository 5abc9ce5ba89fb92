import type { CallEventWords } from './call-event-words.ts';
import type { MacFault } from '../customers/index.ts';
import type { CaseStatus, Priority } from '../cases/index.ts';
import type { FieldFault, Standing } from '../registration/index.ts';
import type { StripWords } from './strip-words.ts';

/** What the pages of registration say, in one language. Functions where a sentence takes a name or a number. */
export interface RegisterWords {
  readonly list: ListWords;
  readonly strip: StripWords;
  readonly form: FormWords;
  readonly fields: FieldWords;
  readonly known: KnownWords;
  readonly approval: ApprovalWords;
  readonly done: DoneWords;
  readonly keys: KeyWords;
  /** For the page's script, which keeps what is typed. */
  readonly script: ScriptWords;
  readonly status: (status: string) => string;
}

export interface ListWords {
  title: string;
  intro: string;
  live: string;
  noLive: string;
  calls: string;
  oldestFirst: string;
  noCalls: string;
  drafts: string;
  noDrafts: string;
  callBacks: string;
  noCallBacks: string;
  add: string;
  addHint: string;
  desk: string;
  columns: Readonly<
    Record<'case' | 'caller' | 'desk' | 'opened' | 'waits' | 'draft' | 'reach' | 'why', string>
  >;
  register: string;
  noCase: string;
  waitsForSupervisor: string;
  notBegun: string;
  savedBy: (name: string) => string;
  withheld: string;
}

export interface FormWords {
  title: (number: string) => string;
  lead: (desk: string) => string;
  saved: string;
  notSaved: string;
  contact: string;
  office: string;
  officeHint: string;
  unit: string;
  unitHint: string;
  fault: string;
  moreOffices: string;
  register: string;
  save: string;
  discard: string;
  callBack: string;
  outOfScope: string;
  /** Over the reason for either of them. */
  otherwise: string;
  otherwiseHint: string;
  willBePutOn: (number: string) => string;
  chosenBy: (name: string) => string;
  takeBack: string;
  toCallBack: (why: string) => string;
  toldByMail: (mail: string) => string;
  notTold: string;
  others: (names: readonly { name: string; field: string | undefined }[]) => string;
  faultsFound: (count: number) => string;
  over: (by: string | undefined) => string;
  elsewhere: (status: string) => string;
}

export interface FieldWords {
  label: (field: string) => string;
  chooseCustomer: string;
  priority: Readonly<Record<Priority, string>>;
  fault: (fault: FieldFault) => string;
  mac: (fault: MacFault) => string;
  warranty: (model: string | undefined, until: string | undefined, isOver: boolean) => string;
  ofCustomer: (name: string) => string;
  hasOpenCase: (number: string) => string;
  overwroteOther: (by: string, value: string) => string;
  overwrittenBy: (by: string, value: string) => string;
  noMail: string;
}

export interface KnownWords {
  title: string;
  unknownCustomer: string;
  chooseHint: string;
  approved: string;
  nobodyApproved: string;
  others: string;
  contract: string;
  units: string;
  unitCount: (all: number, withoutWarranty: number) => string;
  openCases: string;
  none: string;
  sameUnit: string;
  putOn: (number: string) => string;
  putOnNoSuch: string;
  call: string;
  noCall: string;
  events: CallEventWords;
  toSay: string;
  say: (of: { number: string; phone: string | undefined }) => string;
  sayRefused: (of: { name: string; customer: string | undefined; approved: readonly string[] }) => string;
}

export interface ApprovalWords {
  standing: (standing: Standing, at: string | undefined) => string;
  /** Why somebody cannot be registered. */
  needed: (name: string, customer: string | undefined) => string;
  approvedOnes: (names: readonly string[]) => string;
  askSupervisor: string;
  logged: string;
  reason: string;
  once: string;
  always: string;
  faults: Readonly<
    Record<'reason-missing' | 'name-missing' | 'customer-missing' | 'phone-missing' | 'over', string>
  >;
  phoneOf: (name: string) => string;
}

export interface DoneWords {
  title: string;
  by: (name: string) => string;
  byException: (by: string) => string;
  /** Its call is another case's matter. */
  joined: (number: string) => string;
  openCase: string;
  next: string;
  affected: string;
  nothing: string;
}

export interface KeyWords {
  next: string;
  register: string;
  office: string;
  answer: string;
  transfer: string;
  transferWarm: string;
  putOn: string;
  callBack: string;
  outOfScope: string;
  all: string;
  close: string;
}

export interface ScriptWords {
  saved: string;
  saving: string;
  offline: string;
  signedOut: string;
  notRegistered: string;
  over: string;
}

export type StatusNames = Readonly<Record<CaseStatus, string>>;

/** The fields of the form that there is one of; offices and their addresses are numbered. */
export type FieldNames = Readonly<
  Record<
    | 'customer'
    | 'name'
    | 'phone'
    | 'mail'
    | 'serial'
    | 'mac'
    | 'units'
    | 'symptoms'
    | 'tried'
    | 'priority'
    | 'why',
    string
  >
>;

/** The name of something; its key where it has none, as when another process knows more. */
export function nameIn(names: Readonly<Record<string, string>>, key: string): string {
  return names[key] ?? key;
}
