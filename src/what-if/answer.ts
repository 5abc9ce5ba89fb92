import { coverageHoursOf, type Script } from '../ivr/index.ts';
import type { Wish } from './arguments.ts';
import { playCall, type PlayedCall } from './call.ts';
import { askOffice, type OfficeAnswer } from './office.ts';
import { foreseeRounds, type ForeseenPaging } from './rounds.ts';
import { readTime } from './times.ts';

/** What a desk does at an instant. */
export interface Answer {
  script: Script;
  at: Date;
  /** What has to be told of the times that were asked for. */
  notes: string[];
  office: OfficeAnswer;
  call: PlayedCall;
  pagings: ForeseenPaging[];
}

export type WhatIf =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly faults: string[] };

/** Answers a wish from the desk's script alone. The caller's whole call is played at the one instant. */
export function whatIf(script: Script, wish: Wish): WhatIf {
  const times = [
    readTime('at', wish.at, script.timeZone),
    ...(wish.since === undefined ? [] : [readTime('since', wish.since, script.timeZone)]),
  ];
  const [at, since] = times;
  const faults = times.flatMap((time) => (time.ok ? [] : [time.fault]));
  if (at?.ok !== true || (since !== undefined && !since.ok)) return { ok: false, faults };
  if (since !== undefined && since.instant > at.instant)
    return { ok: false, faults: [`--since ${wish.since ?? ''} is later than --at ${wish.at}.`] };
  const office = askOffice(coverageHoursOf(script), at.instant, {
    addMs: wish.addMs,
    subtractMs: wish.subtractMs,
    since: since?.instant,
    withinMs: wish.withinMs,
  });
  const played = playCall(script, {
    at: at.instant,
    open: office.open,
    opensAt: office.open ? undefined : office.changesAt,
    from: wish.from,
    presses: wish.presses,
  });
  if (!played.ok) return { ok: false, faults: [played.fault] };
  const pagings = played.call.plans.flatMap((name) => {
    const plan = script.plans[name];
    return plan === undefined ? [] : [foreseeRounds(name, plan, at.instant)];
  });
  const notes = times.flatMap((time) => (time.ok && time.note !== undefined ? [time.note] : []));
  return { ok: true, answer: { script, at: at.instant, notes, office, call: played.call, pagings } };
}
