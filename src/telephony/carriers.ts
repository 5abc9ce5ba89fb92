import type { PhoneNumber } from '../kernel/index.ts';
import { notInUse, type TelephonyOfOld } from './not-in-use.ts';
import type { CarrierName, Telephony } from './telephony.ts';

/** A carrier in use, with the numbers that are ours there. */
export interface CarrierSetup {
  name: CarrierName;
  telephony: Telephony;
  /** The first is the one that pages come from. */
  numbers: readonly PhoneNumber[];
  /** Where its recordings lie: the beginning of their addresses. */
  recordingsAt: string;
}

/**
 * Telephony by one carrier or by several. What is new goes to the carrier that has the number it comes from; what exists
 * is asked for at the carrier that has it.
 */
export interface RoutedTelephony extends Pick<Telephony, 'placeCall' | 'sendText' | 'fetchRecording'> {
  /** The carrier that has something; one that is not in use any more does nothing, and says so. */
  at(carrier: CarrierName): TelephonyOfOld;
}

/** `first` has every number that is not listed as a further carrier's. */
export function routeToCarriers(
  first: { name: CarrierName; telephony: Telephony },
  further: readonly CarrierSetup[] = [],
): RoutedTelephony {
  const withNumber = (number: PhoneNumber): Telephony =>
    further.find(({ numbers }) => numbers.includes(number))?.telephony ?? first.telephony;
  const at = (carrier: CarrierName): TelephonyOfOld =>
    [first, ...further].find(({ name }) => name === carrier)?.telephony ?? notInUse(carrier);
  return {
    at,
    placeCall: (order) => withNumber(order.from).placeCall(order),
    sendText: (order) => withNumber(order.from).sendText(order),
    fetchRecording: (url) => {
      const owner = further.find(({ recordingsAt }) => url.startsWith(recordingsAt));
      return (owner?.telephony ?? first.telephony).fetchRecording(url);
    },
  };
}
