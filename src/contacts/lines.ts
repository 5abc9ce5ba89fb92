import { mostLines, readLines } from '../people/index.ts';
import { unitOfWork, type Service } from '../service/index.ts';
import type { ContactFault } from './contact-fault.ts';

type Result = { ok: true } | { ok: false; fault: ContactFault };

/** A supervisor says how many calls a person's voice number takes at the same time. Calls that are on the line stay. */
export async function setLines(
  service: Service,
  person: string,
  by: string,
  written: string,
): Promise<Result> {
  const lines = readLines(written);
  if (lines === undefined) return { ok: false, fault: { kind: 'no-lines', most: mostLines } };
  return unitOfWork(service, async (unit): Promise<Result> => {
    const { rowCount } = await unit.tx.query(
      `UPDATE contact_method SET lines = $2 WHERE person = $1 AND channel = 'voice'`,
      [person, lines],
    );
    if (!rowCount) return { ok: false, fault: { kind: 'no-voice' } };
    unit.tell({ person, lines, by }, 'the lines of a number were changed');
    return { ok: true };
  });
}
