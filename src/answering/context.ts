import { isOpen, nextOpening, type CoverageHours } from '../coverage/index.ts';
import type { IvrContext } from '../ivr/index.ts';
import { toPhoneNumber } from '../kernel/index.ts';

/** What is true of a call outside its conversation, before it has a case. */
export function contextOf(hours: CoverageHours, now: Date, caller: string | null | undefined): IvrContext {
  return {
    open: isOpen(hours, now),
    now,
    nextOpening: () => nextOpening(hours, now),
    callerNumber: toPhoneNumber(caller),
    hasCase: false,
    paging: 'none',
  };
}
