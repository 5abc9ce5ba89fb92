import { isForCalls, type Invariant } from './invariant.ts';

/** One acceptance wins each paging, and stays the winner: on the page, on the paging and on the case. */
export const oneWinner: Invariant = {
  name: 'one acceptance wins',
  check: ({ rows, world }) => {
    const won = new Map<string, string>();
    for (const { status, paging_id, person } of rows.pages) {
      if (status !== 'acknowledged') continue;
      if (won.has(paging_id)) return `paging ${paging_id} was won by ${won.get(paging_id)} and by ${person}`;
      won.set(paging_id, person);
    }
    for (const found of rows.cases) {
      const taken = rows.pagings.filter((p) => p.case_id === found.id && p.status === 'acknowledged');
      const told = rows.acknowledgements.filter((a) => a.case_id === found.id);
      if (taken.length !== told.length) {
        return `${found.number}: ${taken.length} pagings were accepted, and its timeline tells of ${told.length} acceptances`;
      }
      const last = taken.sort((a, b) => a.opened_at - b.opened_at).at(-1);
      // An operator has taken the call, and nobody the case, when it is over.
      if (last && found.acknowledged_by === null && isForCalls(world, last)) continue;
      if (found.acknowledged_by !== (last?.acknowledged_by ?? null)) {
        return `${found.number} is ${found.acknowledged_by}'s, but its last paging was accepted by ${last?.acknowledged_by}`;
      }
      for (const paging of taken) {
        const winner = won.get(paging.id);
        if (winner !== undefined && winner !== paging.acknowledged_by) {
          return `${found.number}: paging accepted by ${paging.acknowledged_by}, won by a page of ${winner}`;
        }
      }
    }
    return undefined;
  },
};
