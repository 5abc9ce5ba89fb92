import { isOpen } from '../../src/coverage/index.ts';
import { coverageHoursOf } from '../../src/ivr/index.ts';
import { isForCalls, SKEW_MS, type Invariant } from './invariant.ts';

/**
 * Where an operator answers, nobody is reached past the operator: no technician's phone rings but by an operator who hands
 * a call on, and by no means while the office is closed.
 */
export const operatorsAloneAreRung: Invariant = {
  name: 'nobody is reached past the operator',
  check: ({ rows, world }) => {
    for (const paging of rows.pagings) {
      const script = world.parts.scripts.find(({ desk }) => desk === paging.desk);
      if (!script || !Object.values(script.plans).some(({ takes }) => takes === 'call')) continue;
      if (isForCalls(world, paging)) continue;
      const mayBeOpen = [-SKEW_MS, SKEW_MS].some((ms) =>
        isOpen(coverageHoursOf(script), new Date(paging.opened_at + ms)),
      );
      if (paging.reason === 'transfer' && mayBeOpen) continue;
      return `paging ${paging.id} of ${paging.desk} (${paging.reason}) is by the plan ${paging.plan}`;
    }
    return undefined;
  },
};
