import { DateTime } from 'luxon';
import type { Gap } from './gaps.ts';
import type { DutyFinding } from './sweep.ts';

/** What a report of a sweep needs beside its findings. */
export interface SweepMatter {
  desk: string;
  timeZone: string;
  from: Date;
  to: Date;
  nameOf: (person: string) => string;
}

/** The findings for people, a line each, by the desk's clock. */
export function sweepInText(findings: readonly DutyFinding[], matter: SweepMatter): string[] {
  const time = (at: Date): string =>
    DateTime.fromJSDate(at, { zone: matter.timeZone }).setLocale('en').toFormat('ccc yyyy-MM-dd HH:mm');
  const head = `Desk ${matter.desk}, ${time(matter.from)} to ${time(matter.to)} in ${matter.timeZone}`;
  if (findings.length === 0) return [`${head}: every role that it needs has somebody who can be reached.`];
  return [
    `${head}: ${findings.length === 1 ? 'one finding' : `${findings.length} findings`}.`,
    ...findings.map(
      (finding) => `${time(finding.from)} to ${time(finding.to)}  ${findingInWords(finding, matter.nameOf)}`,
    ),
  ];
}

/** A finding in words, without its time. */
function findingInWords(
  finding: Omit<DutyFinding, 'from' | 'to'>,
  nameOf: (person: string) => string,
): string {
  const { problem, role, people, wanted, found, elsewhere = [] } = finding;
  const names = people.map(nameOf).join(', ');
  switch (problem) {
    case 'nobody':
      return `nobody is on duty as ${role}`;
    case 'too-few':
      return `only ${found} of ${wanted} ${role} can be reached (${names})`;
    case 'unreachable':
      return `${names}, on duty as ${role}, has no number that works`;
    case 'doubled':
      return `${names} is on duty ${found} times at once, as ${[role, ...elsewhere.map((of) => `${of.role} at ${of.desk}`)].join(' and as ')}`;
  }
}

/** The findings for programs: times by the desk's clock with their offset. */
export function sweepInJson(findings: readonly DutyFinding[], matter: SweepMatter): string {
  const time = (at: Date): string =>
    DateTime.fromJSDate(at, { zone: matter.timeZone }).toISO({ suppressMilliseconds: true }) ??
    at.toISOString();
  const { desk, timeZone, from, to } = matter;
  return JSON.stringify(
    {
      ...{ desk, timeZone, from: time(from), to: time(to) },
      findings: findings.map((finding) => ({ ...finding, from: time(finding.from), to: time(finding.to) })),
    },
    null,
    2,
  );
}

/** Hours that a change would leave open, in a line. */
export function gapInText(
  gap: Gap,
  { timeZone, nameOf }: { timeZone: string; nameOf: (person: string) => string },
): string {
  const time = (at: Date): string =>
    DateTime.fromJSDate(at, { zone: timeZone }).setLocale('en').toFormat('ccc yyyy-MM-dd HH:mm');
  return `${gap.desk}, ${time(gap.from)} to ${time(gap.to)}: ${findingInWords(gap, nameOf)}`;
}
