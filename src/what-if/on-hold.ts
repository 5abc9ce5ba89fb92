import { phrasesFor } from '../phrases/index.ts';
import type { PlayedCall } from './call.ts';
import type { ForeseenPaging } from './rounds.ts';

/**
 * The first thing that the product itself tells a caller who holds, in the language of the call: the truth about the phones that
 * ring then. Undefined for one who does not hold, and where it is not known how many phones that are.
 */
export function heardOnHold(
  { exchanges }: PlayedCall,
  paging: ForeseenPaging | undefined,
): string | undefined {
  const last = exchanges.at(-1);
  const ringing = paging?.rounds[0]?.asked?.phones;
  if (last?.waitsFor.kind !== 'hold' || paging === undefined || ringing === undefined) return undefined;
  const words = phrasesFor(last.language);
  const nobody = { listening: 0, acceptedBy: undefined, talksElsewhere: false };
  if (paging.takes === 'call')
    return ringing === 0 ? undefined : words.operator.hold({ ringing, listening: 0, transfers: false });
  const next = paging.rounds[1];
  const waitMs = next && next.at.getTime() - (paging.rounds[0]?.at.getTime() ?? 0);
  const nextRoundInSeconds = waitMs === undefined ? undefined : waitMs / 1000;
  return words.hold({ ...nobody, ringing, asked: 0, nextRoundInSeconds });
}
