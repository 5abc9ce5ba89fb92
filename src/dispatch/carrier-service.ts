import type { Service } from '../service/index.ts';
import type { RoutedTelephony } from '../telephony/index.ts';

/** A service that may speak to the carriers: only the engine's work does, never a webhook. */
export interface CarrierService extends Service {
  telephony: RoutedTelephony;
}
