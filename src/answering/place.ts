import type { Call } from '../calls/index.ts';
import { decide, render, type Script, type Turn } from '../ivr/index.ts';
import { hoursWith, type OwnHours } from '../own-hours/index.ts';
import type { Service } from '../service/index.ts';
import type { Verb } from '../telephony/index.ts';
import type { Conversation } from './call-row.store.ts';
import { contextOf } from './context.ts';
import { ivrUrls } from './ivr-urls.ts';
import { ASIDE } from './operator-hold.ts';

/** Where a call is while it waits for what a turn asks. */
export function placeOf(turn: Turn): string {
  const places = { menu: 'menu', number: 'menu', record: 'message', hold: 'hold', end: 'goodbye' } as const;
  return places[turn.awaits.kind];
}

const inRoom: ReadonlySet<string> = new Set(['bridge', 'left-alone', ASIDE]);

/** The conversation is further than the hold, and the call is where the conversation is. */
export function isPastHold(known: Conversation, call: Call): boolean {
  return known.place !== 'hold' && known.place === call.place;
}

/** The document of a call as it stands, for a request that is late or comes from nowhere. Changes nothing. */
export function whereItIsNow(
  service: Service,
  call: Call,
  script: Script,
  { known, own, now }: { known: Conversation; own: OwnHours; now: Date },
): Verb[] {
  if (inRoom.has(call.place)) return [{ verb: 'redirect', url: service.urls.bridge(call.id) }];
  const context = {
    ...contextOf(hoursWith(script, own), now, call.fromNumber),
    hasCase: call.caseId !== null,
  };
  const turn = decide(script, known.state, { kind: 'resumed' }, context);
  return render(script, turn, {}, ivrUrls(service, call.id, known.turn));
}
