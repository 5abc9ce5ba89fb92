import { transferTargets, hasOperators, type Script } from '../ivr/index.ts';
import { pagesNow } from '../paging/index.ts';
import { hoursWith } from '../own-hours/index.ts';
import type { ForeseenAcceptance } from './accepted.ts';
import { foreseeAssignment, type ForeseenAssignment } from './assigned.ts';
import { playCall, type PlayedCall } from './call.ts';
import type { Known, LookUp } from './known.ts';
import { askOffice, type OfficeAnswer } from './office.ts';
import { heardOnHold } from './on-hold.ts';
import type { Question, QuestionFault } from './question.ts';
import { foreseeRounds, type ForeseenPaging, type Foresight } from './rounds.ts';
import { readTime, type TimeNote } from './times.ts';
import { endAtAcceptance } from './until-accepted.ts';

/** A question, and business time that may be counted beside it. */
export interface Wish extends Question {
  addMs?: number | undefined;
  subtractMs?: number | undefined;
  since?: string | undefined;
  withinMs?: number | undefined;
}

/** Those to whom whoever takes the caller's call can hand it on. */
export interface ForeseenHandOn {
  name: string;
  plan: string;
  /** Undefined: not while the office is closed. */
  paging: ForeseenPaging | undefined;
}

/** What a desk does at an instant. */
export interface Answer {
  script: Script;
  at: Date;
  /** What has to be told of the times that were asked for, and of what is known. */
  notes: TimeNote[];
  known: Known;
  office: OfficeAnswer;
  call: PlayedCall;
  pagings: ForeseenPaging[];
  /** What follows when somebody accepts; undefined: it was asked what comes to pass while nobody does. */
  accepted: ForeseenAcceptance | undefined;
  handsOn: ForeseenHandOn[];
  /** What a caller who holds is told first. */
  onHold: string | undefined;
  assignment: ForeseenAssignment | undefined;
}

export type WhatIf =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly faults: QuestionFault[] };

/**
 * Answers what a desk would do: from its script, and from what `lookUp` finds of dates, duty and callers. The caller's whole call
 * is played at the one instant; nothing is written, and nobody is called.
 */
export async function whatIf(script: Script, wish: Wish, lookUp: LookUp): Promise<WhatIf> {
  const times = [
    readTime('at', wish.at, script.timeZone),
    ...(wish.since === undefined ? [] : [readTime('since', wish.since, script.timeZone)]),
  ];
  const [at, since] = times;
  const faults = times.flatMap((time) => (time.ok ? [] : [time.fault]));
  if (at?.ok !== true || (since !== undefined && !since.ok)) return { ok: false, faults };
  if (since !== undefined && since.instant > at.instant)
    return refused({ part: 'since', kind: 'since-later', written: wish.since ?? '', at: wish.at });
  const earliest = since?.instant ?? at.instant;
  const known = await lookUp({ script, at: at.instant, since: earliest, from: wish.from });
  const hours = hoursWith(script, known.own);
  const office = askOffice(hours, at.instant, { ...wish, since: since?.instant });
  const notes = times.flatMap((time) => (time.ok && time.note !== undefined ? [time.note] : []));
  const foreseen = (severity: string | null): Foresight => ({
    ...{ at: at.instant, hours, severity },
    source: known.roster,
  });
  const played = play(script, wish, { office, known, foreseen: foreseen(null) });
  if (!played.ok) return { ok: false, faults: [played.fault] };
  const { call } = played;
  const foresight = foreseen(call.case?.severity ?? null);
  const all = foreseeAll(script, call, foresight);
  const taken = endAtAcceptance(script, wish, all, { call, known, foresight });
  if ('fault' in taken) return refused(taken.fault);
  const { pagings, accepted } = taken;
  const toTell = [...notes, ...known.notes];
  const answer = { script, at: at.instant, notes: toTell, known, office, call, pagings, accepted };
  const assignment = foreseeAssignment(script, call, { at: at.instant, hours, known });
  const handsOn = handOns(script, call, office.open, foreseen(null));
  const onHold = heardOnHold(call, pagings.at(-1));
  return { ok: true, answer: { ...answer, handsOn, onHold, assignment } };
}

function refused(fault: QuestionFault): WhatIf {
  return { ok: false, faults: [fault] };
}

/** Each in its turn: one that follows another which was given up begins when that was. */
function foreseeAll(script: Script, { plans, plansGivenUp, hasHungUp }: PlayedCall, foresight: Foresight) {
  const found: ForeseenPaging[] = [];
  for (const [index, name] of plans.entries()) {
    // Nobody is rung for a caller who has gone.
    if (hasHungUp && script.plans[name]?.takes === 'call') continue;
    const before = index > 0 && index <= plansGivenUp ? found.at(-1)?.givenUp?.at : undefined;
    found.push(...foresee(script, name, { ...foresight, at: before ?? foresight.at }));
  }
  return found;
}

function foresee(script: Script, name: string, foresight: Foresight): ForeseenPaging[] {
  const plan = Object.hasOwn(script.plans, name) ? script.plans[name] : undefined;
  return plan === undefined ? [] : [foreseeRounds(name, plan, foresight)];
}

function play(
  script: Script,
  { from, presses, acceptsInRound }: Question,
  { office, known, foreseen }: { office: OfficeAnswer; known: Known; foreseen: Foresight },
) {
  const { prefix, first } = script.caseNumbers;
  return playCall(script, {
    at: foreseen.at,
    open: office.open,
    opensAt: office.open ? undefined : office.changesAt,
    from,
    presses,
    somebodyAccepts: acceptsInRound !== undefined,
    caseNumber: `${prefix}-${known.nextNumber ?? first}`,
    approved: approval(script, from, known),
    pagedBy: (name) => peoplePaged(script, name, foreseen),
  });
}

/** As a call finds it: a withheld number is nobody's, and only desks with operators ask. */
function approval(script: Script, from: Question['from'], { roster, caller }: Known): boolean | undefined {
  if (!hasOperators(script) || roster === undefined) return undefined;
  return from !== undefined && caller?.isApproved === true;
}

/** How many people the first round asks; as many as the plan names where it is not known who is on duty. */
function peoplePaged(script: Script, name: string, foreseen: Foresight): number | undefined {
  const [paging] = foresee(script, name, foreseen);
  const [first] = paging?.rounds ?? [];
  return first?.asked?.people.length ?? first?.page.reduce((sum, { people }) => sum + people, 0);
}

function handOns(
  script: Script,
  { plans }: PlayedCall,
  isOpen: boolean,
  foreseen: Foresight,
): ForeseenHandOn[] {
  return plans
    .flatMap((name) => transferTargets(script, name))
    .map(({ plan: name, name: called }) => {
      const plan = script.plans[name];
      const mayPage = plan !== undefined && pagesNow(plan, isOpen);
      return { name: called, plan: name, paging: mayPage ? foresee(script, name, foreseen)[0] : undefined };
    });
}
