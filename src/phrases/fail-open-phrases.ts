/** What is said when the service itself is down, from documents that stand elsewhere and know nothing of a call. */
export interface FailOpenPhrases {
  // to the caller
  greeting(deskName: string): string;
  /** In place of the greeting when nobody has a number to ring. */
  greetingWithoutPeople(deskName: string): string;
  /** Beside the message; the address as it is read aloud. */
  orWrite(spokenMail: string): string;
  calling: string;
  /** Heard by whom nobody took, and by whom somebody has just spoken with and left: nothing tells them apart. */
  helpedOrAgain: string;
  helpedOrNobody: string;
  leaveMessage: string;
  noMessage: string;
  noMessageGoodbye: string;
  /** A carrier may send a silent recording here too. */
  messageGoodbye: string;
  // to whoever is rung
  whisper(deskName: string): string;
  whisperKeys: string;
  /** After silence and after a decline. */
  notTaken: string;
  taken: string;
}
