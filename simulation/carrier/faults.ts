/** How likely each thing is to go wrong between service and carrier, from 0 to 1. */
export interface CarrierFaults {
  /** Refused: too many requests. */
  tooMany: number;
  /** A server error, and nothing was done. */
  serverError: number;
  /** A server error after it was done. */
  serverErrorAfterwards: number;
  /** Done, and the answer is lost: we wait in vain. */
  lostAnswer: number;
  /** Nothing is done and no answer comes. */
  hang: number;
  /** Nobody listens. */
  refused: number;
  /** Answers after seconds. */
  slow: number;
  callbackDropped: number;
  callbackLate: number;
  callbackDoubled: number;
  /** A call's end, and that it has left its room, is told tens of seconds late. */
  endToldLate: number;
  textUndelivered: number;
  /** The handset has the text, and nobody tells us. */
  receiptMissing: number;
}

export const noCarrierFaults: CarrierFaults = {
  tooMany: 0,
  serverError: 0,
  serverErrorAfterwards: 0,
  lostAnswer: 0,
  hang: 0,
  refused: 0,
  slow: 0,
  callbackDropped: 0,
  callbackLate: 0,
  callbackDoubled: 0,
  endToldLate: 0,
  textUndelivered: 0,
  receiptMissing: 0,
};

/** The same faults, so many times as likely. */
export function times(faults: CarrierFaults, factor: number): CarrierFaults {
  const scaled = Object.entries(faults).map(([name, p]) => [name, Math.min(0.9, (p as number) * factor)]);
  return Object.fromEntries(scaled) as CarrierFaults;
}
