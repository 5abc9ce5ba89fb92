import type { Invariant } from './invariant.ts';

/** Severity 3 and 4 and the lesser matters page nobody, at any hour, unless the caller presses through. */
export const lesserMattersPageNobody: Invariant = {
  name: 'lesser matters page nobody unasked',
  check: ({ rows }) => {
    for (const paging of rows.pagings) {
      const found = rows.cases.find((c) => c.id === paging.case_id);
      const isUrgent = found?.severity === '1' || found?.severity === '2' || found?.kind === 'contract';
      if (!isUrgent && paging.reason === 'severity')
        return `${found?.number} (${found?.kind}, severity ${found?.severity}) pages`;
    }
    return undefined;
  },
};
