import { openCasesOf } from '../paging/index.ts';
import type { Unit } from '../service/index.ts';
import { noteReachedByText } from './answer.store.ts';
import { readDrillReply } from './reply.ts';

/**
 * Takes a text for the answer to a test page; true when it shows that they were reached. While a
 * case of theirs waits for an answer an "ok" is meant for that, and its sender must hear that it accepts nothing.
 */
export async function takeDrillText(
  unit: Unit,
  { person, from, body }: { person: string; from: string; body: string },
): Promise<boolean> {
  const reply = readDrillReply(body);
  if (reply === undefined) return false;
  if (reply === 'ok' && (await openCasesOf(unit.tx, person)).length > 0) return false;
  const code = reply === 'ok' ? undefined : reply.code;
  return noteReachedByText(unit.tx, { person, from, code }, unit.now);
}
