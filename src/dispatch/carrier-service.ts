import type { Service } from '../service/index.ts';
import type { RoutedTelephony } from '../telephony/index.ts';
import type { CarrierTurns } from './carrier-turns.ts';

/** A service that may speak to the carriers: only the engine's work does, never a webhook. */
export interface CarrierService extends Service {
  telephony: RoutedTelephony;
  /** Calls and texts are asked for through these, so that a carrier that hangs is not given more than it can answer. */
  turns: CarrierTurns;
}
