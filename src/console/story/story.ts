import type { StoryWords } from '../../phrases/index.ts';

/** The story of a case as marks on lines of time, before anybody decides where on paper they stand. */

export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** An SMS page: sent, and what became of it. */
export interface SmsMark {
  readonly sentAt: Date;
  readonly settledAt: Date | undefined;
  readonly came: 'underway' | 'delivered' | 'lost';
  readonly words: string | undefined;
}

/** A page by voice. Spans that run into now end there. */
export interface VoiceMark {
  readonly ring: Span;
  readonly listening: (Span & { readonly tape: boolean }) | undefined;
  readonly talk: Span | undefined;
  /** A key that was pressed and what it is drawn as. */
  readonly key: { readonly at: Date; readonly digit: string; readonly taken: boolean } | undefined;
  readonly end: { readonly at: Date; readonly words: string; readonly stoodDown: boolean } | undefined;
}

export interface Lane {
  readonly person: string;
  readonly name: string;
  readonly role: string;
  readonly sms: readonly SmsMark[];
  readonly voice: readonly VoiceMark[];
}

export interface CallerLane {
  readonly name: string;
  readonly company: string | undefined;
  readonly menu: readonly Span[];
  readonly hold: readonly Span[];
  readonly talk: readonly Span[];
  readonly keys: readonly { readonly at: Date; readonly digit: string }[];
}

/** A vertical line through all lanes. */
export interface Mile {
  readonly at: Date;
  readonly label: string;
  readonly note: string;
  readonly taken: boolean;
}

export interface Story {
  readonly caseNumber: string;
  readonly caller: CallerLane;
  readonly lanes: readonly Lane[];
  readonly miles: readonly Mile[];
  /** The one number that matters: how long until somebody accepted. */
  readonly measure: (Span & { readonly words: string }) | undefined;
  readonly bridge: { readonly at: Date; readonly person: string; readonly name: string } | undefined;
  readonly whole: Span;
}

/** What a picture is drawn of. */
export interface PictureProps {
  readonly story: Story;
  readonly window: Span;
  readonly zone: string;
  readonly words: StoryWords;
}

/** The first name, for the places where the whole one does not fit. */
export function firstName(name: string): string {
  return name.split(/\s+/)[0] ?? name;
}
