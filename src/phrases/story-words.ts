/** The picture of a case's story, in one language. What is drawn has little room: the shortest words that say it. */
export interface StoryWords {
  readonly title: string;
  readonly parts: string;
  readonly beginning: string;
  readonly untilAcceptance: string;
  readonly whole: string;
  /** What those hear who do not see it. */
  readonly wideLabel: (number: string) => string;
  readonly tallLabel: (number: string) => string;
  /** Above a column. */
  readonly caller: string;
  /** Beside a name. */
  readonly theCaller: string;
  readonly sms: string;
  readonly voice: string;
  readonly menu: string;
  readonly holding: string;
  readonly talking: string;
  readonly talkingWith: (name: string) => string;
  readonly toAcceptance: string;
  readonly bridged: (time: string) => string;
  readonly accepted: string;
  readonly acceptedBy: (name: string) => string;
  readonly round: (round: number) => string;
  readonly pages: (count: number) => string;
  /** Of a page that nobody answered. */
  readonly rang: (length: string) => string;
  readonly legend: Readonly<
    Record<
      | 'label'
      | 'sms'
      | 'notDelivered'
      | 'rings'
      | 'voicemail'
      | 'listening'
      | 'key'
      | 'talking'
      | 'stoodDown',
      string
    >
  >;
}
