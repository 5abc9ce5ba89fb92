import { scriptOf, type Service, type Unit } from '../service/index.ts';
import { settlePages } from './page.store.ts';
import { isOvertaken, planOf, type LatePage } from './plan.ts';

/** Whether what carries pages is still to be handed to the carrier, and if not, why. */
type Standing = 'wanted' | 'taken' | 'overtaken';

interface StandingRow extends LatePage {
  desk: string;
  plan: string;
}

/**
 * Decides anew whether a call or text of pages is to go out: not when everybody's case has been taken, and not when a
 * later round asks the same people anew.
 */
export async function pageStandingOf(
  service: Service,
  unit: Pick<Unit, 'tx' | 'now'>,
  carrier: { callId: string } | { textId: string; besidePage?: string | null },
): Promise<Standing> {
  const [name, where, values] =
    'callId' in carrier
      ? ['call', 'p.call_id = $1', [carrier.callId]]
      : ['text', '(p.text_id = $1 OR p.id = $2)', [carrier.textId, carrier.besidePage ?? null]];
  const { rows } = await unit.tx.query<StandingRow>({
    name: `standing-of-${name}`,
    text: `SELECT g.desk, g.plan, g.round, g.next_round_at AS "nextRoundAt", p.channel, p.round AS "pageRound"
     FROM page p JOIN paging g ON g.id = p.paging_id AND g.status = 'open'
     WHERE ${where} AND p.settled_at IS NULL`,
    values,
  });
  if (rows.length === 0) return 'taken';
  const isLate = (row: StandingRow) => {
    const script = scriptOf(service, row.desk);
    const plan = script && planOf(script, row.plan);
    return plan !== undefined && isOvertaken(plan, row, unit.now);
  };
  return rows.every(isLate) ? 'overtaken' : 'wanted';
}

/** Ends the pages of a call or text that is not handed over, and their receipts say why. */
export async function settleUnsent(
  unit: Unit,
  carrier: { callId: string } | { textId: string },
  standing: Exclude<Standing, 'wanted'>,
): Promise<void> {
  if (standing === 'taken') {
    await settlePages(unit, carrier, 'stood-down', 'stood-down', { why: 'taken before it was sent' });
  } else {
    await settlePages(unit, carrier, 'unanswered', 'superseded', { why: 'not sent before the next round' });
  }
}
