import { isKnownCountry, isKnownRegion, isKnownTimeZone } from '../coverage/index.ts';
import { readNationalNumber } from '../kernel/index.ts';
import { checkCallPlans } from './check-call-plans.ts';
import { checkCoverage } from './check-coverage.ts';
import { suggestion } from './did-you-mean.ts';
import type { Finding } from './fault.ts';
import type { Script } from './script.ts';
import { voicesOf } from './voices.ts';

/** The desk's own facts: voice, place, hours, numbers, plans. */
export function checkDesk(script: Script): Finding[] {
  return [
    ...checkVoice(script),
    ...checkPlace(script),
    ...checkCoverage(script),
    ...checkNumbers(script),
    ...checkPlans(script),
    ...checkCallPlans(script),
    ...checkClosingCodes(script),
  ];
}

function checkVoice({ language, voice }: Script): Finding[] {
  const listed = voicesOf(language);
  if (listed.includes(voice)) return [];
  return [
    {
      path: ['voice'],
      what: `"${voice}" is not a listed voice for ${language}.`,
      mend: suggestion(voice, listed.slice(0, 6)),
      dependsOn: [['language']],
    },
  ];
}

function checkPlace({ timeZone, country, coverage }: Script): Finding[] {
  const findings: Finding[] = [];
  if (!isKnownTimeZone(timeZone)) {
    findings.push({
      path: ['timeZone'],
      what: `There is no time zone "${timeZone}".`,
      mend: 'Write an IANA name, such as America/New_York.',
    });
  }
  if (!isKnownCountry(country)) {
    findings.push({
      path: ['country'],
      what: `The holidays of "${country}" are not known.`,
      mend: 'Write an ISO 3166 code, such as US.',
    });
  } else if (coverage.region !== undefined && !isKnownRegion(country, coverage.region)) {
    findings.push({
      path: ['coverage', 'region'],
      what: `${country} has no region "${coverage.region}".`,
      mend: 'Write the part of its ISO 3166-2 code after the hyphen, such as BY.',
      dependsOn: [['country']],
    });
  }
  return findings;
}

function checkNumbers({ numbers, country }: Script): Finding[] {
  return numbers.flatMap((number, index) => {
    const path = ['numbers', index];
    if (numbers.indexOf(number) < index) {
      return [{ path, what: `The number ${number} is listed twice.`, mend: 'Keep one of them.' }];
    }
    if (readNationalNumber(number, country) !== undefined) return [];
    const what = `No telephone number can be ${number}.`;
    return [{ path, what, mend: 'Count its digits.', dependsOn: [['country']] }];
  });
}

function checkPlans(script: Script): Finding[] {
  const plans = Object.keys(script.plans);
  const fromNodes = Object.entries(script.nodes).flatMap(([name, { openCase, page }]) => [
    ...(openCase?.page !== undefined
      ? [{ plan: openCase.page, path: ['nodes', name, 'openCase', 'page'] }]
      : []),
    ...(page ? [{ plan: page.plan, path: ['nodes', name, 'page', 'plan'] }] : []),
  ]);
  const handedOn = Object.entries(script.plans).flatMap(([name, { transfer }]) =>
    transfer.map(({ plan }, index) => ({ plan, path: ['plans', name, 'transfer', index, 'plan'] })),
  );
  const uses = [...fromNodes, ...handedOn];
  const missing = uses.filter(({ plan }) => !plans.includes(plan));
  const unused = plans.filter((plan) => !uses.some((use) => use.plan === plan));
  const unsaid = Object.entries(script.nodes).filter(
    ([, { openCase }]) => openCase?.kind === 'severity' && openCase.severity === undefined,
  );
  return [
    ...missing.map(({ plan, path }) => ({
      path,
      what: `There is no paging plan "${plan}".`,
      mend: suggestion(plan, plans),
      dependsOn: [['plans', plan]],
    })),
    ...unused.map((plan) => ({
      path: ['plans', plan],
      atKey: true,
      what: `No node uses the paging plan "${plan}".`,
      mend: 'Use it in an open_case or page node, or take it out.',
      dependsOn: planPlaces(script),
    })),
    ...unsaid.map(([name]) => ({
      path: ['nodes', name, 'openCase'],
      atKey: true,
      what: `The case that "${name}" opens has no severity.`,
      mend: 'Add severity: 1, 2, 3 or 4.',
      dependsOn: [['nodes', name, 'openCase', 'severity']],
    })),
  ];
}

function checkClosingCodes({ language, closingCodes = [] }: Script): Finding[] {
  const own = language.slice(0, 2);
  return closingCodes.flatMap(({ code, words }, index) => {
    const path = ['closingCodes', index];
    if (closingCodes.findIndex((other) => other.code === code) < index)
      return [{ path, what: `The closing code "${code}" is listed twice.`, mend: 'Keep one of them.' }];
    if (Object.hasOwn(words, own)) return [];
    const what = `The closing code "${code}" has no words in the desk's language.`;
    return [{ path, what, mend: `Add ${own}: and what it means.`, dependsOn: [['language']] }];
  });
}

/** Where the nodes of a script name paging plans. */
export function planPlaces(script: Script): string[][] {
  return Object.keys(script.nodes).flatMap((name) => [
    ['nodes', name, 'openCase', 'page'],
    ['nodes', name, 'page', 'plan'],
  ]);
}
