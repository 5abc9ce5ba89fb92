import type { DutyFinding } from './sweep.ts';

/** What is a gap when a change brings it about; one person with two seats is none, and is told by the sweep. */
const gapProblems = ['nobody', 'too-few', 'unreachable'] as const;
type GapProblem = (typeof gapProblems)[number];

/** Hours that a change leaves without those whom a desk needs, and that were covered before it. */
export interface Gap extends Omit<DutyFinding, 'problem'> {
  desk: string;
  problem: GapProblem;
}

/** What a sweep found that is a gap. */
type GapFinding = DutyFinding & { problem: GapProblem };

/**
 * The hours in which a sweep after a change finds less than one before it did: a role with nobody, with too few, or with
 * somebody who cannot be reached, by time. What was as bad before is nobody's doing now, and is left out.
 */
export function gapsOpened(
  desk: string,
  before: readonly DutyFinding[],
  after: readonly DutyFinding[],
): Gap[] {
  const had = before.filter(isGap);
  return after
    .filter(isGap)
    .flatMap((finding) =>
      had
        .filter((known) => wasAsBad(known, finding))
        .reduce(
          (left, known) => left.flatMap((span) => without(span, known)),
          [{ from: finding.from, to: finding.to }],
        )
        .map((span) => ({ ...finding, ...span, desk })),
    )
    .sort((a, b) => a.from.getTime() - b.from.getTime());
}

function isGap(finding: DutyFinding): finding is GapFinding {
  return gapProblems.some((problem) => problem === finding.problem);
}

/** Whether a role was so badly off before that what is found now opens nothing. */
function wasAsBad(before: GapFinding, now: GapFinding): boolean {
  if (before.role !== now.role) return false;
  if (before.found > now.found) return false;
  if (now.problem !== 'unreachable') return true;
  return before.problem === 'unreachable' && before.people.join() === now.people.join();
}

interface Span {
  from: Date;
  to: Date;
}

function without(span: Span, cut: Span): Span[] {
  if (cut.to <= span.from || span.to <= cut.from) return [span];
  return [
    { from: span.from, to: cut.from },
    { from: cut.to, to: span.to },
  ].filter(({ from, to }) => from < to);
}
