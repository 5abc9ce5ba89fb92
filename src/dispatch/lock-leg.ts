import { lockCall, type Call } from '../calls/index.ts';
import { lockCaseOfCall } from '../cases/index.ts';
import { lockPagesOfCall } from '../paging/index.ts';
import type { Unit } from '../service/index.ts';

/**
 * A leg with all that its end may concern, locked in the order that holds everywhere: the call, its case, its pages, and only
 * then is anything written to the call. A round that has a case and wants a phone waits for whoever has written to that
 * phone's call; were that one still to ask for the case or for pages, neither could go on. Asked for at once, and done by the
 * server in turn.
 */
export async function lockLeg(unit: Unit, callId: string): Promise<Call | undefined> {
  const [leg] = await Promise.all([
    lockCall(unit.db, callId),
    lockCaseOfCall(unit.tx, callId),
    lockPagesOfCall(unit.tx, callId),
  ]);
  return leg;
}
