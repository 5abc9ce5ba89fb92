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

/** Why a step cannot be taken now: what would have to come before, or is so already. */
export interface StepRefusal {
  readonly kind:
    | 'not-closed'
    | 'closed'
    | 'work-begun'
    | 'assessment-stands'
    | 'old-unit-out'
    | 'not-assessed'
    | 'not-hardware'
    | 'nothing-sent'
    | 'arrived-already'
    | 'no-return-awaited'
    | 'return-over'
    | 'not-arrived'
    | 'no-old-unit'
    | 'out-of-scope-already'
    | 'old-unit-not-back';
}

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
 * Why a step cannot be taken now; undefined when it can. A replacement is sent only once a technician has recorded that it
 * is the hardware (DV Nordic), and a case whose old unit is still out is not closed.
 */
export function whyNot(step: Step, state: WorkState): StepRefusal | undefined {
  const kind = refusalOf(step, state);
  return kind && { kind };
}

function refusalOf(step: Step, state: WorkState): StepRefusal['kind'] | undefined {
  const isOver = state.status === 'closed' || state.status === 'cancelled';
  if (step === 'reopen') return isOver ? undefined : 'not-closed';
  if (isOver) return 'closed';
  switch (step) {
    case 'start':
      if (state.startedAt === null || state.waitingFor !== null) return undefined;
      return 'work-begun';
    case 'assess':
      return isOut(state) ? 'assessment-stands' : undefined;
    case 'ship':
      if (isOut(state)) return 'old-unit-out';
      if (state.assessment === null) return 'not-assessed';
      return state.assessment === 'hardware' ? undefined : 'not-hardware';
    case 'received':
      if (state.shippedAt === null) return 'nothing-sent';
      return state.receivedAt === null ? undefined : 'arrived-already';
    case 'returned':
      if (state.shippedAt === null) return 'no-return-awaited';
      if (state.returnedAt !== null) return 'return-over';
      return state.receivedAt === null ? 'not-arrived' : undefined;
    case 'write-off':
      return isOut(state) ? undefined : 'no-old-unit';
    case 'out-of-scope':
      return state.outOfScopeAt === null ? undefined : 'out-of-scope-already';
    case 'close':
      return isOut(state) ? 'old-unit-not-back' : undefined;
    case 'wait':
    case 'assign':
      return undefined;
  }
}

function isOut({ shippedAt, returnedAt }: WorkState): boolean {
  return shippedAt !== null && returnedAt === null;
}
