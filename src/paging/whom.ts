import type { PagedRole, PagingPlan } from '../ivr/index.ts';
import { usableChannels, type Channel, type Responder, type Roster } from '../people/index.ts';
import { textsInRound, widerIn } from './plan.ts';

/** One person to page in a round, for the role that named them, by these channels. */
export interface Target {
  person: Responder;
  role: string;
  channels: Channel[];
}

/** A role for which the round found fewer reachable people than the script asks for. */
export interface Hole {
  role: string;
  wanted: number;
  found: number;
  /** On duty, but with no number that works. */
  unreachable: string[];
}

export interface RoundTargets {
  targets: Target[];
  holes: Hole[];
}

/** What a round depends on besides plan and roster. */
export interface RoundCircumstances {
  round: number;
  /** Asked alone in the first round of a paging that begins again because nobody made contact. */
  accepter?: string;
  /** The time is past at which a case without contact is also the supervisor's. */
  supervisorToo: boolean;
}

const SUPERVISOR: PagedRole = { role: 'supervisor', people: 1, or: undefined };

/**
 * Whom a round pages. Everyone at once, or one after another as the plan says; a person on duty without a working
 * number is passed over for the next in order, and reported. A role with nobody brings the supervisor into the
 * round; if nobody at all is on duty, the reserve is paged: a round without a page is a case given up silently.
 */
export function whomToPage(
  plan: PagingPlan,
  roster: Roster,
  circumstances: RoundCircumstances,
): RoundTargets {
  const { round, accepter, supervisorToo } = circumstances;
  const onlyAccepter = accepter !== undefined && round === 1 ? findOnDuty(roster, accepter) : undefined;
  if (onlyAccepter && usableChannels(onlyAccepter.person).length > 0 && !supervisorToo) {
    return { targets: withChannels([onlyAccepter], plan, round), holes: [] };
  }
  const holes: Hole[] = [];
  const picked: Pick[] = [];
  for (const demand of plan.page) {
    const seats = plan.oneAtATime ? inTurn(demand, roster, round) : fill(demand, roster);
    picked.push(...seats.picks);
    if (seats.hole) holes.push(seats.hole);
  }
  const wider = widerIn(plan, round);
  if (supervisorToo || holes.some((hole) => hole.found === 0)) wider.push(SUPERVISOR);
  for (const demand of wider) picked.push(...fill(demand, roster).picks);
  const people =
    picked.length > 0 ? picked : roster.reserve.filter(reachable).map((person) => reserveSeat(person));
  return { targets: withChannels(once(people), plan, round), holes };
}

interface Pick {
  person: Responder;
  role: string;
}

const reachable = (person: Responder): boolean => usableChannels(person).length > 0;

function reserveSeat(person: Responder): Pick {
  return { person, role: person.roles[0] ?? 'reserve' };
}

function findOnDuty(roster: Roster, key: string): Pick | undefined {
  for (const [role, people] of Object.entries(roster.duty)) {
    const person = people.find((p) => p.key === key);
    if (person) return { person, role };
  }
  const person = roster.reserve.find((p) => p.key === key);
  return person && reserveSeat(person);
}

/** Those on duty for the role; when none of them can be reached, those of the first stand-in role where one can. */
function candidates(demand: PagedRole, roster: Roster): Pick[] {
  const lists = [demand.role, ...(demand.or ?? [])].map((role) =>
    (roster.duty[role] ?? []).map((person) => ({ person, role })),
  );
  return lists.find((picks) => picks.some((pick) => reachable(pick.person))) ?? lists[0] ?? [];
}

function fill(demand: PagedRole, roster: Roster): { picks: Pick[]; hole?: Hole } {
  const all = candidates(demand, roster);
  const picks = all.filter((pick) => reachable(pick.person)).slice(0, demand.people);
  if (picks.length >= demand.people) return { picks };
  return { picks, hole: holeOf(demand, all, picks.length) };
}

function inTurn(demand: PagedRole, roster: Roster, round: number): { picks: Pick[]; hole?: Hole } {
  const all = candidates(demand, roster);
  const able = all.filter((pick) => reachable(pick.person));
  const first = ((round - 1) * demand.people) % Math.max(1, able.length);
  const picks = [...able.slice(first), ...able.slice(0, first)].slice(0, demand.people);
  return picks.length > 0 ? { picks } : { picks, hole: holeOf(demand, all, 0) };
}

function holeOf(demand: PagedRole, all: Pick[], found: number): Hole {
  const unreachable = all.filter((pick) => !reachable(pick.person)).map((pick) => pick.person.name);
  return { role: demand.role, wanted: demand.people, found, unreachable };
}

function once(picks: Pick[]): Pick[] {
  const seen = new Set<string>();
  return picks.filter(({ person }) => !seen.has(person.key) && seen.add(person.key));
}

function withChannels(picks: Pick[], plan: PagingPlan, round: number): Target[] {
  return picks.map(({ person, role }) => ({ person, role, channels: channelsFor(person, plan, round) }));
}

function channelsFor(person: Responder, plan: PagingPlan, round: number): Channel[] {
  const usable = usableChannels(person).filter((channel) => plan.by.includes(channel));
  const quiet = usable.filter((channel) => channel !== 'sms' || textsInRound(plan, round));
  return quiet.length > 0 ? quiet : usable;
}
