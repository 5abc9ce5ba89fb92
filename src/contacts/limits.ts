/** How many codes were sent within the last hour. */
export interface CodesSent {
  toPerson: number;
  toNumber: number;
  byAccount: number;
}

/** A number that is a stranger's must not be called all night, nor our account be run up by calls to dear numbers. */
const MOST_AN_HOUR: Readonly<Record<keyof CodesSent, number>> = { toPerson: 5, toNumber: 3, byAccount: 10 };

/** Whether another code may be sent. */
export function mayAsk(sent: CodesSent): boolean {
  return (Object.keys(MOST_AN_HOUR) as (keyof CodesSent)[]).every((kind) => sent[kind] < MOST_AN_HOUR[kind]);
}

/** So long a code is good. */
export const CODE_GOOD_MS = 10 * 60_000;
/** Of a million codes five are tried: then another has to be sent. */
export const MOST_TRIES = 5;
