import type { PagedRole, PagingPlan } from '../ivr/index.ts';
import { linesOf, usableChannels, type Responder, type Roster } from '../people/index.ts';
import { isNeverGivenUp } from './when-given-up.ts';
import type { Hole, RoundTargets, Target } from './whom.ts';

/** What is known of those who could be asked to take a call. */
export interface RingCircumstances {
  /** Keys of those whom this paging has asked already. */
  asked: ReadonlySet<string>;
  /** How many calls of ours each number has: whoever talks to as many callers as they have lines is not asked for the next. */
  busy: ReadonlyMap<string, number>;
  /** Of the case. Where a page is never given up, whoever has been asked is asked again when nobody else is left. */
  severity?: string | null;
}

/**
 * Whom a round asks to take a call: of each role the next so many on duty who have not been asked, in the order of duty. Nobody
 * is asked twice, and nobody stands in whom the plan does not name: a caller who waits has another way on, but for severity 1
 * and 2. `holes`: roles with nobody at all, which somebody must mend.
 */
export function whomToRing(plan: PagingPlan, roster: Roster, circumstances: RingCircumstances): RoundTargets {
  const found = whomNext(plan, roster, circumstances);
  const { asked, severity = null } = circumstances;
  if (found.targets.length > 0 || asked.size === 0 || !isNeverGivenUp(severity)) return found;
  return whomNext(plan, roster, { ...circumstances, asked: new Set() });
}

function whomNext(plan: PagingPlan, roster: Roster, { asked, busy }: RingCircumstances): RoundTargets {
  const holes: Hole[] = [];
  const targets = new Map<string, Target>();
  for (const demand of plan.page) {
    const onDuty = [demand.role, ...(demand.or ?? [])].flatMap((role) =>
      (roster.duty[role] ?? []).map((person) => ({ person, role })),
    );
    const able = onDuty.filter(({ person }) => canBeRung(person));
    if (able.length === 0)
      holes.push(
        holeOf(
          demand,
          onDuty.map(({ person }) => person),
        ),
      );
    const free = able.filter(({ person }) => !asked.has(person.key) && hasLine(person, busy));
    for (const seat of free.slice(0, demand.people))
      targets.set(seat.person.key, { ...seat, channels: ['voice'] });
  }
  return { targets: [...targets.values()], holes };
}

function hasLine(person: Responder, busy: RingCircumstances['busy']): boolean {
  return (busy.get(person.contacts.voice!.address) ?? 0) < linesOf(person);
}

function canBeRung(person: Responder): boolean {
  return usableChannels(person).includes('voice');
}

function holeOf({ role, people }: PagedRole, onDuty: readonly Responder[]): Hole {
  return { role, wanted: people, found: 0, unreachable: onDuty.map(({ name }) => name) };
}
