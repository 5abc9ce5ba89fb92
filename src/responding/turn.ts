import type { Call } from '../calls/index.ts';
import type { Script, Voice } from '../ivr/index.ts';
import type { Service, Unit } from '../service/index.ts';

/** One key, or silence, in a responder's leg. `about` is what was asked: offer, one:CASE, talk:CASE, next:CASE, reached:CASE, transfer:CASE or join:CASE. */
export interface LegKey {
  digits: string | undefined;
  about: string;
  tries: number;
}

/** What a key is answered with: the leg it was pressed in, and everything to answer it. */
export interface Turn {
  service: Service;
  unit: Unit;
  leg: Call;
  script: Script;
  voice: Voice;
  key: LegKey;
}
