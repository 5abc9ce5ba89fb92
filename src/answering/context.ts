import { isOpen } from '../coverage/index.ts';
import { coverageHoursOf, type IvrContext, type Script } from '../ivr/index.ts';
import { toPhoneNumber } from '../kernel/index.ts';

/** What is true of a call outside its conversation, before it has a case. */
export function contextOf(script: Script, now: Date, caller: string | null | undefined): IvrContext {
  return {
    open: isOpen(coverageHoursOf(script), now),
    callerNumber: toPhoneNumber(caller),
    hasCase: false,
    paging: 'none',
  };
}
