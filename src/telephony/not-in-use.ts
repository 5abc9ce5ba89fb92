import type { CarrierFailure, CarrierName, Telephony } from './telephony.ts';

/** What is asked of a carrier about what exists there. */
export type TelephonyOfOld = Omit<Telephony, 'placeCall' | 'sendText' | 'fetchRecording'>;

/**
 * Stands for a carrier that is not configured any more, while rows still name it. No other carrier may answer in its
 * place: that one knows nothing of what it is asked for, and its "not found" would be taken for the truth.
 *
 * A call or text there is a race, as one that the carrier does not know: its webhooks are refused, so it is never heard
 * of again, and a phone must not be taken for busy with it for ever. What was to be deleted there was not.
 */
export function notInUse(carrier: CarrierName): TelephonyOfOld {
  const message = `${carrier} is not configured any more`;
  const failure = { code: 'not-configured', message, ambiguous: false };
  const refuse = (how: Pick<CarrierFailure, 'class' | 'wholeAccount'>) => async () =>
    ({ ok: false, failure: { ...failure, ...how } }) as const;
  const over = refuse({ class: 'race' });
  const keeps = refuse({ class: 'ours-broken', wholeAccount: true });
  return {
    redirectCall: over,
    cancelUnanswered: over,
    hangUp: over,
    fetchCall: over,
    fetchText: over,
    deleteRecording: keeps,
    deleteCall: keeps,
    deleteText: keeps,
  };
}
