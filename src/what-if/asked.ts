import { onDutyAt } from '../duty/index.ts';
import type { PagedRole, PagingPlan } from '../ivr/index.ts';
import { widerIn, type Hole, type RoundTargets, type Target } from '../paging/index.ts';
import { usableChannels, type Channel, type Responder, type RosterSource } from '../people/index.ts';

/** A way by which a plan pages and this person cannot be reached. */
export interface WithoutChannel {
  channel: Channel;
  why: 'no number' | 'opted out' | 'number dead';
}

/** Somebody whom a round asks, and why them. */
export interface ForeseenPerson {
  key: string;
  name: string;
  role: string;
  channels: Channel[];
  without: WithoutChannel[];
  /** Why they have the role: their seat, its layer or the override; undefined: they are not on duty, and stand in. */
  seat: { name: string; layer: string | undefined; insteadOf: string | undefined } | undefined;
}

/** Somebody who would be asked, and is not. */
export interface NotAsked {
  name: string;
  role: string;
  /** Undefined: no way of the plan reaches them. */
  awayUntil: Date | undefined;
  without: WithoutChannel[];
}

/** Whom a round asks, whom it does not reach, and the roles for which it finds too few. */
export interface AskedInRound {
  /** How many telephones ring: two people may have one. */
  phones: number;
  people: ForeseenPerson[];
  notAsked: NotAsked[];
  holes: Hole[];
}

/** Tells of the targets of a round, which `whomToPage` or `whomToRing` has decided on, with what stands behind them. */
export function askedInRound(
  plan: PagingPlan,
  { targets, holes }: RoundTargets,
  source: RosterSource,
  { round, at }: { round: number; at: Date },
): AskedInRound {
  const seated = onDutyAt(source.duty, at);
  const seatOf = ({ person, role }: Target): ForeseenPerson['seat'] => {
    const found = seated.find((of) => of.role === role && of.person === person.key);
    if (found === undefined) return undefined;
    const override = source.duty.overrides.find(({ id }) => id === found.override);
    const insteadOf = override && nameOf(source, override.insteadOf);
    return { name: found.seat, layer: found.layer, insteadOf };
  };
  const people = targets.map((target) => ({
    key: target.person.key,
    name: target.person.name,
    role: target.role,
    channels: target.channels,
    without: withoutOf(target.person, plan),
    seat: seatOf(target),
  }));
  const roles = [...plan.page, ...widerIn(plan, round)].flatMap(rolesOf);
  const phones = new Set(targets.flatMap(voiceOf)).size;
  return { people, phones, notAsked: notAsked(plan, roles, source, at), holes };
}

const rolesOf = ({ role, or }: PagedRole): string[] => [role, ...(or ?? [])];

const voiceOf = ({ person, channels }: RoundTargets['targets'][number]) =>
  channels.includes('voice') ? [person.contacts.voice?.address] : [];

/** Of these roles, whoever has a seat and no number that the plan could use, and whoever would have one and is away. */
function notAsked(plan: PagingPlan, roles: readonly string[], source: RosterSource, at: Date): NotAsked[] {
  const seated = onDutyAt(source.duty, at).filter(({ role }) => roles.includes(role));
  const unreached = seated.flatMap(({ role, person: key }): NotAsked[] => {
    const person = source.people.get(key);
    const without = person ? withoutOf(person, plan) : [];
    if (person && without.length < plan.by.length) return [];
    return [{ name: nameOf(source, key) ?? key, role, awayUntil: undefined, without }];
  });
  const away = onDutyAt({ ...source.duty, leave: [] }, at)
    .filter(({ role, person }) => roles.includes(role) && isAway(source, person, at))
    .map(({ role, person }) => ({
      name: nameOf(source, person) ?? person,
      role,
      awayUntil: isAway(source, person, at),
      without: [],
    }));
  return [...unreached, ...away];
}

function isAway({ duty }: RosterSource, person: string, at: Date): Date | undefined {
  return duty.leave.find((leave) => leave.person === person && leave.from <= at && at < leave.to)?.to;
}

function nameOf({ people }: RosterSource, key: string | undefined): string | undefined {
  return key === undefined ? undefined : (people.get(key)?.name ?? key);
}

function withoutOf(person: Responder, plan: PagingPlan): WithoutChannel[] {
  const usable = usableChannels(person);
  return plan.by
    .filter((channel) => !usable.includes(channel))
    .map((channel) => {
      const state = person.contacts[channel]?.state;
      const why = state === undefined ? 'no number' : state === 'dead' ? 'number dead' : 'opted out';
      return { channel, why };
    });
}
