import type { Call } from './leg.store.ts';

/** Where a call is that has to end because somebody wants its phone: all that is still said in it is goodbye. */
export const GIVES_WAY = 'gives-way';

/** Calls that are about no case, a test or a code: whoever wants their phone has it as soon as it can be had. */
export function isToGiveWay({ purpose }: Pick<Call, 'purpose'>): boolean {
  return purpose === 'drill' || purpose === 'code';
}
