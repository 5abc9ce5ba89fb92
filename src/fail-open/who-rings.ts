import type { PhoneNumber } from '../kernel/index.ts';
import type { PagedRole, PagingPlan, Script } from '../ivr/index.ts';
import { whomToPage, whomToRing } from '../paging/index.ts';
import type { Responder, Roster } from '../people/index.ts';
import { urgentPlan } from './urgent-plan.ts';

/** A Dial takes so many numbers at once. */
const MOST_AT_ONCE = 10;
/** Nobody listens to ringing longer than this many groups take: then the message. */
const MOST_GROUPS = 6;

/** Who is rung, group after group, and what is wrong with that. */
export interface Ringing {
  /** All of a group ring at once. None: nobody on duty, nor in reserve, has a voice number. */
  groups: PhoneNumber[][];
  ringSeconds: number;
  /** Each says what is missing and how to mend it. */
  faults: string[];
}

/**
 * Decides who is rung when the service cannot decide any more: the rounds of the desk's most urgent plan, by voice
 * alone. A round that rings the same phones as the one before is left out, but everybody is rung twice at least.
 * A role with nobody brings the supervisor, and a desk with nobody its reserve, as in a paging.
 */
export function whoRings(script: Script, roster: Roster): Ringing {
  const plan = urgentPlan(script, roster);
  const voices = byVoiceOnly(roster);
  const groups: PhoneNumber[][] = plan.takes === 'call' ? operatorsInTurn(plan, voices) : [];
  for (let round = 1; plan.takes === 'case' && round <= lastRound(plan, voices); round += 1) {
    const { targets } = whomToPage(plan, voices, { round, supervisorToo: false });
    const numbers = targets.flatMap(({ person }) => person.contacts.voice?.address ?? []);
    const once = [...new Set(numbers)];
    if (once.length > 0 && once.join() !== groups.at(-1)?.join()) groups.push(once);
  }
  const [only, ...more] = groups;
  if (only !== undefined && more.length === 0) groups.push(only);
  const faults = [
    ...[...plan.page, ...plan.wider.flatMap(({ page }) => page)].flatMap((role) =>
      faultsOf(role, roster, voices, script.desk),
    ),
    ...(groups.length > 0 ? [] : [nobody(script.desk)]),
  ];
  return {
    groups: groups.flatMap(inDials).slice(0, MOST_GROUPS),
    ringSeconds: plan.ringSeconds,
    faults: [...new Set(faults)],
  };
}

/** Those who are asked to take a call, each once, in the order in which they would be. Nobody past them: not while we are down either. */
function operatorsInTurn(plan: PagingPlan, voices: Roster): PhoneNumber[][] {
  const asked = new Set<string>();
  const groups: PhoneNumber[][] = [];
  for (;;) {
    const { targets } = whomToRing(plan, voices, { asked, busy: new Map() });
    if (targets.length === 0) return groups;
    for (const { person } of targets) asked.add(person.key);
    groups.push(targets.map(({ person }) => person.contacts.voice!.address));
  }
}

/** The round from which on nothing new happens. */
function lastRound(plan: PagingPlan, roster: Roster): number {
  const turns = plan.page.map((of) => Math.ceil((roster.duty[of.role]?.length ?? 0) / of.people));
  return Math.max(1, ...plan.wider.map(({ fromRound }) => fromRound), ...(plan.oneAtATime ? turns : []));
}

function byVoiceOnly({ duty, reserve }: Roster): Roster {
  const reachable = (people: Responder[]) =>
    people.flatMap((person) => {
      const { voice } = person.contacts;
      return voice?.state === 'ok' ? [{ ...person, contacts: { voice } }] : [];
    });
  return {
    duty: Object.fromEntries(Object.entries(duty).map(([role, people]) => [role, reachable(people)])),
    reserve: reachable(reserve),
  };
}

function inDials(numbers: PhoneNumber[]): PhoneNumber[][] {
  const dials: PhoneNumber[][] = [];
  for (let from = 0; from < numbers.length; from += MOST_AT_ONCE)
    dials.push(numbers.slice(from, from + MOST_AT_ONCE));
  return dials;
}

function faultsOf({ role, people, or }: PagedRole, all: Roster, voices: Roster, desk: string): string[] {
  const onDuty = all.duty[role] ?? [];
  const able = new Set((voices.duty[role] ?? []).map(({ key }) => key));
  const without = onDuty
    .filter(({ key }) => !able.has(key))
    .map(
      ({ name, contacts }) =>
        `${name}, on duty for ${desk} as ${role}, ${contacts.voice === undefined ? 'has no voice number' : `cannot be rung: the voice number ${contacts.voice.address} is ${contacts.voice.state}`}. Mend "voice:" in the people file, then npm run import -- FILE.yaml`,
    );
  const standIn = (or ?? []).some((other) => (voices.duty[other] ?? []).length > 0);
  if (able.size >= people || (able.size === 0 && standIn)) return without;
  const found = able.size === 0 ? `Nobody can be rung as ${role}` : `Only ${able.size} of ${people} ${role}`;
  return [
    ...without,
    `${found} for ${desk}. Mend "duty: ${desk}: ${role}:" in the people file, then npm run import -- FILE.yaml`,
  ];
}

function nobody(desk: string): string {
  return `Nobody at all can be rung for ${desk}: callers can only leave a message. Mend "duty: ${desk}:" in the people file: give each role people with a voice number, then npm run import -- FILE.yaml`;
}
