import { isKnownCountry, isKnownRegion, namesOfOtherDays } from '../coverage/index.ts';
import { suggestion } from './did-you-mean.ts';
import type { Finding } from './fault.ts';
import type { Script } from './script.ts';

/** The days on which the office departs from its weekdays. */
export function checkCoverage(script: Script): Finding[] {
  return [...checkAlsoClosed(script), ...checkExceptions(script)];
}

function checkAlsoClosed({ country, coverage: { region, alsoClosed } }: Script): Finding[] {
  const isKnownPlace = isKnownCountry(country) && (region === undefined || isKnownRegion(country, region));
  if (alsoClosed.length === 0 || !isKnownPlace) return [];
  const known = namesOfOtherDays({ country, region });
  return alsoClosed.flatMap((name, index) => {
    if (known.includes(name)) return [];
    return [
      {
        path: ['coverage', 'alsoClosed', index],
        what: `The calendar of ${country} has no day "${name}" beside its public holidays.`,
        mend: suggestion(name, known),
        dependsOn: [['country'], ['coverage', 'region']],
      },
    ];
  });
}

function checkExceptions({ coverage: { exceptions } }: Script): Finding[] {
  return exceptions.flatMap(({ date, hours, closed }, index) => {
    const path = ['coverage', 'exceptions', index];
    const findings: Finding[] = [];
    if (exceptions.findIndex((other) => other.date === date) < index) {
      findings.push({
        path: [...path, 'date'],
        what: `The date ${date} has two exceptions.`,
        mend: 'Keep one of them.',
      });
    }
    if ((hours === undefined) === (closed === undefined)) {
      findings.push({
        path,
        what: `The exception of ${date} is ${hours ? 'both open and closed' : 'neither open nor closed'}.`,
        mend: 'Write hours, as in hours: [08:00-12:00], or closed: true.',
        dependsOn: [
          [...path, 'hours'],
          [...path, 'closed'],
        ],
      });
    }
    return findings;
  });
}
