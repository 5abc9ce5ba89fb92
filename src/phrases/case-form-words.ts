/** What can be done to a case, in one language. */
export interface CaseFormWords {
  /** The first line of a list out of which something is chosen. */
  readonly choose: string;
  readonly direct: {
    readonly title: string;
    readonly hint: string;
    readonly who: string;
    readonly button: string;
    readonly pageNow: (round: number) => string;
  };
  readonly transfer: {
    readonly title: string;
    readonly hint: string;
    readonly blind: (name: string) => string;
    readonly warm: (name: string) => string;
  };
  readonly note: { readonly label: string; readonly button: string };
  readonly contact: {
    readonly title: string;
    readonly hint: string;
    readonly who: string;
    readonly whoHint: (recorder: string) => string;
    readonly somebodyElse: string;
    readonly how: string;
    readonly example: string;
    readonly button: string;
  };
  readonly fix: {
    readonly title: string;
    readonly hint: string;
    readonly build: string;
    readonly enter: string;
    readonly change: string;
  };
  readonly close: {
    readonly title: string;
    /** Where the desk has codes. */
    readonly hintOfCodes: string;
    readonly hint: string;
    readonly reason: string;
    readonly reasonHint: string;
    /** Before the number of a build, and a full stop after it. */
    readonly fixedBy: string;
    readonly button: (number: string) => string;
    readonly code: string;
    readonly more: string;
    readonly moreHint: string;
  };
}

/** The steps of the work on a case, in one language. */
export interface CaseWorkWords {
  readonly title: string;
  readonly assignedTo: (name: string | undefined) => string;
  readonly nobodyBegan: string;
  readonly begin: string;
  readonly goOn: string;
  readonly standing: {
    readonly began: string;
    readonly waitsFor: string;
    readonly until: (what: string, moment: string) => string;
    readonly assessment: string;
    readonly hardware: string;
    readonly notHardware: string;
    readonly sent: string;
    readonly received: string;
    readonly returned: string;
    readonly outOfScope: string;
  };
  readonly wait: Readonly<Record<'title' | 'button' | 'what' | 'until' | 'untilHint', string>>;
  readonly outOfScope: Readonly<Record<'title' | 'button', string>>;
  readonly tell: Readonly<Record<'title' | 'button' | 'text', string>> & {
    readonly hint: (reader: string) => string;
  };
  readonly newPin: Readonly<Record<'title' | 'button', string>>;
  readonly reopen: {
    readonly title: string;
    readonly button: (number: string) => string;
    readonly hint: string;
    readonly customerWrote: string;
  };
  readonly why: string;
  readonly customerReads: string;
  readonly assess: Readonly<
    Record<'title' | 'button' | 'label' | 'hardware' | 'notHardware' | 'why', string>
  >;
  readonly ship: Readonly<Record<'title' | 'button' | 'what' | 'where' | 'tracking', string>>;
  readonly received: string;
  readonly returned: string;
  readonly writeOff: Readonly<Record<'title' | 'button', string>>;
  readonly assign: Readonly<Record<'title' | 'button' | 'whom', string>>;
}
