import { clearAlarm, raiseAlarm } from '../alarms/index.ts';
import { unitOfWork, type Service } from '../service/index.ts';
import type { CarrierFailure, CarrierName } from '../telephony/index.ts';
import type { KeptKind } from './kept-at-carriers.store.ts';

/** A carrier that fails so often in a row is away: each try may take its 8 s. */
const MOST_UNANSWERED = 3;
/** One that refuses so many of a kind in a row refuses all of them. */
const MOST_REFUSED = 20;

/** What the carriers have said in one sweep, of one kind of things. */
export interface Said {
  /** Not asked any more in this sweep. */
  done: Set<CarrierName>;
  unansweredInARow: Map<CarrierName, number>;
  refusedInARow: Map<CarrierName, number>;
  /** The first refusal that is not a matter of time. */
  kept: { what: 'recordings' | 'records'; carrier: CarrierName; code: string } | undefined;
  mayPass: boolean;
}

export function nothingSaid(): Said {
  return {
    done: new Set(),
    unansweredInARow: new Map(),
    refusedInARow: new Map(),
    kept: undefined,
    mayPass: false,
  };
}

/** The carrier has deleted something, or did not have it. */
export function noteDone(said: Said, carrier: CarrierName): void {
  said.unansweredInARow.delete(carrier);
  said.refusedInARow.delete(carrier);
}

export function noteRefusal(
  said: Said,
  { kind, carrier }: { kind: KeptKind; carrier: CarrierName },
  failure: CarrierFailure,
): void {
  if (failure.class === 'may-pass') {
    said.mayPass = true;
    if (oneMore(said.unansweredInARow, carrier) >= MOST_UNANSWERED) said.done.add(carrier);
    return;
  }
  said.unansweredInARow.delete(carrier);
  said.kept ??= { what: kind === 'recording' ? 'recordings' : 'records', carrier, code: failure.code };
  if (failure.wholeAccount || oneMore(said.refusedInARow, carrier) >= MOST_REFUSED) said.done.add(carrier);
}

function oneMore(inARow: Map<CarrierName, number>, carrier: CarrierName): number {
  const count = (inARow.get(carrier) ?? 0) + 1;
  inARow.set(carrier, count);
  return count;
}

/** Of all kinds: the first refusal, and whether anything may pass. */
export function together(said: readonly Said[]): Pick<Said, 'kept' | 'mayPass'> {
  return {
    kept: said.find(({ kept }) => kept !== undefined)?.kept,
    mayPass: said.some(({ mayPass }) => mayPass),
  };
}

/** What may pass neither raises the alarm nor takes it down: it says nothing of what was refused before. */
export async function tellOfRefusals(
  service: Service,
  { kept, mayPass }: Pick<Said, 'kept' | 'mayPass'>,
  now: Date,
): Promise<void> {
  if (kept) {
    const facts = { kind: 'recordings-kept', ...kept } as const;
    await unitOfWork(service, (unit) => raiseAlarm(service, unit, { facts, desk: undefined }));
  } else if (!mayPass) {
    const facts = { kind: 'recordings-kept', code: '' } as const;
    await clearAlarm(service.db.$client, facts, 'the carrier deletes them again', now);
  }
}
