import type { CaseStatus } from '../cases/index.ts';
import type { Assessment } from './tables.ts';

/** What people do to a case, besides talking to the customer. */
export type Step =
  | 'start'
  | 'wait'
  | 'assess'
  | 'ship'
  | 'received'
  | 'returned'
  | 'write-off'
  | 'out-of-scope'
  | 'assign'
  | 'close'
  | 'reopen';

/** How far the work on a case has come. */
export interface WorkState {
  status: CaseStatus;
  startedAt: Date | null;
  waitingFor: string | null;
  assessment: Assessment | null;
  shippedAt: Date | null;
  receivedAt: Date | null;
  /** The old unit: back at the desk, or given up. */
  returnedAt: Date | null;
  outOfScopeAt: Date | null;
}

/**
 * Why a step cannot be taken now, in words that say what would have to come before; undefined when it can. A replacement
 * is sent only once a technician has recorded that it is the hardware (DV Nordic), and a case whose old unit is still
 * out is not closed.
 */
export function whyNot(step: Step, state: WorkState): string | undefined {
  const isOver = state.status === 'closed' || state.status === 'cancelled';
  if (step === 'reopen') return isOver ? undefined : 'The case is not closed.';
  if (isOver) return 'The case is closed. Reopen it first.';
  switch (step) {
    case 'start':
      if (state.startedAt === null || state.waitingFor !== null) return undefined;
      return 'Work on it has begun, and it waits for nothing.';
    case 'assess':
      return isOut(state) ? 'A replacement has been sent: the assessment stands.' : undefined;
    case 'ship':
      if (isOut(state)) return 'A replacement has been sent, and the old unit is still out.';
      if (state.assessment === null)
        return 'First record the assessment: is it really the hardware? Without it no replacement is sent.';
      return state.assessment === 'hardware'
        ? undefined
        : 'The assessment says that it is not the hardware. Change it first, if that was wrong.';
    case 'received':
      if (state.shippedAt === null) return 'No replacement has been sent.';
      return state.receivedAt === null ? undefined : 'That it has arrived is recorded.';
    case 'returned':
      if (state.shippedAt === null) return 'No replacement has been sent, so no old unit is awaited.';
      if (state.returnedAt !== null) return 'The old unit is not awaited any more.';
      return state.receivedAt === null ? 'First record that the replacement has arrived.' : undefined;
    case 'write-off':
      return isOut(state) ? undefined : 'No old unit is awaited.';
    case 'out-of-scope':
      return state.outOfScopeAt === null ? undefined : 'It is marked as out of scope.';
    case 'close':
      return isOut(state)
        ? 'The old unit has not come back. Record its return first, or that it will not come back.'
        : undefined;
    case 'wait':
    case 'assign':
      return undefined;
  }
}

function isOut({ shippedAt, returnedAt }: WorkState): boolean {
  return shippedAt !== null && returnedAt === null;
}
