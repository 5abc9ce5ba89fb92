import { lookUpOpening, type CaseKind, type OpeningLookup, type Severity } from '../cases/index.ts';
import { isOpen } from '../coverage/index.ts';
import { begin, coverageHoursOf, decide, deskByNumber, type IvrInput, type Script } from '../ivr/index.ts';
import { toPhoneNumber, type PhoneNumber } from '../kernel/index.ts';
import { hoursWith, type OwnHours } from '../own-hours/index.ts';
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
 * expected. It is only a guess: the call's own row decides, and what does not fit is looked up again. A wrong one has taken
 * a case number for nothing, so where the hours decide it waits for `own`, the dates that people have set in the console.
 */
export async function foresee(
  service: Service,
  unit: Unit,
  { from, to }: FirstInput,
  input: IvrInput,
  own: Promise<OwnHours>,
): Promise<Foreseen | undefined> {
  const script = deskByNumber(service.scripts, to);
  if (!script) return undefined;
  const [inHours, afterHours] = [true, false].map((open) =>
    matterOf(script, unit.now, from, { input, open }),
  );
  const matter =
    inHours && afterHours && isSameMatter(inHours, afterHours)
      ? inHours
      : isOpen(hoursWith(script, await own), unit.now)
        ? inHours
        : afterHours;
  return matter && { matter, lookup: await lookUp(unit, matter) };
}

/** The case that the first input of a call opens while the office is open, or closed; undefined when it opens none. */
function matterOf(
  script: Script,
  now: Date,
  from: string | undefined,
  { input, open }: { input: IvrInput; open: boolean },
): Matter | undefined {
  const context = { ...contextOf(coverageHoursOf(script), now, from), open };
  const { effects } = decide(script, begin(script, context).state, input, context);
  const opening = effects.find((effect) => effect.kind === 'open-case');
  if (!opening) return undefined;
  const { caseKind: kind, severity, plan } = opening;
  return { script, caller: toPhoneNumber(from), kind, severity, plan };
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
