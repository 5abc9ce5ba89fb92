import { sweep, type DutyFinding, type SweptDesk } from '../duty/index.ts';

/** The last sweeps of each desk, each with all that it followed from, the latest first. */
const last = new Map<string, readonly { of: string; findings: readonly DutyFinding[] }[]>();
/** Of the next 90 days, of the weeks that are shown, and of a moment that somebody asks for. */
const mostKept = 4;

/**
 * What a sweep finds. A page that is open is read again whenever anything happens anywhere, and to sweep three months takes
 * longer than all the rest of it: while everything that the sweep follows from is as it was, so is what it found. `reachable`:
 * those who can be reached.
 */
export function swept(
  of: SweptDesk,
  { from, to }: { from: Date; to: Date },
  reachable: readonly string[],
): readonly DutyFinding[] {
  const { desk } = of.duty;
  const everything = JSON.stringify([from, to, reachable, of.duty, of.others, of.script.plans, of.hours]);
  const kept = last.get(desk) ?? [];
  const known = kept.find(({ of: all }) => all === everything);
  if (known !== undefined) return known.findings;
  const findings = sweep(of, from, to);
  last.set(desk, [{ of: everything, findings }, ...kept].slice(0, mostKept));
  return findings;
}
