import type { Invariant } from './invariant.ts';

/** Whoever accepted has said so: by key 1 in a call, or with the case's code in a text. No voicemail box accepts. */
export const aHumanAccepted: Invariant = {
  name: 'only a human accepts',
  check: ({ rows, world }) => {
    for (const paging of rows.pagings) {
      if (paging.status !== 'acknowledged') continue;
      const who = world.responders.find((r) => r.key === paging.acknowledged_by);
      const code = rows.cases.find((c) => c.id === paging.case_id)?.reply_code;
      const byText = who?.texted.has(String(code)) === true;
      if (paging.acknowledged_via === 'voice' ? (who?.pressedOne.size ?? 0) > 0 : byText) continue;
      return `paging ${paging.id} was accepted by ${paging.acknowledged_by} (${paging.acknowledged_via}), who did nothing`;
    }
    return undefined;
  },
};
