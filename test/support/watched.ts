import { dinoScript } from '../../src/ivr/dino.fixture.ts';
import type { WatchedDesk } from '../../src/duty/index.ts';

/** The Dino desk as a change of its duty is judged: at every hour, with the plans of its script, or with these. */
export function watchedDino(plans = dinoScript().plans): WatchedDesk {
  return { script: { desk: 'dino', plans }, hours: undefined };
}
