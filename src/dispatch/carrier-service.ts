import type { Service } from '../service/index.ts';
import type { Telephony } from '../telephony/index.ts';

/** A service that may speak to the carrier: only the engine's work does, never a webhook. */
export interface CarrierService extends Service {
  telephony: Telephony;
}
