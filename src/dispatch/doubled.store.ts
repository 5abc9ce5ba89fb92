import { notePage } from '../paging/index.ts';
import type { Unit } from '../service/index.ts';

/**
 * A try that was given up for lost, and made anew, has reached the carrier after all: the receipts of its pages show
 * its carrier id next to that of the try that took its place. `instead` is the row of the lost call or text.
 */
export async function noteDoubled(
  unit: Unit,
  lost: { id: string; address: string },
  carrierId: string,
): Promise<void> {
  const { rows } = await unit.tx.query<{ page_id: string }>(
    `SELECT e.page_id FROM page_event e JOIN page p ON p.id = e.page_id
     WHERE e.event = 'tried-again' AND e.data ->> 'instead' = $2 AND p.address = $1`,
    [lost.address, lost.id],
  );
  for (const row of rows) notePage(unit, row.page_id, 'doubled', { carrierId });
}
