import type { Leg } from '../carrier/leg.ts';
import type { Invariant } from './invariant.ts';

/**
 * What counts as contact in a room was one: a customer and a responder were in it at the same time. Notices of coming and
 * going may be late, doubled or lost; who has been missed by a minute has not been met.
 */
export const contactIsAMeeting: Invariant = {
  name: 'contact is a meeting',
  check: ({ rows, world }) => {
    const purposes = new Map<string | null, string>();
    for (const { id, carrier_id, purpose } of rows.calls) purposes.set(carrier_id, purpose).set(id, purpose);
    const isResponder = (leg: Leg): boolean =>
      ['page', 'connect'].includes(purposes.get(leg.start.rowId ?? leg.sid) ?? '');
    for (const { case_id, how } of rows.meetings) {
      const found = rows.cases.find(({ id }) => id === case_id);
      const pairs = found ? world.network.meetings(found.room) : [];
      if (pairs.some(([one, other]) => isResponder(one) !== isResponder(other))) continue;
      return `${found?.number} is in contact (${how}), and no customer was ever in its room with a responder`;
    }
    return undefined;
  },
};
