/** Why a number was not asked for its code, or a code did not make it the person's. */
export type ContactFault =
  | { kind: 'no-person' }
  | { kind: 'no-number' }
  /** The service has no auth token of its carrier, from which codes are made. */
  | { kind: 'no-token' }
  | { kind: 'anothers' }
  | { kind: 'no-desk' }
  /** Of the last hour. */
  | { kind: 'too-many' }
  | { kind: 'phone-busy' }
  /** `minutes`: so long one is good. */
  | { kind: 'no-code'; minutes: number }
  /** `left`: how often another may be tried; 0: never, the code is void. */
  | { kind: 'wrong-code'; left: number }
  /** `most`: so many calls at the same time one number may take. */
  | { kind: 'no-lines'; most: number }
  /** There is no number for calls that could have lines. */
  | { kind: 'no-voice' }
  /** `most`: so many hours quiet hours may last. */
  | { kind: 'no-quiet'; most: number };
