/** The page behind the link of a page's text. A time stands behind whatever ends in "at". */
export interface AcceptPagePhrases {
  title(caseNumber: string): string;
  linkTitle: string;
  linkUnknown: string;
  linkUnknownLead: string;
  forPerson(name: string, deskName: string): string;
  customer: string;
  caller: string;
  unknownCaller: string;
  withheld: string;
  onHold: string;
  case: string;
  opened: string;
  /** Around how long ago it was. */
  ago: { before: string; after: string };
  alsoPaged: string;
  nobody: string;
  nobodyAccepted: string;
  toldThatYou: string;
  toldThat(name: string): string;
  noConnection: string;
  /** Around the code that an answer by text begins with. */
  noConnectionLead: { before: string; after: string };
  acceptedByYou: string;
  phoneRings: string;
  callerGone: string;
  takenBy(name: string): string;
  acceptedAt(name: string): string;
  needDoNothing: string;
  declinedByYou: string;
  declinedAt: string;
  othersRing: string;
  over: string;
  overLead: string;
  accept: string;
  acceptHolds(caller: string | undefined): string;
  acceptGone: string;
  decline: string;
  declineHint: string;
  acceptAfterAll: string;
  callMyself(caller: string | undefined): string;
  contactPromisedBy: string;
}
