import { mostQuietHours, readQuiet } from '../people/index.ts';
import { unitOfWork, type Service } from '../service/index.ts';
import type { ContactFault } from './contact-fault.ts';

type Result = { ok: true } | { ok: false; fault: ContactFault };

/** Somebody says when they want no texts that can wait; nothing written: at no time. What waits already is sent at its time. */
export async function setQuiet(
  service: Service,
  person: string,
  by: string,
  written: string,
): Promise<Result> {
  const quiet = written.trim() === '' ? null : readQuiet(written);
  if (quiet === undefined) return { ok: false, fault: { kind: 'no-quiet', most: mostQuietHours } };
  return unitOfWork(service, async (unit): Promise<Result> => {
    const { rowCount } = await unit.tx.query('UPDATE person SET quiet = $2 WHERE key = $1', [person, quiet]);
    if (!rowCount) return { ok: false, fault: { kind: 'no-person' } };
    unit.tell({ person, quiet, by }, 'quiet hours were changed');
    return { ok: true };
  });
}
