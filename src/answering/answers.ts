import { noteCase } from '../cases/index.ts';
import type { Unit } from '../service/index.ts';

/** Keeps what a caller keyed in answer to a question. Keyed again, the newer answer counts. */
export async function keepKeyedAnswer(
  unit: Unit,
  caseId: string,
  { name, label, keyed }: { name: string; label: string; keyed: string },
): Promise<void> {
  await unit.flush();
  await unit.tx.query(
    'UPDATE support_case SET answers = answers || jsonb_build_object($2::text, $3::jsonb) WHERE id = $1',
    [caseId, name, JSON.stringify({ label, keyed })],
  );
  noteCase(unit, caseId, 'answer.keyed', { label, digits: keyed });
}
