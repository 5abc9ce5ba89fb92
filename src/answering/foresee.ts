import { lookUpOpening, type CaseKind, type OpeningLookup, type Severity } from '../cases/index.ts';
import { begin, coverageHoursOf, decide, deskByNumber, type IvrInput, type Script } from '../ivr/index.ts';
import { toPhoneNumber, type PhoneNumber } from '../kernel/index.ts';
import { loadDuty, type Roster } from '../people/index.ts';
import type { Service, Unit } from '../service/index.ts';
import { contextOf } from './context.ts';

/** Calls of one caller about one severity within this time are one case (Dino: both numbers may be dialled at once). */
const JOIN_WITHIN_MS = 15 * 60_000;

/** The matter that a case is opened for. */
export interface Matter {
  script: Script;
  caller: PhoneNumber | undefined;
  kind: CaseKind;
  severity: Severity | undefined;
  plan: string | undefined;
}

/** What must be known before a case is opened. The roster only where somebody is to be paged. */
export interface Lookup {
  found: OpeningLookup;
  roster: Roster | undefined;
}

/** Looks all of it up in one round trip; the calls of this caller wait for the end of the transaction from here on. */
export async function lookUp(unit: Unit, { script, caller, kind, severity, plan }: Matter): Promise<Lookup> {
  const joinSince = new Date(unit.now.getTime() - JOIN_WITHIN_MS);
  const pages = plan !== undefined && Object.hasOwn(script.plans, plan);
  const [found, roster] = await Promise.all([
    lookUpOpening(unit.tx, { desk: script.desk, caller, kind, severity }, joinSince),
    pages ? loadDuty(unit.tx, script.desk, unit.now) : undefined,
  ]);
  return { found, roster };
}

/** The first input of a call, as its webhook tells of it. */
export interface FirstInput {
  from: string | undefined;
  to: string;
}

export interface Foreseen {
  matter: Matter;
  lookup: Lookup;
}

/**
 * The first key that a caller presses is nearly always the one that opens the case, and from the webhook alone it can be
 * told which: then what that needs is looked up together with the call, not after it. Undefined when nothing is to be
 * expected. It is only a guess: the call's own row decides, and what does not fit is looked up again.
 */
export async function foresee(
  service: Service,
  unit: Unit,
  { from, to }: FirstInput,
  input: IvrInput,
): Promise<Foreseen | undefined> {
  const script = deskByNumber(service.scripts, to);
  if (!script) return undefined;
  // Dates set in the console are left out: to know them first would cost the wait that this saves.
  const context = contextOf(coverageHoursOf(script), unit.now, from);
  const { effects } = decide(script, begin(script, context).state, input, context);
  const opening = effects.find((effect) => effect.kind === 'open-case');
  if (!opening) return undefined;
  const { caseKind: kind, severity, plan } = opening;
  const matter = { script, caller: toPhoneNumber(from), kind, severity, plan };
  return { matter, lookup: await lookUp(unit, matter) };
}

/** True when what was looked up for one matter serves the other. */
export function isSameMatter(a: Matter, b: Matter): boolean {
  return (
    a.script === b.script &&
    a.caller === b.caller &&
    a.kind === b.kind &&
    a.severity === b.severity &&
    a.plan === b.plan
  );
}
